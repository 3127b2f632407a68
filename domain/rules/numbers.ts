import { Decimal } from 'decimal.js'

/** Two numbers of the message have at most 60 digits each together; nothing is rounded on the way. */
const Exact = Decimal.clone({ precision: 80 })

/** Plain decimal notation, as the message wants it: no blanks, no plus sign, no exponent, no thousands separator. */
const plain = /^-?\d{1,30}(\.\d{1,30})?$/

/** The number in a field, or `undefined` when it is empty or not a plain number. */
export const decimalOf = (text: string | undefined): Decimal | undefined =>
  text !== undefined && plain.test(text) ? new Exact(text) : undefined

/** Digits after the point of a plain number. */
export function decimalPlaces(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

/** Plain notation for a sentence: no exponent. */
export const shown = (number: Decimal): string => number.toFixed()

export type { Decimal }
