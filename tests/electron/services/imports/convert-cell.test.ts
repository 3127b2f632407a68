import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { importField, importFields } from '../../../../domain/fields/import-columns.ts'
import type { ImportField } from '../../../../domain/fields/import-field.ts'
import { readHints } from '../../../../electron/services/imports/column-hints.ts'
import { convertCell } from '../../../../electron/services/imports/convert-cell.ts'
import type { Converted } from '../../../../electron/services/imports/converted.ts'
import type { WordBook } from '../../../../electron/services/imports/word-book.ts'
import { gridSheet, type Plain } from '../../../support/grid.ts'
import { realWordBook } from '../../../support/word-book.ts'

let book: WordBook
beforeAll(async () => {
  book = await realWordBook()
})

const field = (name: string): ImportField => {
  const found = importField(name)
  if (found === undefined) throw new Error(name)
  return found
}

const convert = (name: string, value: Plain, title = ''): Converted =>
  convertCell(field(name), gridSheet([[value]]).rows[0]?.[0], readHints(title, book), book)

test.each<[string, Plain, string]>([
  ['GQty', 0.1 + 0.2, '0.3'],
  ['GQty', 1200, '1200'],
  ['GQty', '1,200', '1200'],
  ['GQty', '１２００', '1200'],
  ['GQty', '1,200 PCS', '1200'],
  ['DeclPrice', 'US$12.50', '12.5'],
  ['DeclPrice', '12.5/PC', '12.5'],
  ['DeclTotal', 5000 * 1.235, '6175'],
  ['PackNo', '20 CTNS', '20'],
  ['CodeTS', '8482.1020.00', '8482102000'],
  ['CodeTS', 8482102000, '8482102000'],
  ['CodeTS', '８４８２１０２０００', '8482102000'],
  ['GUnit', 'PCS', '007'],
  ['GUnit', 7, '007'],
  ['OriginCountry', '德国', 'DEU'],
  ['TradeCurr', '美元', 'USD'],
  ['DistrictCode', 31222, '31222'],
  ['DutyMode', 1, '1'],
  ['ExgNo', '00123', '00123'],
  ['ExgNo', 123, '123'],
  ['GName', ' 深沟球\n轴承　６２０４ ', '深沟球 轴承 6204'],
  ['GName', '阀门（手动）', '阀门(手动)'],
  ['ProduceDate', new Date(Date.UTC(2026, 2, 15)), '20260315'],
  ['ProduceDate', 46096, '20260315'],
  ['ProduceDate', '2026-03-15', '20260315'],
  ['ProduceDate', '2026年3月15日', '20260315'],
  ['ProduceDate', '15-Mar-2026', '20260315'],
  ['ProduceDate', 'March 15, 2026', '20260315'],
  ['ProduceDate', 20260315, '20260315'],
])('%s: %j becomes %s without a mark', (name, value, expected) => {
  expect(convert(name, value)).toMatchObject({ value: expected, problem: null })
})

test.each<[string, Plain, string, string]>([
  ['DeclPrice', '1.23456', '1.2346', '四舍五入'],
  ['DeclTotal', 10.005, '10.01', '四舍五入'],
  ['GQty', 0, '0', '是 0'],
  ['GQty', new Date(Date.UTC(1900, 0, 30)), '30', '日期格式'],
  ['CodeTS', 101210090, '0101210090', '开头的 0'],
  ['CodeTS', '84821020', '84821020', '只有 8 位'],
  ['CodeTS', '8482102000999', '8482102000', '13 位'],
  ['CodeTS', '9999999999', '9999999999', '税则库里没有'],
  ['TradeCurr', '$', 'USD', '美元'],
  ['ExgNo', new Date(Date.UTC(2026, 2, 1)), '2026-03-01', '日期'],
])('%s: %j is taken over as %s with a yellow mark', (name, value, expected, text) => {
  const { value: got, problem } = convert(name, value)
  expect(got).toBe(expected)
  expect(problem?.severity).toBe('warn')
  expect(problem?.text).toContain(text)
})

