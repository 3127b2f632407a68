import { weightedSum } from './weighted-sum.ts'

/** 统一社会信用代码, GB 32100-2015: digits and capitals without I, O, S, V, Z; weights are the powers of 3 modulo 31. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = Array.from({ length: 17 }, (_, at) => Number(3n ** BigInt(at) % 31n))

/** Check character of the first seventeen, or `undefined` when they are not of the alphabet. */
export function creditCodeCheck(firstSeventeen: string): string | undefined {
  const sum = weightedSum(firstSeventeen, alphabet, weights)
  return sum === undefined ? undefined : alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Eighteen characters with a right check character. */
export const isCreditCode = (code: string): boolean =>
  code.length === 18 && creditCodeCheck(code.slice(0, 17)) === code.charAt(17)

/**
 * Characters 9 to 17: the nine-character unit code that the message calls CopCode. They usually, not always, are an
 * organisation code of GB 11714, so a wrong check character in them is no fault.
 */
export const unitCodeOf = (creditCode: string): string => creditCode.slice(8, 17)

/** A well-formed code of a made-up enterprise: registrar and kind `91`, division, unit code. For practice and tests. */
export function makeCreditCode(division: string, unitCode: string): string {
  const start = `91${division}${unitCode}`
  const check = creditCodeCheck(start)
  if (check === undefined) throw new Error(`not the start of a credit code: ${start}`)
  return start + check
}
