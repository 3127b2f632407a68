import { Decimal } from 'decimal.js'

type Line = Readonly<Record<string, unknown>>
export type LineChange = { readonly element: string; readonly value: string }

const number = (line: Line, element: string): Decimal | undefined => {
  const text = line[element]
  return typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : undefined
}
const text = (line: Line, element: string): string => (typeof line[element] === 'string' ? line[element] : '')

/** Customs keeps the total with 2 and the price with 4 decimals (precision 17.2 and 15.4, rule L06). */
const total = (value: Decimal): string => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString()
const price = (value: Decimal): string => value.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toString()

function amounts(line: Line, edited: string): LineChange[] {
  const quantity = number(line, 'GQty')
  const unitPrice = number(line, 'DeclPrice')
  const whole = number(line, 'DeclTotal')
  if (edited === 'DeclTotal') {
    if (whole === undefined || quantity === undefined || quantity.isZero()) return []
    // A price that already gives this total is what the contract says: it stays.
    if (unitPrice !== undefined && total(unitPrice.times(quantity)) === total(whole)) return []
    return [{ element: 'DeclPrice', value: price(whole.div(quantity)) }]
  }
  if (edited !== 'GQty' && edited !== 'DeclPrice') return []
  if (quantity === undefined) return []
  if (unitPrice !== undefined) return [{ element: 'DeclTotal', value: total(unitPrice.times(quantity)) }]
  // A price that is being typed (`12.`) or cleared is the clerk's: computed now, it would swallow the point.
  if (edited === 'DeclPrice' || whole === undefined || quantity.isZero()) return []
  return [{ element: 'DeclPrice', value: price(whole.div(quantity)) }]
}

/** Where the deal's unit is a legal unit, the two quantities are one figure (rule L05). */
function legalQuantities(line: Line, edited: string): LineChange[] {
  if (!['GQty', 'GUnit', 'FirstUnit', 'SecondUnit'].includes(edited) || text(line, 'GQty') === '') return []
  return [
    ['FirstUnit', 'FirstQty'],
    ['SecondUnit', 'SecondQty'],
  ].flatMap(([unit = '', quantity = '']) =>
    text(line, 'GUnit') !== '' &&
    text(line, unit) === text(line, 'GUnit') &&
    text(line, quantity) !== text(line, 'GQty')
      ? [{ element: quantity, value: text(line, 'GQty') }]
      : [],
  )
}

/** What the form computes after one field of a line was filled: price, quantity, total, legal quantities. */
export const followingChanges = (line: Line, edited: string): LineChange[] =>
  [...amounts(line, edited), ...legalQuantities(line, edited)].filter(
    ({ element, value }) => text(line, element) !== value,
  )

/** A line with values that came all at once (pasted): what follows from them is computed, what came itself is kept. */
export function withFollowing(
  line: Readonly<Record<string, unknown>>,
  came: readonly string[],
): Record<string, unknown> {
  const full: Record<string, unknown> = { ...line }
  for (const edited of came)
    for (const { element, value } of followingChanges(full, edited)) if (!came.includes(element)) full[element] = value
  return full
}
