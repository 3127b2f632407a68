import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GoodsRow } from '../../../../electron/services/imports/goods-table.ts'
import { RowValues } from '../../../../electron/services/imports/row-values.ts'
import { sumOf } from '../../../../electron/services/imports/sums.ts'

const places = new Map([['NetWt', 0]])
const rows = (values: readonly string[]): GoodsRow[] =>
  values.map((value, row) => ({ row, values: new RowValues(places, [{ value, raw: value, problem: null }]) }))

const figure = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.nat(8))
  .map(([digits, decimals]) => new Decimal(digits.toString()).dividedBy(10 ** decimals).toFixed())

test('a sum is exact whatever the figures and however many they are', () => {
  const Exact = Decimal.clone({ precision: 60 })
  fc.assert(
    fc.property(fc.array(fc.oneof(figure, fc.constant('')), { maxLength: 60 }), (values) => {
      const exact = values.filter((value) => value !== '').reduce((sum, value) => sum.plus(value), new Exact(0))
      expect(sumOf(rows(values), 'NetWt').toFixed()).toBe(exact.toFixed())
    }),
  )
})

test('ten thousand cents are a hundred, and sums beyond what a float holds stay exact', () => {
  expect(sumOf(rows(Array<string>(10_000).fill('0.01')), 'NetWt').toFixed()).toBe('100')
  expect(sumOf(rows(Array<string>(10_000).fill('9999999999')), 'NetWt').toFixed()).toBe('99999999990000')
  expect(sumOf(rows(Array<string>(10_000).fill('9999999.99')), 'NetWt').toFixed()).toBe('99999999900')
})

test('a field that is not mapped sums to nothing', () => {
  expect(sumOf(rows(['1']), 'GrossWt').toFixed()).toBe('0')
})
