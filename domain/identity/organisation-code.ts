import { weightedSum } from './weighted-sum.ts'

/** 组织机构代码, GB 11714-1997: 8 digits or capitals and a check character; letters count A = 10 … Z = 35. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const weights = [3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of the first eight, or `undefined` when they are not of the alphabet. */
export function organisationCodeCheck(firstEight: string): string | undefined {
  const sum = weightedSum(firstEight, alphabet, weights)
  return sum === undefined ? undefined : '0123456789X0'.charAt(11 - (sum % 11))
}

/** Nine characters with a right check character; the printed form with a dash before the last is not accepted. */
export const isOrganisationCode = (code: string): boolean =>
  code.length === 9 && organisationCodeCheck(code.slice(0, 8)) === code.charAt(8)
