import { Decimal } from 'decimal.js'
import type { GoodsRow } from './goods-rows.ts'

/** Fields of which a sheet may show a total. */
export const summedFields = ['DeclTotal', 'GQty', 'NetWt', 'GrossWt', 'PackNo'] as const

/** Sum of a field over rows; cells that are empty or were not understood count as nothing. */
export const sumOf = (rows: readonly GoodsRow[], field: string): Decimal =>
  rows.reduce((sum, row) => {
    const value = row.values.get(field)?.value ?? ''
    return value === '' ? sum : sum.plus(value)
  }, new Decimal(0))

const named = (row: GoodsRow): boolean =>
  ['GName', 'CodeTS', 'ExgNo', 'DeclGoodsEname', 'GModel'].some((field) => (row.values.get(field)?.raw ?? '') !== '')

/** The last row, when it has no name and one of its figures is the sum of all above: a total without a word. */
export function bareTotal(rows: readonly GoodsRow[]): GoodsRow | undefined {
  const last = rows.at(-1)
  if (last === undefined || rows.length < 3 || named(last)) return undefined
  const above = rows.slice(0, -1)
  const isSum = (field: string): boolean => {
    const value = last.values.get(field)?.value ?? ''
    return value !== '' && !new Decimal(value).isZero() && sumOf(above, field).equals(value)
  }
  return summedFields.some(isSum) ? last : undefined
}
