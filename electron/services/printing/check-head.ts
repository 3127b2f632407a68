import type { DecHead } from '../../../domain/fields/declaration/dec-message.ts'
import { chargeText, joined, nameOf, newestName, packagesText } from './form-texts.ts'
import type { FormVariant } from './form-variant.ts'
import { div, element, span, type Markup } from './markup.ts'
import type { PrintInput } from './print-input.ts'
import { fitText, sizeClass } from './text-fit.ts'

const pairWidth = 64

/** What the customer has to compare with his papers, in the order of the form. */
function pairs(input: PrintInput, variant: FormVariant, head: DecHead): [string, string][] {
  const { codes, message } = input
  const country = (code: string | undefined): string => nameOf(codes, 'country', code)
  const partner = variant.inward ? head.OverseasConsignorEname : head.OverseasConsigneeEname
  return [
    [variant.trader, head.TradeName ?? ''],
    [variant.owner, head.OwnerName ?? ''],
    [variant.partner, partner ?? ''],
    ['合同协议号', head.ContrNo ?? ''],
    ['提运单号', head.BillNo ?? ''],
    ['运输工具及航次', joined([head.TrafName, message.DecFreeTxt?.VoyNo], '/')],
    ['运输方式', nameOf(codes, 'traf_mode', head.TrafMode)],
    [variant.office, nameOf(codes, 'customs_district', head.IEPort)],
    ['监管方式', newestName(codes, 'trade_mode', head.TradeMode)],
    ['征免性质', newestName(codes, 'cut_mode', head.CutMode)],
    ['成交方式', nameOf(codes, 'trans_mode', head.TransMode)],
    ['贸易国（地区）', country(head.TradeAreaCode)],
    [variant.country, country(head.TradeCountry)],
    [variant.via, nameOf(codes, 'port', head.DistinatePort)],
    ['包装种类', packagesText(input)],
    ['运费', chargeText(head.FeeCurr, head.FeeRate, head.FeeMark)],
    ['保费', chargeText(head.InsurCurr, head.InsurRate, head.InsurMark)],
    ['杂费', chargeText(head.OtherCurr, head.OtherRate, head.OtherMark)],
    ['备案号', head.ManualNo ?? ''],
  ]
}

const fact = (label: string, value: string, className: string, width: number): Markup =>
  div(className, span(label), element('b', sizeClass(fitText(value, { width, height: 6.4 }, 8).size), value))

/** The head of the check print. */
export function checkHead(input: PrintInput, variant: FormVariant): Markup {
  const head = input.message.DecHead ?? {}
  const containers = (input.message.DecContainers ?? []).map(({ ContainerId = '' }) => ContainerId)
  return div(
    'facts',
    pairs(input, variant, head).map(([label, value]) => fact(label, value, 'fact', pairWidth - 24)),
    fact(
      '集装箱',
      containers.length === 0 ? '' : `${containers.length}；${joined(containers, '；')}`,
      'fact wide',
      240,
    ),
    fact('备注', head.NoteS ?? '', 'fact wide', 240),
  )
}
