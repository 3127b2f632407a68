import { beforeAll, expect, test } from 'vitest'
import { loadCodeBook } from '../../../../domain/codes/code-book.ts'
import type { DecMessage } from '../../../../domain/fields/declaration/dec-message.ts'
import type { CodeBook } from '../../../../domain/rules/rule.ts'
import { declarationStates, type DeclarationState } from '../../../../domain/states/declaration.ts'
import { checkHtml } from '../../../../electron/services/printing/check-html.ts'
import { declarationHtml } from '../../../../electron/services/printing/declaration-html.ts'
import { printTables, type PrintInput } from '../../../../electron/services/printing/print-input.ts'
import { exportDeclaration, importDeclaration, manyLines } from '../../../fixtures/declarations.ts'
import { readCode128 } from '../../../support/code-128.ts'

let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook(printTables)
})

const input = (message: DecMessage, more: Partial<PrintInput> = {}): PrintInput => ({
  message,
  codes,
  state: 'draft',
  practice: true,
  clientSeqNo: 'YL2026111000000001',
  seqNo: '',
  entryId: '',
  declaredOn: '',
  ...more,
})

const layouts = { declaration: declarationHtml, check: checkHtml }

/** Texts of the page in order, tags taken out. */
const textOf = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\n+/g, '\n')

const count = (text: string, part: string): number => text.split(part).length - 1

test('an import shows the labels of the official blank with names and codes', () => {
  const text = textOf(declarationHtml(input(importDeclaration())).html)
  for (const part of [
    '中华人民共和国海关进口货物报关单',
    '（洋山港区）',
    '境内收货人（91310115MA9YLDM128）\n演练进出口（上海）有限公司',
    '境外发货人\nYANLIAN DEMO GMBH',
    '监管方式（0110）\n一般贸易',
    '征免性质（101）\n一般征税',
    '启运国（地区）（DEU）\n德国',
    '运费\nEUR/950/3',
    '保费\n0.3/1',
    '特殊关系确认：否',
    '1\n8423900090999\n称重模块\n4|3|用于平台秤|称重传感器与支架|演练牌|YL-W100\n380千克\n200台\n200个\n25.5\n5100\n欧元\n德国\n（DEU）',
    '照章征税\n（1）',
    '海关批注及签章',
  ])
    expect(text).toContain(part)
})

test('the day of the declaration stands in its box, and a draft has none', () => {
  const text = textOf(declarationHtml(input(importDeclaration(), { declaredOn: '20261110' })).html)
  expect(text).toContain('申报日期\n20261110\n')
  expect(textOf(declarationHtml(input(importDeclaration())).html)).toContain('申报日期\n备案号')
})

