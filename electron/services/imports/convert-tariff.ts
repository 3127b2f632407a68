import { misread, warn, type Converted } from './converted.ts'
import type { Cell } from './grid.ts'
import { plainDecimal } from './read-number.ts'
import type { WordBook } from './word-book.ts'

const whole = 10

/** A number cell loses its leading zero; a commodity number has an even count of digits from chapter 01 on. */
function digitsOf(cell: Cell): { digits: string; padded: boolean } {
  if (cell.kind !== 'number') return { digits: cell.text.normalize('NFKC').replace(/[\s.\-'/]/g, ''), padded: false }
  const digits = plainDecimal(cell.text) ?? cell.text
  const padded = /^\d+$/.test(digits) && digits.length % 2 === 1 && digits.length < 13
  return { digits: padded ? `0${digits}` : digits, padded }
}

/** 商品编号: ten digits; dots and spaces dropped, lost zeros restored, shorter ones taken over with a mark. */
export function convertTariff(cell: Cell, book: WordBook): Converted {
  const raw = cell.text
  const { digits, padded } = digitsOf(cell)
  if (!/^\d+$/.test(digits)) return misread(raw, `“${raw}”不是商品编号，应是 10 位数字`)
  if (digits.length === whole + 3)
    return {
      value: digits.slice(0, whole),
      raw,
      problem: warn('13 位编号：前 10 位是商品编号，后 3 位按监管类别取'),
      ciqCode: digits.slice(whole),
    }
  if (digits.length === 8 || digits.length === 6)
    return { value: digits, raw, problem: warn(`商品编号只有 ${digits.length} 位，请补足 10 位`) }
  if (digits.length !== whole) return misread(raw, `商品编号应是 10 位，现有 ${digits.length} 位`)
  if (padded) return { value: digits, raw, problem: warn('表里丢了开头的 0，已补上') }
  const unknown = book.has('tariff') && book.name('tariff', digits) === undefined
  return { value: digits, raw, problem: unknown ? warn('税则库里没有这个编号，请核对') : null }
}
