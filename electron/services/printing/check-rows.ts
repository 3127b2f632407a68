import { Decimal } from 'decimal.js'
import type { DecList } from '../../../domain/fields/declaration/dec-message.ts'
import { joined, nameOf } from './form-texts.ts'
import { element, type Markup } from './markup.ts'
import type { PrintInput } from './print-input.ts'
import { lineCount, lineHeight } from './text-fit.ts'

/** Columns of the check print with their widths in millimetres (275 in all). */
export const checkColumns = [
  { title: '项号', width: 10, side: 'mid' },
  { title: '商品编号', width: 23, side: '' },
  { title: '商品名称', width: 40, side: '' },
  { title: '规格型号（申报要素）', width: 62, side: '' },
  { title: '数量', width: 24, side: 'end' },
  { title: '法定数量', width: 28, side: 'end' },
  { title: '单价', width: 19, side: 'end' },
  { title: '总价', width: 23, side: 'end' },
  { title: '币制', width: 13, side: 'mid' },
  { title: '原产国', width: 18, side: 'mid' },
  { title: '货号', width: 15, side: '' },
] as const

const size = 7
const padding = 2
const shortest = 7

/** A line of the table with its height in millimetres. */
export interface CheckRow {
  readonly markup: Markup
  readonly height: number
}

const measure = (quantity: string | undefined, unit: string): string =>
  quantity === undefined || quantity === '' ? '' : `${quantity}${unit}`

function texts({ codes }: PrintInput, line: DecList): string[] {
  const unit = (code: string | undefined): string => nameOf(codes, 'unit', code)
  return [
    line.GNo ?? '',
    joined([line.CodeTS, line.CiqCode], ' '),
    line.GName ?? '',
    line.GModel ?? '',
    measure(line.GQty, unit(line.GUnit)),
    joined([measure(line.FirstQty, unit(line.FirstUnit)), measure(line.SecondQty, unit(line.SecondUnit))], '\n'),
    line.DeclPrice ?? '',
    line.DeclTotal ?? '',
    nameOf(codes, 'currency', line.TradeCurr),
    nameOf(codes, 'country', line.OriginCountry),
    line.ExgNo ?? '',
  ]
}

/** A goods line of the check print. */
export function checkRow(input: PrintInput, line: DecList): CheckRow {
  const cells = texts(input, line)
  const lines = cells.map((text, at) => lineCount(text, (checkColumns[at]?.width ?? 10) - padding, size))
  return {
    height: Math.max(shortest, Math.max(...lines) * lineHeight(size) + 2),
    markup: element(
      'tr',
      '',
      cells.map((text, at) => element('td', checkColumns[at]?.side ?? '', text)),
    ),
  }
}

/** Sums by a key in the order of first sight; what is no number is left to the checks of the form. */
function sums(lines: readonly DecList[], key: (line: DecList) => string, value: (line: DecList) => string): string[] {
  const totals = new Map<string, Decimal>()
  for (const line of lines) {
    const text = value(line)
    if (/^\d+(\.\d+)?$/.test(text)) totals.set(key(line), (totals.get(key(line)) ?? new Decimal(0)).plus(text))
  }
  return [...totals].map(([name, total]) => `${total.toFixed()} ${name}`.trim())
}

/** What the goods come to: amounts by currency, quantities by unit. */
export function checkTotals({ message, codes }: PrintInput): { label: string; value: string }[] {
  const lines = message.DecLists ?? []
  const amounts = sums(
    lines,
    (line) => nameOf(codes, 'currency', line.TradeCurr),
    (line) => line.DeclTotal ?? '',
  )
  const quantities = sums(
    lines,
    (line) => nameOf(codes, 'unit', line.GUnit),
    (line) => line.GQty ?? '',
  )
  return [
    { label: '商品项数', value: String(lines.length) },
    { label: '总价合计', value: joined(amounts, '；') },
    { label: '数量合计', value: joined(quantities, '；') },
    { label: '件数', value: message.DecHead?.PackNo ?? '' },
    { label: '毛重（千克）', value: message.DecHead?.GrossWet ?? '' },
    { label: '净重（千克）', value: message.DecHead?.NetWt ?? '' },
  ]
}
