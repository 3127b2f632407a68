import type { DecHead } from '../../../domain/fields/declaration/dec-message.ts'
import { chargeText, documentsText, joined, nameOf, newestName, packagesText, remarksText } from './form-texts.ts'
import type { FormVariant } from './form-variant.ts'
import { div, type Markup } from './markup.ts'
import type { PrintInput } from './print-input.ts'
import { fitText, sizeClass, type Box } from './text-fit.ts'

/** A box of the head: label with the code in brackets, the name below. */
interface HeadCell {
  readonly label: string
  readonly code?: string | undefined
  readonly value: string
  /** Millimetres, as on the blank. */
  readonly width: number
}

/** Widths of the blank in millimetres, left to right; the rows split the same 275.4 mm differently. */
const columns = { a: 85.4, b: 45.4, c: 52.5, d: 42, e: 50.1 }
const innerMargin = 3

/** Room for the value below its label in a row of 7.8 mm. */
const valueHeight = 4.3
/** Room in the box of marks and remarks. */
const remarksBox = { width: 275.4 - innerMargin, height: 15.6 }
const documentsBox = { width: 275.4 - innerMargin, height: valueHeight }

function cell({ label, code, value, width }: HeadCell): Markup {
  const title = code === undefined || code === '' ? label : `${label}（${code}）`
  const small = fitText(title, { width: width - innerMargin, height: 3 }, 7)
  const { size } = fitText(value, { width: width - innerMargin, height: valueHeight })
  return div('cell', div(`label ${sizeClass(small.size)}`, title), div(`value ${sizeClass(size)}`, value))
}

const row = (name: string, cells: readonly HeadCell[]): Markup => div(`row ${name}`, cells.map(cell))

function tradeRows({ message, codes }: PrintInput, variant: FormVariant, head: DecHead): Markup[] {
  const { a, b, c, d, e } = columns
  const overseas = variant.inward
    ? { code: head.OverseasConsignorCode, value: head.OverseasConsignorEname || head.OverseasConsignorCname }
    : { code: head.OverseasConsigneeCode, value: head.OverseasConsigneeEname }
  const vessel = joined([head.TrafName, message.DecFreeTxt?.VoyNo], '/')
  const bill: HeadCell = { label: '提运单号', value: head.BillNo ?? '', width: variant.inward ? d : d + e }
  const licence: HeadCell = { label: '许可证号', value: head.LicenseNo ?? '', width: variant.inward ? d : d + e }
  const mode: HeadCell = {
    label: '监管方式',
    code: head.TradeMode,
    value: newestName(codes, 'trade_mode', head.TradeMode),
    width: variant.list ? b + c : b,
  }
  const levy: HeadCell = {
    label: '征免性质',
    code: head.CutMode,
    value: newestName(codes, 'cut_mode', head.CutMode),
    width: c,
  }
  return [
    row(variant.inward ? 'five' : 'four', [
      { label: variant.partner, code: overseas.code, value: overseas.value ?? '', width: a },
      { label: '运输方式', code: head.TrafMode, value: nameOf(codes, 'traf_mode', head.TrafMode), width: b },
      { label: '运输工具名称及航次号', value: vessel, width: c },
      ...(variant.inward ? [bill, { label: '货物存放地点', value: head.GoodsPlace ?? '', width: e }] : [bill]),
    ]),
    row(`${variant.inward ? 'five' : 'four'}${variant.list ? ' list' : ''}`, [
      { label: variant.owner, code: head.OwnerCodeScc || head.OwnerCode, value: head.OwnerName ?? '', width: a },
      mode,
      ...(variant.list ? [] : [levy]),
      licence,
      ...(variant.inward
        ? [{ label: '启运港', code: head.DespPortCode, value: nameOf(codes, 'port', head.DespPortCode), width: e }]
        : []),
    ]),
  ]
}

function placeRow({ codes }: PrintInput, variant: FormVariant, head: DecHead): Markup {
  const { a, b, c, d, e } = columns
  return row('five', [
    { label: '合同协议号', value: head.ContrNo ?? '', width: a },
    {
      label: '贸易国（地区）',
      code: head.TradeAreaCode,
      value: nameOf(codes, 'country', head.TradeAreaCode),
      width: b,
    },
    { label: variant.country, code: head.TradeCountry, value: nameOf(codes, 'country', head.TradeCountry), width: c },
    { label: variant.via, code: head.DistinatePort, value: nameOf(codes, 'port', head.DistinatePort), width: d },
    {
      label: variant.port,
      code: head.EntyPortCode,
      value: nameOf(codes, 'domestic_port', head.EntyPortCode),
      width: e,
    },
  ])
}

function weightRow(input: PrintInput, head: DecHead): Markup {
  return row('weights', [
    { label: '包装种类', code: head.WrapType, value: packagesText(input), width: columns.a },
    { label: '件数', value: head.PackNo ?? '', width: 12.7 },
    { label: '毛重（千克）', value: head.GrossWet ?? '', width: 32.7 },
    { label: '净重（千克）', value: head.NetWt ?? '', width: 32 },
    { label: '成交方式', code: head.TransMode, value: nameOf(input.codes, 'trans_mode', head.TransMode), width: 20.4 },
    { label: '运费', value: chargeText(head.FeeCurr, head.FeeRate, head.FeeMark), width: 30.9 },
    { label: '保费', value: chargeText(head.InsurCurr, head.InsurRate, head.InsurMark), width: 30.7 },
    { label: '杂费', value: chargeText(head.OtherCurr, head.OtherRate, head.OtherMark), width: 30.6 },
  ])
}

/** What the box of remarks shows, and the whole text when it has no room: then it goes on a page of its own. */
export function remarks(input: PrintInput): { shown: string; appendix: string } {
  const whole = remarksText(input, true)
  const withoutList = remarksText(input, false)
  const fits = (text: string): boolean => fitText(text, remarksBox, 7).fits
  if (fits(whole)) return { shown: whole, appendix: '' }
  return { shown: fits(withoutList) ? withoutList : '见附页', appendix: whole }
}

/** A box over the whole width. */
const wideRow = (name: string, label: string, text: string, box: Box): Markup =>
  div(
    `row one ${name}`,
    div('cell', div('label f70', label), div(`value ${sizeClass(fitText(text, box, 7).size)}`, text)),
  )

function firstRow({ codes, declaredOn }: PrintInput, variant: FormVariant, head: DecHead): Markup {
  const { a, b, c, d, e } = columns
  return row('five', [
    { label: variant.trader, code: head.TradeCoScc || head.TradeCode, value: head.TradeName ?? '', width: a },
    { label: variant.office, code: head.IEPort, value: nameOf(codes, 'customs_district', head.IEPort), width: b },
    { label: variant.date, value: head.IEDate ?? '', width: c },
    { label: '申报日期', value: declaredOn, width: d },
    { label: '备案号', value: head.ManualNo ?? '', width: e },
  ])
}

/** The head of the form: the grid above the goods. */
export function formHead(input: PrintInput, variant: FormVariant): Markup {
  const head: DecHead = input.message.DecHead ?? {}
  return div(
    'grid',
    firstRow(input, variant, head),
    tradeRows(input, variant, head),
    placeRow(input, variant, head),
    weightRow(input, head),
    wideRow('documents', '随附单证及编号', documentsText(input), documentsBox),
    wideRow('remarks', '标记唛码及备注', remarks(input).shown, remarksBox),
  )
}
