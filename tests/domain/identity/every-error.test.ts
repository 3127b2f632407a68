import { expect, test } from 'vitest'
import { isCardNumber } from '../../../domain/identity/card-number.ts'
import { isContainerNumber, makeContainerNumber } from '../../../domain/identity/container-number.ts'
import { isCreditCode, makeCreditCode } from '../../../domain/identity/credit-code.ts'
import { isCustomsCode } from '../../../domain/identity/customs-code.ts'
import { isIdentityCard, makeIdentityCard } from '../../../domain/identity/identity-card.ts'
import { isOrganisationCode, organisationCodeCheck } from '../../../domain/identity/organisation-code.ts'
import { hasVinCheck } from '../../../domain/identity/vin.ts'

/**
 * Every single-character error and every adjacent swap of 1,000 numbers a kind, judged as the standard says. The judges
 * here are written from the standards in another form than the product's: congruences instead of check characters.
 */
const count = 1000
const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A plain generator with a fixed start (Park and Miller), so that a failure comes again. */
let state = 20_261_127
const below = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit
const some = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join('')

interface Kind {
  readonly name: string
  readonly make: () => string
  readonly judge: (number: string) => boolean
  readonly product: (number: string) => boolean
  /** Characters that stand in for the right one. */
  readonly alphabet: string
}

/** GB 32100: Σ value·3^i over all 18 places is 0 modulo 31, the check character at weight 1. */
function creditHolds(code: string): boolean {
  let [sum, power] = [0, 1]
  for (const character of code.slice(0, 17)) {
    const value = creditAlphabet.indexOf(character)
    if (value < 0) return false
    sum += value * power
    power = (power * 3) % 31
  }
  const check = creditAlphabet.indexOf(code.charAt(17))
  return check >= 0 && (sum + check) % 31 === 0
}

/** GB 11714: Σ value·weight plus the check value (X is 10) is 0 modulo 11. */
function organisationHolds(code: string): boolean {
  const values = [...code.slice(0, 8)].map((character) => (digits + letters).indexOf(character))
  const check = (digits + 'X').indexOf(code.charAt(8))
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, at) => total + weight * (values[at] ?? 0), check)
  return values.every((value) => value >= 0) && check >= 0 && sum % 11 === 0
}

/** ISO 7064 MOD 11-2 by its recursion, and a real day of birth. */
function identityHolds(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const value = (character: string): number => (character === 'X' ? 10 : Number(character))
  const rest = [...number.slice(0, 17)].reduce((product, digit) => ((product + Number(digit)) * 2) % 11, 0)
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number)
  const date = new Date(Date.UTC(2000, (month ?? 0) - 1, day))
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day)
  const isReal = (year ?? 0) >= 1800 && date.getUTCMonth() + 1 === month && date.getUTCDate() === day
  return isReal && (rest + value(number.charAt(17))) % 11 === 1
}

/** ISO 6346 with its table of letter values written out. */
const containerLetters: Record<string, number> = {
  ...{ A: 10, B: 12, C: 13, D: 14, E: 15, F: 16, G: 17, H: 18, I: 19, J: 20, K: 21, L: 23, M: 24 },
  ...{ N: 25, O: 26, P: 27, Q: 28, R: 29, S: 30, T: 31, U: 32, V: 34, W: 35, X: 36, Y: 37, Z: 38 },
}
function containerHolds(number: string): boolean {
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(number)) return false
  const sum = Array.from(number.slice(0, 10)).reduce(
    (total, one, at) => total + (containerLetters[one] ?? Number(one)) * 2 ** at,
    0,
  )
  const remainder = sum - Math.floor(sum / 11) * 11
  return (remainder === 10 ? 0 : remainder) === Number(number.charAt(10))
}

/** ISO 3779 / GB 16735: transliteration by rows of nine, weights by place, the ninth character the remainder. */
function vinHolds(vin: string): boolean {
  if (!/^[0-9A-HJ-NPR-Z]{17}$/.test(vin)) return false
  const rows = ['ABCDEFGH', 'JKLMN.P.R', '.STUVWXYZ']
  const value = (character: string): number => {
    const row = rows.find((one) => one.includes(character))
    return row === undefined ? Number(character) : row.indexOf(character) + 1
  }
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const remainder = weights.reduce((total, weight, at) => total + weight * value(vin.charAt(at)), 0) % 11
  return vin.charAt(8) === (remainder === 10 ? 'X' : String(remainder))
}