test('an export has its own labels, and origin and destination by meaning', () => {
  const text = textOf(declarationHtml(input(exportDeclaration())).html)
  for (const part of [
    '出口货物报关单',
    '境内发货人',
    '境外收货人',
    '生产销售单位',
    '运抵国',
    '指运港',
    '离境口岸',
    '境内货源地',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('货物存放地点')
  expect(text).toContain('美元\n中国\n（CHN）\n美国\n（USA）')
})

test('with a list kind the FTZ list is printed, without levy columns', () => {
  const message = importDeclaration()
  message.DecHead = { ...message.DecHead, BillType: '1' }
  const text = textOf(declarationHtml(input(message)).html)
  expect(text).toContain('中华人民共和国海关进境货物备案清单')
  expect(text).not.toContain('征免')
})

test.each([
  ['a document type that is a list', { Type: 'LY' }, '进境货物备案清单'],
  ['a list of the two-step kind', { Type: 'ML6' }, '进境货物备案清单'],
  ['a document type that is none', { Type: 'CL' }, '进口货物报关单'],
  ['collected deliveries filed as a declaration', { BillType: '4' }, '进口货物报关单'],
] as const)('%s has the blank of its name', (_, head, title) => {
  const message = importDeclaration()
  message.DecHead = { ...message.DecHead, ...head }
  expect(declarationHtml(input(message)).title).toBe(`中华人民共和国海关${title}`)
})

test.each(Object.entries(layouts))('the %s print is a draft until customs has the declaration', (_, layout) => {
  const drafts: DeclarationState[] = [
    'draft',
    'made',
    'inReview',
    'reviewed',
    'ready',
    'queued',
    'sending',
    'unknown',
    'saved',
  ]
  for (const state of Object.keys(declarationStates) as DeclarationState[]) {
    const { html } = layout(input(manyLines(50), { state, practice: false }))
    const pages = count(html, '<section class="page">')
    expect(count(html, '<span>草稿</span>'), state).toBe(drafts.includes(state) ? pages : 0)
    expect(count(html, '<span>已退单</span>'), state).toBe(state === 'refused' ? pages : 0)
    expect(html).not.toContain('演练打印')
  }
})

test.each(Object.entries(layouts))('in practice every page of the %s print says so', (_, layout) => {
  const { html, pages } = layout(input(manyLines(50), { state: 'released' }))
  expect(pages).toBeGreaterThan(1)
  expect(count(html, '<section class="page">')).toBe(pages)
  expect(count(html, '<span>演练</span>')).toBe(pages)
  expect(count(html, '演练打印，不得用于申报')).toBe(pages)
})

test.each(Object.entries(layouts))('all 50 lines are on the %s print, each once and in order', (_, layout) => {
  const text = textOf(layout(input(manyLines(50))).html)
  const names = [...text.matchAll(/不锈钢球阀(\d+)型/g)].map((match) => Number(match[1]))
  expect(names).toEqual(Array.from({ length: 50 }, (_unused, at) => at + 1))
})

test('six lines stand on the first page and pages are counted', () => {
  const { html, pages } = declarationHtml(input(manyLines(50)))
  expect(pages).toBe(5)
  const first = html.split('<section class="page">')[1] ?? ''
  expect(count(first, '不锈钢球阀')).toBe(6)
  for (let page = 1; page <= pages; page++) expect(html).toContain(`页码/页数：${page}/${pages}`)
  expect(declarationHtml(input(manyLines(6))).pages).toBe(1)
  expect(declarationHtml(input(manyLines(7))).pages).toBe(2)
})

test('a draft without anything in it can be printed', () => {
  for (const layout of Object.values(layouts)) expect(layout(input({})).pages).toBe(1)
})

test.each(Object.entries(layouts))('what a customer wrote cannot become markup on the %s print', (_, layout) => {
  const message = importDeclaration()
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'\u0000\u001b`
  message.DecHead = { ...message.DecHead, TradeName: evil, NoteS: evil, TradeMode: evil, EntyPortCode: evil }
  message.DecLists = message.DecLists?.map((line) => ({
    ...line,
    GName: evil,
    GModel: evil,
    GUnit: evil,
    DutyMode: evil,
  }))
  const { html } = layout(input(message, { clientSeqNo: 'YL1', entryId: '' }))
  expect(html).not.toMatch(/<script|<img|\u0000|\u001b/)
  expect(html).toContain('&lt;script&gt;')
})

test.each(Object.entries(layouts))(
  'the %s print needs no script, no inline style and nothing from outside',
  (_, layout) => {
    const { html, css } = layout(input(manyLines(3)))
    expect(html).not.toMatch(/<script|style=|<style|\son\w+=|https?:(?!\/\/www\.w3\.org)/)
    expect(css).not.toMatch(/url\(|@import/)
    expect(html).toContain('<link rel="stylesheet" href="print.css">')
    for (const name of new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap((match) => (match[1] ?? '').split(' '))))
      if (name !== '' && !['grid', 'pre', 'documents', 'subtitle'].includes(name))
        expect(css, name).toContain(`.${name}`)
  },
)

test('remarks that have no room go on a page of their own, whole', () => {
  const message = importDeclaration()
  message.DecContainers = Array.from({ length: 500 }, (_, at) => ({ ContainerId: `YLDU${2026000 + at}` }))
  const { html, pages } = declarationHtml(input(message))
  expect(pages).toBe(2)
  const text = textOf(html)
  expect(text).toContain('集装箱数及号码：500；见附页')
  expect(text).toContain('附页：标记唛码及备注')
  for (const number of ['YLDU2026000', 'YLDU2026499']) expect(count(text, number)).toBe(1)
})

test('long names make the row taller and the page fuller, nothing is cut', () => {
  const message = manyLines(12)
  message.DecLists = message.DecLists?.map((line) => ({
    ...line,
    GModel: '很长的申报要素'.repeat(36),
    GName: '很长的商品名称'.repeat(20),
  }))
  const { html, pages, css } = declarationHtml(input(message))
  expect(pages).toBeGreaterThan(2)
  const heights = [...html.matchAll(/class="goods h(\d+)"/g)].map((match) => Number(match[1]))
  expect(Math.max(...heights)).toBeGreaterThan(13)
  for (const height of new Set(heights)) expect(css).toContain(`.h${height} { height: ${height}mm; }`)
})

test('the check print sums amounts by currency and quantities by unit', () => {
  const message = importDeclaration()
  const lines = message.DecLists ?? []
  message.DecLists = lines.map((line, at) => ({
    ...line,
    TradeCurr: at === 0 ? 'USD' : 'EUR',
    DeclTotal: at === 0 ? '0.1' : '0.2',
  }))
  const text = textOf(checkHtml(input(message)).html)
  expect(text).toContain('总价合计：0.1 美元；0.4 欧元')
  expect(text).toContain('数量合计：5200 个；100 套')
  expect(text).toContain('供客户核对，不是报关单')
})

test('the check print names the containers, and all of it fits on its page', () => {
  expect(textOf(checkHtml(input(importDeclaration())).html)).toContain('集装箱\n2；YLDU2026019；YLDU2026024')
  expect(checkHtml(input(manyLines(50))).pages).toBe(3)
})

test('the highest number stands in the QR code and above the frame', () => {
  const qr = (more: Partial<PrintInput>): string =>
    /<svg[\s\S]*?<\/svg>/.exec(declarationHtml(input(importDeclaration(), more)).html)?.[0] ?? ''
  const own = qr({})
  const seq = qr({ seqNo: 'I20260000000000017' })
  const entry = qr({ seqNo: 'I20260000000000017', entryId: '224820261000000017' })
  expect(new Set([own, seq, entry]).size).toBe(3)
  const text = textOf(
    declarationHtml(input(importDeclaration(), { seqNo: 'I20260000000000017', entryId: '224820261000000017' })).html,
  )
  expect(text).toContain('预录入编号：I20260000000000017')
  expect(text).toContain('海关编号：224820261000000017')
})

test.each(Object.entries(layouts))('the bars on every page of the %s print read as the highest number', (_, layout) => {
  const own = 'YL2026111000000001'
  const seq = { seqNo: 'I20260000000000017' }
  const entry = { ...seq, entryId: '224820261000000017' }
  for (const [more, number] of [
    [{}, own],
    [seq, seq.seqNo],
    [entry, entry.entryId],
  ] as const) {
    const { html, pages } = layout(input(manyLines(50), more))
    const bars = [...html.matchAll(/<div class="bars">(<svg[\s\S]*?<\/svg>)(\w+)<\/div>/g)]
    expect(bars).toHaveLength(pages)
    for (const [, svg, text] of bars) expect([readCode128(svg ?? ''), text]).toEqual([number, number])
  }
  expect(layout(input(importDeclaration(), { clientSeqNo: '' })).html).not.toContain('class="bars"')
})
