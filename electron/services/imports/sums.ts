import { Decimal } from 'decimal.js'
import { decimalPlaces } from '../../../domain/rules/numbers.ts'
import type { GoodsRow } from './goods-table.ts'

/** Fields of which a sheet may show a total. */
export const summedFields = ['DeclTotal', 'GQty', 'NetWt', 'GrossWt', 'PackNo'] as const

/** More digits than any sum has: decimal.js keeps 20 by itself. */
const Exact = Decimal.clone({ precision: 60 })
/** Digits after the point that are summed as whole numbers; more fall back to decimals. */
const scale = 5
const unit = 10 ** scale
/** Longest text of which the scaled number is exact as a float. */
const longest = 10
/** Where a sum of such numbers is put aside, far from where floats leave out whole numbers. */
const full = 2 ** 52

/** Is the value times 10^5 a whole number that a float holds exactly? */
const isPlain = (value: string): boolean => value.length <= longest && decimalPlaces(value) <= scale

/** Sum of a field over rows, exact; cells that are empty or were not understood count as nothing. */
export function sumOf(rows: readonly GoodsRow[], field: string): Decimal {
  let whole = 0
  let rest: Decimal = new Exact(0)
  for (const { values } of rows) {
    const value = values.get(field)?.value ?? ''
    if (value === '') continue
    if (isPlain(value)) whole += Math.round(Number(value) * unit)
    else rest = rest.plus(value)
    if (Math.abs(whole) < full) continue
    rest = rest.plus(new Exact(whole).dividedBy(unit))
    whole = 0
  }
  return rest.plus(new Exact(whole).dividedBy(unit))
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
