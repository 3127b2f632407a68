import { Decimal } from 'decimal.js'
import { importField } from '../../../domain/fields/import-columns.ts'
import { weightFactor } from './column-hints.ts'
import { error, warn, type Problem } from './converted.ts'
import type { GoodsRow, GoodsTable } from './goods-table.ts'
import type { HeadFacts } from './head-facts.ts'
import { readNumber } from './read-number.ts'
import { sumOf, summedFields } from './sums.ts'
import { lineValue } from './line-value.ts'
import type { WordBook } from './word-book.ts'

/** A line of the box under the preview. */
export interface Total {
  readonly label: string
  readonly value: string
  readonly problem: Problem | null
}

const misreadCells = (rows: readonly GoodsRow[], field: string): number =>
  rows.filter((row) => row.values.get(field)?.problem?.severity === 'error').length

/** The sum of the rows against a figure that the sheet gives. */
function compare(rows: readonly GoodsRow[], field: string, stated: string): Problem | null {
  const sum = sumOf(rows, field)
  if (sum.equals(stated)) return null
  const bad = misreadCells(rows, field)
  if (bad > 0) return warn(`表内合计是 ${stated}；有 ${bad} 格没有读懂，无法核对`)
  const difference = new Decimal(stated).minus(sum).toFixed()
  return error(`表内合计是 ${stated}，逐行相加是 ${sum.toFixed()}，相差 ${difference}`)
}

/** A figure of the head of the sheet; a weight is taken over in kilograms, whatever the sheet counts in. */
function headFigure(text: string, book: WordBook): string | undefined {
  const read = readNumber(text)
  if (typeof read === 'string' || read.value.startsWith('-')) return undefined
  const units = read.words.flatMap((word) => book.find('unit', word) ?? [])
  const factor = units.map(weightFactor).find((each) => each !== undefined) ?? '1'
  return new Decimal(read.value).times(factor).toFixed()
}

/** The sheet's own total: of the last total row that has the figure (a grand total stands below part totals). */
export function statedTotal(table: GoodsTable, facts: HeadFacts, field: string, book: WordBook): string | undefined {
  const rows = table.totals.map((row) => row.values.get(field)?.value ?? '').filter((value) => value !== '')
  const inHead = { NetWt: facts.net, GrossWt: facts.gross, PackNo: facts.packages }[field]
  return rows.at(-1) ?? (inHead === undefined ? undefined : headFigure(inHead, book))
}

function currencySums(table: GoodsTable, facts: HeadFacts, book: WordBook): Total[] {
  const byCurrency = new Map<string, GoodsRow[]>()
  for (const row of table.goods) {
    const currency = lineValue(table, row, 'TradeCurr', facts, book) ?? ''
    const rows = byCurrency.get(currency)
    if (rows === undefined) byCurrency.set(currency, [row])
    else rows.push(row)
  }
  const stated = statedTotal(table, facts, 'DeclTotal', book)
  return [...byCurrency].map(([currency, rows]) => ({
    label: `总价合计${currency === '' ? '' : `（${book.name('currency', currency) ?? currency}）`}`,
    value: sumOf(rows, 'DeclTotal').toFixed(),
    problem: byCurrency.size > 1 || stated === undefined ? null : compare(rows, 'DeclTotal', stated),
  }))
}

const labels: Readonly<Record<string, string>> = {
  GQty: '数量合计',
  NetWt: '净重合计（千克）',
  GrossWt: '毛重合计（千克）',
  PackNo: '件数合计',
}

/** Sums of the goods, each checked against the total that the sheet gives. */
export function readTotals(table: GoodsTable, facts: HeadFacts, book: WordBook): Total[] {
  const mapped = new Set(table.columns.map(({ field }) => field.field))
  const sums = summedFields
    .filter((field) => field !== 'DeclTotal' && mapped.has(field))
    .map((field) => {
      const stated = statedTotal(table, facts, field, book)
      return {
        label: labels[field] ?? importField(field)?.label ?? field,
        value: sumOf(table.goods, field).toFixed(),
        problem: stated === undefined ? null : compare(table.goods, field, stated),
      }
    })
  return mapped.has('DeclTotal') ? [...currencySums(table, facts, book), ...sums] : sums
}