const two = (value: number): string => String(value).padStart(2, '0')
const vinAlphabet = '0123456789ABCDEFGHJKLMNPRSTUVWXYZ'
function someVin(): string {
  for (;;) {
    const [front, back] = [some(vinAlphabet, 8), some(vinAlphabet, 8)]
    const found = Array.from('0123456789X')
      .map((check) => front + check + back)
      .find(vinHolds)
    if (found !== undefined) return found
  }
}

const kinds: readonly Kind[] = [
  {
    name: '统一社会信用代码',
    make: () => makeCreditCode(some(digits, 6), some(creditAlphabet, 9)),
    judge: creditHolds,
    product: isCreditCode,
    alphabet: digits + letters,
  },
  {
    name: '组织机构代码',
    make: () => {
      const start = some(digits + letters, 8)
      return start + (organisationCodeCheck(start) ?? '')
    },
    judge: organisationHolds,
    product: isOrganisationCode,
    alphabet: digits + letters,
  },
  {
    name: '公民身份号码',
    make: () =>
      makeIdentityCard(
        some(digits, 6),
        `${1900 + below(120)}${two(1 + below(12))}${two(1 + below(28))}`,
        some(digits, 3),
      ),
    judge: identityHolds,
    product: isIdentityCard,
    alphabet: `${digits}X`,
  },
  {
    name: '集装箱号',
    make: () => makeContainerNumber(some(letters, 3) + some('UJZ', 1), some(digits, 6)),
    judge: containerHolds,
    product: isContainerNumber,
    alphabet: digits + letters,
  },
  { name: '车辆识别代号', make: someVin, judge: vinHolds, product: hasVinCheck, alphabet: digits + letters },
  // No check digit: an error inside the alphabet cannot be found, one outside of it has to be.
  {
    name: '电子口岸 IC 卡号',
    make: () => some(digits + letters, 13),
    judge: (number) => number.length === 13 && [...number].every((one) => (digits + letters).includes(one)),
    product: isCardNumber,
    alphabet: `${digits}${letters}a-`,
  },
  {
    name: '海关编码',
    make: () => some(digits, 6) + some(digits + letters, 4),
    judge: (code) => /^\d{4}[\dA-Z]{6}$/.test(code),
    product: isCustomsCode,
    alphabet: `${digits}${letters}a-`,
  },
]

function* errorsOf(number: string, alphabet: string): Generator<string> {
  for (let at = 0; at < number.length; at++) {
    for (const other of alphabet)
      if (other !== number.charAt(at)) yield number.slice(0, at) + other + number.slice(at + 1)
    const [one, next] = [number.charAt(at), number.charAt(at + 1)]
    if (next !== '' && one !== next) yield number.slice(0, at) + next + one + number.slice(at + 2)
  }
}

test.each(kinds)('$name: every single error and every swap of 1,000 numbers is judged as the standard says', (kind) => {
  const { make, judge, product, alphabet } = kind
  const wrong: string[] = []
  let judged = 0
  for (let turn = 0; turn < count; turn++) {
    const number = make()
    if (!product(number) || !judge(number)) wrong.push(number)
    for (const error of errorsOf(number, alphabet)) {
      judged++
      if (product(error) !== judge(error)) wrong.push(error)
    }
  }
  expect(wrong.slice(0, 5)).toEqual([])
  expect(judged).toBeGreaterThan(count * 100)
})

test('what the standards promise holds: no single error and no swap in a credit code or an identity number passes', () => {
  const promised = kinds.filter(({ product }) => product === isCreditCode || product === isIdentityCard)
  expect(promised).toHaveLength(2)
  for (const { make, product } of promised) {
    const alphabet = product === isCreditCode ? creditAlphabet : digits
    for (let turn = 0; turn < count; turn++) expect([...errorsOf(make(), alphabet)].filter(product)).toEqual([])
  }
})
