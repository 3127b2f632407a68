import { Decimal } from 'decimal.js'
import type { GoodsRow } from './goods-table.ts'

/** Fields of which a sheet may show a total. */
export const summedFields = ['DeclTotal', 'GQty', 'NetWt', 'GrossWt', 'PackNo'] as const

/** Digits after the point that are summed as whole numbers; more fall back to decimals. */
const scale = 5

/** The value times 10^5 as a whole number, `undefined` when it has more digits after the point. */
function scaled(value: string): bigint | undefined {
  const point = value.indexOf('.')
  if (point < 0) return BigInt(value + '0'.repeat(scale))
  const part = value.length - point - 1
  return part > scale ? undefined : BigInt(value.slice(0, point) + value.slice(point + 1) + '0'.repeat(scale - part))
}

/** Sum of a field over rows, exact; cells that are empty or were not understood count as nothing. */
export function sumOf(rows: readonly GoodsRow[], field: string): Decimal {
  let whole = 0n
  let rest = new Decimal(0)
  for (const row of rows) {
    const value = row.values.get(field)?.value ?? ''
    if (value === '') continue
    const number = scaled(value)
    if (number === undefined) rest = rest.plus(value)
    else whole += number
  }
  return new Decimal(whole.toString()).dividedBy(10 ** scale).plus(rest)
}

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
