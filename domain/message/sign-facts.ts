import { Decimal } from 'decimal.js'
import type { DecHead, DecMessage } from '../fields/declaration/dec-message.ts'
import type { CodeBook } from '../rules/rule.ts'

/** One line of what the clerk reads beside the digest before signing. */
export interface SignFact {
  readonly label: string
  readonly value: string
}

const none = '（未填）'

const plainNumber = /^-?\d+(\.\d+)?$/

/** Sum of the goods lines' totals for each currency, in the order of first appearance; what is no number is named. */
function totals(message: DecMessage): string {
  const sums = new Map<string, Decimal>()
  let unreadable = 0
  for (const { DeclTotal = '', TradeCurr = '' } of message.DecLists ?? []) {
    if (!plainNumber.test(DeclTotal)) unreadable += 1
    else sums.set(TradeCurr, (sums.get(TradeCurr) ?? new Decimal(0)).plus(DeclTotal))
  }
  const parts = [...sums].map(([currency, sum]) => `${currency || '币制未填'} ${sum.toFixed()}`)
  if (unreadable > 0) parts.push(`另有 ${unreadable} 项没有总价`)
  return parts.join('；') || none
}

/** What is signed in the clerk's words: parties, trade, transport, packages, weights, goods and totals. */
export function signFacts(message: DecMessage, codes: CodeBook): SignFact[] {
  const head: DecHead = message.DecHead ?? {}
  const named = (table: string, code: string | undefined): string => {
    if (code === undefined || code === '') return none
    const name = codes.row(table, code)?.name
    return name === undefined ? code : `${name}（${code}）`
  }
  const party = (name: string | undefined, code: string | undefined): string =>
    [name, code === undefined || code === '' ? undefined : `（${code}）`].filter(Boolean).join('') || none
  const exports = head.IEFlag === 'E'
  const lines = message.DecLists ?? []
  const [first] = lines
  const containers = message.DecContainers?.length ?? 0
  const facts: SignFact[] = [
    { label: '进出口', value: named('ie_flag', head.IEFlag) },
    { label: '申报地海关', value: named('customs_district', head.CustomMaster) },
    { label: exports ? '境内发货人' : '境内收货人', value: party(head.TradeName, head.TradeCoScc || head.TradeCode) },
    {
      label: exports ? '生产销售单位' : '消费使用单位',
      value: party(head.OwnerName, head.OwnerCodeScc || head.OwnerCode),
    },
    { label: '申报单位', value: party(head.AgentName, head.AgentCodeScc || head.AgentCode) },
    { label: '监管方式', value: named('trade_mode', head.TradeMode) },
    { label: '征免性质', value: named('cut_mode', head.CutMode) },
    { label: '运输方式', value: named('traf_mode', head.TrafMode) },
    { label: '提运单号', value: head.BillNo || none },
    { label: exports ? '运抵国（地区）' : '启运国（地区）', value: named('country', head.TradeCountry) },
    { label: '成交方式', value: named('trans_mode', head.TransMode) },
    { label: '件数', value: `${head.PackNo || none} ${named('wrap_type', head.WrapType)}` },
    { label: '毛重 / 净重（千克）', value: `${head.GrossWet || none} / ${head.NetWt || none}` },
    { label: '商品项数', value: String(lines.length) },
    { label: '第一项商品', value: party(first?.GName, first?.CodeTS) },
    { label: '总价', value: totals(message) },
  ]
  if (containers > 0) facts.push({ label: '集装箱数', value: String(containers) })
  return facts
}
