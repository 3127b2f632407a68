import { expect, test } from 'vitest'
import { findHeader, headerAt } from '../../../../electron/services/imports/header.ts'
import { gridSheet } from '../../../support/grid.ts'

const named = (header: ReturnType<typeof findHeader>): Record<number, string> => Object.fromEntries(header.suggested)

test('the titles are found below a company name, an address and an invoice number', () => {
  const header = findHeader(
    gridSheet([
      ['YANLIAN DEMO GMBH'],
      ['Uebungsweg 1'],
      ['发票号 Invoice No.:', null, 'YL-1', null, 'Date', '2026-10-01'],
      [],
      ['品名', '数量', '单位', '单价', '金额'],
      ['轴承', 10, 'PCS', 1.5, 15],
    ]),
  )
  expect(header).toMatchObject({ row: 4, height: 1 })
  expect(named(header)).toEqual({ 0: 'GName', 1: 'GQty', 2: 'GUnit', 3: 'DeclPrice', 4: 'DeclTotal' })
})

test('a Chinese and an English title row are one header', () => {
  const header = findHeader(
    gridSheet([
      ['品名', '数量', '单价'],
      ['Description', 'Quantity', 'Unit Price'],
      ['轴承', 10, 1.5],
    ]),
  )
  expect(header).toMatchObject({ row: 1, height: 2, titles: ['品名 Description', '数量 Quantity', '单价 Unit Price'] })
})

test('a title merged over two columns stands over both', () => {
  const sheet = gridSheet(
    [
      ['品名', '数量', null, '重量(KGS)', null],
      [null, '数值', '单位', '净重', '毛重'],
      ['轴承', 10, 'PCS', 2, 3],
    ],
    [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 0, right: 4 },
    ],
  )
  const header = findHeader(sheet)
  expect(header).toMatchObject({ row: 1, height: 2 })
  expect(named(header)).toEqual({ 0: 'GName', 1: 'GQty', 2: 'GUnit', 3: 'NetWt', 4: 'GrossWt' })
})

test('goods rows with words of titles in them are not taken for titles', () => {
  const header = findHeader(
    gridSheet([
      ['品名', '数量', '单位'],
      ['Goods', 5, 'PCS'],
      ['Commodity', 6, 'Unit'],
    ]),
  )
  expect(header).toMatchObject({ row: 0, height: 1 })
})

test('a sheet without a known title offers its fullest row and suggests nothing', () => {
  const header = findHeader(gridSheet([['A'], ['x', 'y', 'z'], [1, 2, 3]]))
  expect(header).toMatchObject({ row: 1, score: 0 })
  expect(header.suggested.size).toBe(0)
})

test('the clerk may choose another row as titles', () => {
  const sheet = gridSheet([
    ['品名', '数量'],
    ['轴承', 1],
    ['名称一', '数二'],
  ])
  expect(headerAt(sheet, 2).titles).toEqual(['名称一', '数二'])
})

test('an empty sheet has no titles and no fault', () => {
  expect(findHeader(gridSheet([]))).toMatchObject({ row: 0, score: 0 })
})