test.each<[string, Plain, string]>([
  ['GQty', '若干', '不是数字'],
  ['GQty', '8O0', '看不懂'],
  ['GQty', '12,5', '分不清'],
  ['GQty', '10-20', '不止一个'],
  ['GQty', -5, '负数'],
  ['GQty', true, '不是数字'],
  ['GQty', '1e400', '看不懂'],
  ['GQty', '123456789012345678901', '位'],
  ['PackNo', 1.5, '整数'],
  ['DeclPrice', '¥12', '人民币'],
  ['TradeCurr', '￥', '人民币'],
  ['NetWt', '5 PCS', '重量'],
  ['CodeTS', '轴承', '10 位'],
  ['CodeTS', '12345', '5 位'],
  ['OriginCountry', 'Korae', '原产国'],
  ['GUnit', 'XYZ', '不是已知'],
  ['ProduceDate', '03/04/2026', '日期'],
  ['ProduceDate', '2026-02-30', '日期'],
  ['ProduceDate', '2026-12', '日期'],
  ['ProduceDate', '2026/11', '日期'],
  ['ProduceDate', 202612, '日期'],
  ['ProduceDate', '2026111', '日期'],
  ['GQty', '0,500', '分不清'],
  ['DeclTotal', '(US$12.50)', '负数'],
  ['ProduceDate', 12, '日期'],
  ['GQty', { kind: 'error', text: '#REF!' }, '#REF!'],
  ['GQty', { kind: 'noResult', text: '' }, '没有保存结果'],
])('%s: %j is not understood and stays empty', (name, value, text) => {
  const { value: got, problem } = convert(name, value)
  expect(got).toBe('')
  expect(problem?.severity).toBe('error')
  expect(problem?.text).toContain(text)
})

test('a name that is too long is kept whole with a red mark', () => {
  const { value, problem } = convert('GName', '长'.repeat(300))
  expect(value).toHaveLength(300)
  expect(problem).toEqual({ severity: 'error', text: '超过 255 个字（现有 300 个），请缩短' })
})

test.each([
  ['净重 N.W.(KGS)', 2.5, '2.5'],
  ['净重(G)', 2500, '2.5'],
  ['N.W. (MT)', 1.25, '1250'],
  ['净重（吨）', '1.25', '1250'],
  ['净重', '2.5 吨', '2500'],
])('weights under the title “%s” are taken over in kilograms', (title, value, expected) => {
  expect(convert('NetWt', value, title).value).toBe(expected)
})

test('units and currencies beside the figures and in the title are kept for the line', () => {
  expect(convert('GQty', '5 SETS').unit).toBe('006')
  expect(convert('DeclPrice', 'EUR 3.20').currency).toBe('EUR')
  expect(readHints('数量 Qty (PCS)', book)).toEqual({ unit: '007' })
  expect(readHints('Unit Price (USD)', book)).toEqual({ currency: 'USD' })
  expect(readHints('金额（美元）', book)).toEqual({ currency: 'USD' })
  expect(readHints('单位', book)).toEqual({})
})

test('an empty cell is empty, not a fault', () => {
  expect(convert('GQty', null)).toEqual({ value: '', raw: '', problem: null })
})

test('a page of text in a cell is quoted in part only, under every column', () => {
  for (const each of importFields)
    expect((convert(each.field, '长'.repeat(5000)).problem?.text ?? '').length).toBeLessThanOrEqual(401)
})

test('whatever stands in a cell, it is converted without a throw, and a value fits the scale of its field', () => {
  const cells = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.integer(), fc.boolean())
  fc.assert(
    fc.property(cells, fc.constantFrom(...importFields), (value, each) => {
      const { value: got } = convert(each.field, value)
      if (each.kind === 'decimal') expect(got).toMatch(/^(\d+(\.\d{1,5})?)?$/)
      if (each.kind === 'integer') expect(got).toMatch(/^\d*$/)
    }),
    { numRuns: 1000 },
  )
})
