import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDecimal, readNumber } from '../../../../electron/services/imports/read-number.ts'

test.each([
  ['12', '12', []],
  ['1,234.50', '1234.5', []],
  ['1,234', '1234', []],
  ['12,345,678', '12345678', []],
  ['1.234,56', '1234.56', []],
  ['1.234.567', '1234567', []],
  ["1'234.5", '1234.5', []],
  ['０.３', '0.3', []],
  ['１，２００．５', '1200.5', []],
  ['1,200 PCS', '1200', ['PCS']],
  ['US$12.50', '12.5', ['US$']],
  ['USD 3', '3', ['USD']],
  ['￥12', '12', ['¥']],
  ['2.5/PC', '2.5', ['PC']],
  ['5 M2', '5', ['M2']],
  ['12O0', '12', ['O0']],
  ['-3', '-3', []],
  ['-3 PCS', '-3', ['PCS']],
  ['(12.50)', '-12.5', []],
  ['(US$12.50)', '-12.5', ['US$']],
  ['US$ (1,200.00)', '-1200', ['US$']],
  ['(12.50) USD', '-12.5', ['USD']],
  ['(USD) 3', '3', ['USD']],
  ['(12 PCS)', '12', ['PCS']],
  ['.5', '0.5', []],
  ['100.', '100', []],
])('“%s” is %s', (text, value, words) => {
  expect(readNumber(text)).toEqual({ value, words })
})

test.each([
  ['', 'none'],
  ['若干', 'none'],
  ['12,5', 'separators'],
  ['1,23,456', 'separators'],
  ['0,500', 'separators'],
  ['0.123,45', 'separators'],
  ["5'6", 'separators'],
  ['100-120', 'several'],
  ['2 x 50', 'several'],
  ['1 234', 'several'],
])('“%s” is refused: %s', (text, fault) => {
  expect(readNumber(text)).toBe(fault)
})

test('the noise of binary fractions is dropped', () => {
  expect(plainDecimal(String(0.1 + 0.2))).toBe('0.3')
  expect(plainDecimal(String(5000 * 1.235))).toBe('6175')
  expect(plainDecimal('1e-7')).toBe('0.0000001')
  expect(plainDecimal('1e21')).toBe('1000000000000000000000')
  expect(plainDecimal('Infinity')).toBeUndefined()
})

test('a decimal written with thousands separators is read exactly', () => {
  const digits = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99_999 }))
  fc.assert(
    fc.property(digits, ([whole, part]) => {
      const text = `${whole.toLocaleString('en-US')}.${String(part).padStart(5, '0')}`
      expect(readNumber(text)).toEqual({ value: new Decimal(text.replaceAll(',', '')).toFixed(), words: [] })
    }),
  )
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readNumber(text)))
})
