import { beforeAll, expect, test } from 'vitest'
import { buildAllPapers, buildMessages } from '../../../../electron/services/imports/build-messages.ts'
import type { Merge } from '../../../../electron/services/imports/grid.ts'
import { findHeader } from '../../../../electron/services/imports/header.ts'
import { buildPreview, type Preview } from '../../../../electron/services/imports/preview.ts'
import { readMapped } from '../../../../electron/services/imports/read-goods.ts'
import type { WordBook } from '../../../../electron/services/imports/word-book.ts'
import { gridSheet, type Plain } from '../../../support/grid.ts'
import { realWordBook } from '../../../support/word-book.ts'

let book: WordBook
beforeAll(async () => {
  book = await realWordBook()
})

/** Read by the suggested mapping, as a clerk who agrees would. */
function read(rows: Plain[][], merges: Merge[] = []) {
  const sheet = gridSheet(rows, merges)
  const header = findHeader(sheet)
  const columns = Object.fromEntries([...header.suggested].map(([at, name]) => [String(at), name]))
  const result = readMapped([sheet], { sheet: 0, headerRow: header.row, columns }, book)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const preview = (rows: Plain[][], merges: Merge[] = []): Preview => {
  const { table, facts } = read(rows, merges)
  return buildPreview(table, facts, book)
}

const problemOf = (shown: Preview, row: number, field: string) =>
  shown.rows.find((each) => each.row + 1 === row)?.cells[shown.fields.indexOf(field)]?.problem

const total = (shown: Preview, label: string) => shown.totals.find((each) => each.label.startsWith(label))

const titles = ['品名', '数量', '单位', '单价(USD)', '金额(USD)', '净重(KGS)']

test('the total row is not imported but checked against the sums', () => {
  const shown = preview([
    titles,
    ['轴承', 10, 'PCS', 1.5, 15, 2],
    ['阀门', 4, 'SET', 20, 80, 6],
    ['合计', 14, null, null, 95, 8],
  ])
  expect(shown.rows.map((row) => row.row)).toEqual([1, 2])
  expect(total(shown, '总价合计（美元）')).toEqual({ label: '总价合计（美元）', value: '95', problem: null })
  expect(total(shown, '净重合计')).toMatchObject({ value: '8', problem: null })
  expect(shown).toMatchObject({ errors: 0, warnings: 0 })
})

test('a total that does not fit the rows is marked red with the difference', () => {
  const shown = preview([
    titles,
    ['轴承', 10, 'PCS', 1.5, 15, 2],
    ['阀门', 4, 'SET', 20, 80, 6],
    ['TOTAL:', 14, null, null, 105, 8],
  ])
  expect(total(shown, '总价合计')?.problem).toEqual({
    severity: 'error',
    text: '表内合计是 105，逐行相加是 95，相差 10',
  })
})

test('a total row without a word is known by its sums', () => {
  const shown = preview([
    titles,
    ['轴承', 10, 'PCS', 1.5, 15, 2],
    ['阀门', 4, 'SET', 20, 80, 6],
    [null, 14, null, null, 95, 8],
  ])
  expect(shown.rows).toHaveLength(2)
  expect(total(shown, '总价合计')).toMatchObject({ value: '95', problem: null })
})

test('when a cell was not understood the total cannot be checked, and that is said', () => {
  const shown = preview([
    titles,
    ['轴承', '1O', 'PCS', 1.5, 15, 2],
    ['阀门', 4, 'SET', 20, 80, 6],
    ['合计', 14, null, null, 95, 8],
  ])
  expect(problemOf(shown, 2, 'GQty')).toEqual({ severity: 'error', text: '“1O”里的“O”看不懂' })
  expect(total(shown, '数量合计')?.problem?.text).toContain('无法核对')
})

test('goods whose name begins like a total stay goods', () => {
  const shown = preview([titles, ['Total station 全站仪', 1, 'SET', 900, 900, 8], ['轴承', 10, 'PCS', 1.5, 15, 2]])
  expect(shown.rows).toHaveLength(2)
})

test('part totals, repeated titles and small print are left out', () => {
  const shown = preview([
    titles,
    ['轴承', 10, 'PCS', 1.5, 15, 2],
    ['小计', 10, null, null, 15, 2],
    titles,
    ['阀门', 4, 'SET', 20, 80, 6],
    ['总计', 14, null, null, 95, 8],
    ['SAY US DOLLARS NINETY-FIVE ONLY'],
    ['Bank:', 'Practice Bank'],
  ])
  expect(shown.rows.map((row) => row.row)).toEqual([1, 4])
  expect(shown.totals.some((each) => each.label.includes('没有导入'))).toBe(false)
})

test('a row between the goods that is no goods row is named, not dropped in silence', () => {
  const shown = preview([titles, ['轴承', 10, 'PCS', 1.5, 15, 2], ['B. 阀门类'], ['阀门', 4, 'SET', 20, 80, 6]])
  expect(total(shown, '第 3 行没有导入')).toMatchObject({ value: 'B. 阀门类', problem: { severity: 'warn' } })
})

test('a word merged over rows stands for each of them, a figure is counted once', () => {
  const shown = preview(
    [
      ['品名', '数量', '原产国', '件数'],
      ['轴承', 10, '德国', 5],
      ['阀门', 4, null, null],
    ],
    [
      { top: 1, left: 2, bottom: 2, right: 2 },
      { top: 1, left: 3, bottom: 2, right: 3 },
    ],
  )
  expect(shown.rows[1]?.cells[2]).toMatchObject({ value: 'DEU', problem: { severity: 'warn' } })
  expect(shown.rows[1]?.cells[3]).toMatchObject({ value: '', problem: null })
  expect(total(shown, '件数合计')?.value).toBe('5')
})

test('quantity times price against the total of the line', () => {
  const shown = preview([
    titles,
    ['轴承', 10, 'PCS', 1.5, 16, 2],
    ['螺栓', 3, 'PCS', 0.333, 1, 2],
    ['阀门', 4, 'SET', 20, null, 6],
  ])
  expect(problemOf(shown, 2, 'DeclTotal')).toEqual({ severity: 'warn', text: '数量×单价是 15，与总价 16 不符' })
  expect(problemOf(shown, 3, 'DeclTotal')).toBeNull()
  expect(problemOf(shown, 4, 'DeclTotal')?.text).toContain('算得 80')
})

test('a goods row without a name or a quantity is marked red', () => {
  const shown = preview([titles, [null, 10, 'PCS', 1.5, 15, 2], ['阀门', null, 'SET', 20, 80, 6]])
  expect(problemOf(shown, 2, 'GName')?.severity).toBe('error')
  expect(problemOf(shown, 3, 'GQty')?.severity).toBe('error')
})

test('unit and currency come from the cell, the column title and the head of the sheet', () => {
  const { table, facts } = read([
    ['Currency: EUR'],
    ['品名', '数量(PCS)', '单价', '金额'],
    ['轴承', '10', 1.5, 15],
    ['阀门', '4 SETS', 'USD 20', 80],
  ])
  const [message] = buildMessages({ table, facts, book, ieFlag: 'I' })
  expect(message?.DecLists?.map((line) => [line.GUnit, line.TradeCurr])).toEqual([
    ['007', 'EUR'],
    ['006', 'USD'],
  ])
})

test('legal quantities follow where the units are the same or the law counts kilograms', () => {
  const { table, facts } = read([
    ['品名', '税号', '数量', '单位', '净重', '法定单位'],
    ['轴承', '8482102000', 10, '套', 2, '套'],
    ['密封件', '8484200090', 4, '个', 6, '千克'],
    ['秤的零件', '8423900090', 3, '台', 5, null],
  ])
  const [message] = buildMessages({ table, facts, book, ieFlag: 'I' })
  expect(message?.DecLists?.map((line) => [line.FirstQty, line.FirstUnit, line.SecondQty, line.SecondUnit])).toEqual([
    ['10', '006', undefined, undefined],
    ['6', '035', undefined, undefined],
    ['5', '035', '3', '001'],
  ])
})

test('more than 50 lines become several declarations, numbered from 1, with their own weights', () => {
  const rows = Array.from({ length: 120 }, (_, at) => [`货物${at + 1}`, 2, 'PCS', 1.25, 2.5, 0.5])
  const { table, facts } = read([titles, ...rows])
  const messages = buildMessages({ table, facts, book, ieFlag: 'I' })
  expect(messages.map((message) => message.DecLists?.length)).toEqual([50, 50, 20])
  expect(messages.map((message) => message.DecHead?.NetWt)).toEqual(['25', '25', '10'])
  for (const message of messages)
    expect(message.DecLists?.map((line) => line.GNo)).toEqual(message.DecLists?.map((_, at) => String(at + 1)))
  expect(messages[2]?.DecLists?.at(-1)?.GName).toBe('货物120')
  expect(total(preview([titles, ...rows]), '报关单')?.value).toContain('3 份')
})

test('imports go to China and exports come from it, unless the sheet says otherwise', () => {
  const { table, facts } = read([
    ['品名', '数量', '原产国'],
    ['轴承', 1, '日本'],
    ['阀门', 2, null],
  ])
  const [inward] = buildMessages({ table, facts, book, ieFlag: 'I' })
  const [outward] = buildMessages({ table, facts, book, ieFlag: 'E' })
  expect(inward?.DecLists?.map((line) => [line.OriginCountry, line.DestinationCountry])).toEqual([
    ['JPN', 'CHN'],
    [undefined, 'CHN'],
  ])
  expect(outward?.DecLists?.map((line) => line.OriginCountry)).toEqual(['JPN', 'CHN'])
})

test('the head takes numbers and terms from around the goods', () => {
  const { table, facts } = read([
    ['SELLER:', 'YANLIAN DEMO GMBH', null, '发票号 Invoice No.', 'YL-INV-1'],
    ['Contract No.: YL-C-7', null, null, 'B/L No.:', 'YLB001'],
    ['Payment terms:', 'T/T 30 days', null, '成交方式:', 'FOB HAMBURG'],
    ['品名', '数量', '单位'],
    ['轴承', 10, 'PCS'],
    ['合计', 10],
    ['TOTAL G.W.:', '25.5 KGS', null, 'TOTAL N.W.: 20 KGS'],
    ['Total packages: 3 CTNS'],
  ])
  const [message] = buildMessages({ table, facts, book, ieFlag: 'I' })
  expect(message?.DecHead).toEqual({
    IEFlag: 'I',
    ContrNo: 'YL-C-7',
    BillNo: 'YLB001',
    TransMode: '3',
    NetWt: '20',
    GrossWet: '25.5',
    PackNo: '3',
    OverseasConsignorEname: 'YANLIAN DEMO GMBH',
  })
})

test('weights around the goods are taken over in kilograms, and a part total below does not hide them', () => {
  const { table, facts } = read([
    ['品名', '数量', '件数'],
    ['轴承', 10, null],
    ['阀门', 4, null],
    ['合计', 14, 7],
    ['总计', 14, null],
    ['TOTAL G.W.:', '1.5 MT', 'TOTAL N.W.: 950,000 G'],
  ])
  const [message] = buildMessages({ table, facts, book, ieFlag: 'I' })
  expect(message?.DecHead).toMatchObject({ GrossWet: '1500', NetWt: '950', PackNo: '7' })
})

test.each<[string, Record<string, string>, number, string]>([
  ['an unknown field', { 0: 'GName', 1: 'Nothing' }, 0, 'imports.badMapping'],
  ['the same field twice', { 0: 'GName', 1: 'GQty', 2: 'GQty' }, 0, 'imports.badMapping'],
  ['no column for the goods', { 1: 'GQty' }, 0, 'imports.badMapping'],
  ['a title row behind the end', { 0: 'GName' }, 9, 'imports.badMapping'],
  ['nothing below the titles', { 0: 'GName', 1: 'GQty' }, 1, 'imports.noRows'],
])('%s is refused', (_, columns, headerRow, code) => {
  const result = readMapped(
    [
      gridSheet([
        ['品名', '数量', '单位'],
        ['轴承', 1, 'PCS'],
      ]),
    ],
    { sheet: 0, headerRow, columns },
    book,
  )
  expect(result).toMatchObject({ ok: false, error: { code } })
})

test('the figures of the sheet go along: its own totals, or the sums of the rows of a part', () => {
  const whole = read([
    ['Invoice No.: YL-1', '合同号: HT-9'],
    ['品名', '数量', '单位', '单价(USD)', '金额(USD)', '净重', '毛重'],
    ['轴承', 10, 'PCS', 1.5, 15, 2, 3],
    ['阀门', 4, 'PCS', 20, 80, 6, 7],
    ['合计', 14, null, null, 96, 8, 10],
  ])
  const [stated] = buildAllPapers({ ...whole, book, ieFlag: 'I' })
  // The total of the sheet is kept although its rows sum to 95: the rule X01 shows the difference.
  expect(stated).toEqual({
    InvoiceNo: 'YL-1',
    ContractNo: 'HT-9',
    InvoiceTotal: '96',
    InvoiceCurr: 'USD',
    InvoiceQty: '14',
    InvoiceUnit: '007',
    InvoiceLines: '2',
    PackingNet: '8',
    PackingGross: '10',
  })
  const rows = Array.from({ length: 60 }, (_, at) => [`货物${at + 1}`, 2, 'PCS', 1.25, 2.5, 0.5])
  const split = read([titles, ...rows])
  expect(
    buildAllPapers({ ...split, book, ieFlag: 'I' }).map(({ InvoiceLines, InvoiceQty }) => [InvoiceLines, InvoiceQty]),
  ).toEqual([
    ['50', '100'],
    ['10', '20'],
  ])
})
