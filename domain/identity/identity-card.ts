import { Temporal } from 'temporal-polyfill'
import { weightedSum } from './weighted-sum.ts'

/** 公民身份号码, GB 11643-1999 (ISO 7064 MOD 11-2): division 6, birthday 8, serial 3, check character. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of the first seventeen digits, or `undefined` when they are not digits. */
export function identityCardCheck(firstSeventeen: string): string | undefined {
  const sum = weightedSum(firstSeventeen, '0123456789', weights)
  return sum === undefined ? undefined : '10X98765432'.charAt(sum % 11)
}

function isDay(digits: string): boolean {
  try {
    return Temporal.PlainDate.from(digits).year >= 1800
  } catch {
    return false
  }
}

/** Eighteen characters with a real day of birth and a right check character (X in capitals). */
export const isIdentityCard = (number: string): boolean =>
  number.length === 18 && identityCardCheck(number.slice(0, 17)) === number.charAt(17) && isDay(number.slice(6, 14))

/** The number as it may be shown and logged: only its first three and last two characters. */
export const maskIdentityCard = (number: string): string =>
  number.length > 5 ? number.slice(0, 3) + '*'.repeat(number.length - 5) + number.slice(-2) : '*'.repeat(number.length)

/** A well-formed number of a made-up person. For practice and tests. */
export function makeIdentityCard(division: string, birthday: string, serial: string): string {
  const start = division + birthday + serial
  const check = identityCardCheck(start)
  if (check === undefined) throw new Error(`not the start of an identity number: ${start}`)
  return start + check
}
