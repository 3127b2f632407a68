import { weightedSum } from './weighted-sum.ts'

/** 车辆识别代号, GB 16735 and ISO 3779: 17 digits and capitals without I, O and Q. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const values = '12345678123457923456789'
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** Seventeen characters of the alphabet. */
export const isVin = (vin: string): boolean => /^[0-9A-HJ-NPR-Z]{17}$/.test(vin)

/**
 * Whether the ninth character is the check digit of the others. Binding in China and North America only, so a
 * mismatch is advice, not a fault.
 */
export function hasVinCheck(vin: string): boolean {
  if (!isVin(vin)) return false
  const digits = vin.replace(/[A-Z]/g, (letter) => values.charAt(letters.indexOf(letter)))
  return '0123456789X'.charAt((weightedSum(digits, '0123456789', weights) ?? 0) % 11) === vin.charAt(8)
}
