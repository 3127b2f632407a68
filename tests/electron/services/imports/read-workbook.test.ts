import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx, type WriteOptions } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { Result } from '../../../../domain/result.ts'
import { defaultLimits, type GridSheet } from '../../../../electron/services/imports/grid.ts'
import { readWorkbook } from '../../../../electron/services/imports/read-workbook.ts'

const rows = [
  ['品名', '税号', '数量', '单价'],
  ['深沟球轴承', '0101210090', 1200, 0.1 + 0.2],
]

const read = (bytes: Uint8Array, name = '客户.xlsx') => readWorkbook(bytes, name, defaultLimits)
const xlsx = (more: Partial<WriteOptions> = {}, sheetRows: (string | number | Date | null)[][] = rows) =>
  writeXlsx({ sheets: [{ name: '清单', rows: sheetRows }], ...more })
const code = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)
const texts = (result: Result<GridSheet[]>) =>
  result.ok ? result.value[0]?.rows.map((row) => row.map((cell) => cell?.text ?? '')) : result.error.code

/** A workbook with one of its parts rewritten by hand. */
async function edited(path: string, edit: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await xlsx())
  const part = parts[path]
  if (part === undefined) throw new Error(path)
  return zipSync({ ...parts, [path]: strToU8(edit(strFromU8(part))) })
}

const sheetPath = 'xl/worksheets/sheet1.xml'

test('an .xlsx keeps leading zeros and the digits of its numbers', async () => {
  expect(texts(await read(await xlsx()))).toEqual([
    ['品名', '税号', '数量', '单价'],
    ['深沟球轴承', '0101210090', '1200', '0.30000000000000004'],
  ])
})

test('an old .xls is read by its own reader, whatever it is called', async () => {
  const book = utils.book_new(
    utils.aoa_to_sheet([...rows, ['日期', new Date(Date.UTC(2026, 2, 15))]], { UTC: true }),
    '清单',
  )
  const bytes = new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer)
  const result = await read(bytes, '客户.xlsx')
  expect(texts(result)).toEqual([
    ['品名', '税号', '数量', '单价'],
    ['深沟球轴承', '0101210090', '1200', '0.30000000000000004'],
    ['日期', '2026-03-15'],
  ])
})

test.each(['utf-8', 'gb18030', 'utf-16le'])(
  'a .csv in %s is read as text, commas inside quotes kept',
  async (encoding) => {
    const text = '品名,税号,数量\r\n"轴承,深沟球",0101210090,"1,200"\r\n'
    const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' })
    expect(texts(await read(bytes, '客户.csv'))).toEqual([
      ['品名', '税号', '数量'],
      ['轴承,深沟球', '0101210090', '1,200'],
    ])
  },
)

test.each(['xlsx', 'biff8'] as const)(
  'a Mac counts days from 1904: days and figures are right, in %s',
  async (form) => {
    const sheet = utils.aoa_to_sheet([['品名', '数量', '生产日期']])
    const cells = { A2: { t: 's', v: '轴承' }, B2: { t: 'n', v: 100, z: 'd/m' }, C2: { t: 'n', v: 44634, z: 'd/m' } }
    Object.assign(sheet, cells, { '!ref': 'A1:C2' })
    const book = utils.book_new(sheet)
    book.Workbook = { WBProps: { date1904: true } }
    const result = await read(new Uint8Array(write(book, { bookType: form, type: 'array' }) as ArrayBuffer))
    const [, quantity, day] = (result.ok ? result.value[0]?.rows[1] : undefined) ?? []
    // A quantity that a format shows as a day is still the quantity.
    expect(quantity).toMatchObject({ kind: 'date', serial: 100 })
    expect(day).toMatchObject({ kind: 'date', text: '2026-03-15' })
  },
)

test('a text table that calls itself .xls is read', async () => {
  expect(texts(await read(iconv.encode('品名\t数量\n轴承\t5\n', 'gb18030'), '导出.xls'))).toEqual([
    ['品名', '数量'],
    ['轴承', '5'],
  ])
})

test('stored results of formulas are read and never computed', async () => {
  const bytes = await edited(sheetPath, (xml) =>
    xml.replace(
      '</sheetData>',
      '<row r="3"><c r="A3"><f>1+1</f><v>99</v></c><c r="B3"><f>NOW()</f></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>',
    ),
  )
  const result = await read(bytes)
  expect(result.ok && result.value[0]?.rows[2]?.map((cell) => [cell?.kind, cell?.text])).toEqual([
    ['number', '99'],
    ['noResult', ''],
    ['error', '#DIV/0!'],
  ])
})

test('of merged cells only the top left one has a value', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'S',
        rows: [
          ['a', 'stale', 'c'],
          ['stale', 'stale', 'd'],
        ],
        merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }],
      },
    ],
  })
  expect(texts(await read(bytes))).toEqual([
    ['a', '', 'c'],
    ['', '', 'd'],
  ])
})

test('macros are not run and do not keep the sheet from being read', async () => {
  expect(texts(await read(await xlsx({ vbaProject: strToU8('Sub Auto_Open()') }), '客户.xlsm'))?.[0]).toEqual(rows[0])
})

test('hidden sheets are left out', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '隐藏', rows: [['a']], hidden: true },
      { name: '清单', rows },
    ],
  })
  const result = await read(bytes)
  expect(result.ok && result.value.map((sheet) => sheet.name)).toEqual(['清单'])
})

test('rows formatted down to the last one do not count', async () => {
  const bytes = await edited(sheetPath, (xml) =>
    xml
      .replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>')
      .replace('</sheetData>', '<row r="1048576"><c r="A1048576"/><c r="XFD1048576"/></row></sheetData>'),
  )
  expect(texts(await read(bytes))).toHaveLength(2)
})

test('a workbook with a password is refused as such', async () => {
  const bytes = await xlsx({ encryption: { password: '演练', spinCount: 1000 } })
  expect(code(await read(bytes))).toBe('imports.encrypted')
})

test('the fixture cut off anywhere is refused as damaged', async () => {
  const whole = await readFile(new URL('../../../fixtures/spreadsheets/packing-invoice-20.xlsx', import.meta.url))
  for (const share of [0.01, 0.3, 0.6, 0.9, 0.999])
    expect(code(await read(new Uint8Array(whole.subarray(0, Math.floor(whole.length * share)))))).toBe('imports.broken')
})

test.each<[string, Uint8Array]>([
  ['客户.xlsx', strToU8('%PDF-1.7\n')],
  ['图.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)],
  ['导出.xls', strToU8('<html><table><tr><td>品名</td></tr></table></html>')],
  ['导出.xls', strToU8('<?xml version="1.0"?><Workbook/>')],
  ['合同.docx', zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') })],
  ['资料.zip', zipSync({ 'a.txt': strToU8('a') })],
  ['表.xlsb', zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.bin': strToU8('x') })],
  ['程序.exe', strToU8('MZ\u0000\u0000')],
  ['数据.dat', Uint8Array.of(1, 2, 0, 3)],
  ['说明.md', strToU8('# 标题')],
  ['坏.csv', Uint8Array.of(0x61, 0xff, 0xff, 0xff, 0x2c)],
  ['空.xlsx', new Uint8Array()],
])('%s of the wrong type is refused, and the text names what it is', async (name, bytes) => {
  const result = await read(bytes, name)
  expect(code(result)).toBe('imports.wrongType')
  expect(!result.ok && result.error.why).toContain(name)
})

test('a workbook without any cell is refused', async () => {
  expect(code(await read(await xlsx({}, [])))).toBe('imports.empty')
})

test('more rows than the limit are refused, not cut', async () => {
  const line = '轴承,1\n'
  expect(code(await read(strToU8(`品名,数量\n${line.repeat(20_000)}`), '长.csv'))).toBe('imports.tooManyRows')
  expect(code(await read(strToU8(`品名,数量\n${line.repeat(19_999)}`), '长.csv'))).toBe('ok')
})

test('a sheet of 30 MB is read within the limits', async () => {
  const parts = unzipSync(await xlsx())
  const text = 'x'.repeat(1500)
  const row = (at: number): string =>
    `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${at}${text}</t></is></c></row>`
  const body = Array.from({ length: 20_000 }, (_, at) => row(at + 1)).join('')
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`
  const bytes = zipSync({ ...parts, [sheetPath]: strToU8(sheet) }, { level: 0 })
  expect(bytes.length).toBeGreaterThan(30_000_000)
  const result = await read(bytes)
  expect(result.ok && result.value[0]?.rows).toHaveLength(20_000)
})

test('a file above 40 MB is refused before it is looked at', async () => {
  expect(code(await read(new Uint8Array(41 * 1024 * 1024)))).toBe('imports.tooLarge')
})

/** Where the central directory has the unpacked size of an entry. */
function sizePlace(bytes: Uint8Array, name: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.lastIndexOf(name) - 46 + 24
}

test('a zip bomb that says how big it is is refused before it is unpacked', async () => {
  const bomb = zipSync(unzipSync(await xlsx()))
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(sizePlace(bomb, sheetPath), 210 * 1024 * 1024, true)
  expect(await read(bomb)).toMatchObject({
    ok: false,
    error: { code: 'imports.unpackedTooLarge', why: expect.stringContaining('210 MB') as string },
  })
})

test.each([0, 100])('a zip bomb that says it unpacks to %d bytes is refused', async (declared) => {
  const parts = unzipSync(await xlsx())
  const bomb = zipSync({ ...parts, [sheetPath]: new Uint8Array(30 * 1024 * 1024) }, { level: 9 })
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(sizePlace(bomb, sheetPath), declared, true)
  expect(code(await read(bomb))).toBe('imports.broken')
})

test('an entry whose sizes stand only behind its data is refused', async () => {
  const packed = deflateRawSync(Buffer.alloc(1024 * 1024))
  const zip = zipSync({ 'xl/a.xml': packed, '[Content_Types].xml': strToU8('<x/>') }, { level: 0 })
  const view = new DataView(zip.buffer, zip.byteOffset)
  const entry = Buffer.from(zip).lastIndexOf('xl/a.xml') - 46
  view.setUint16(entry + 8, 8, true)
  view.setUint32(entry + 20, 0, true)
  view.setUint32(entry + 24, 0, true)
  expect(code(await read(zip))).toBe('imports.broken')
})

test('entities that unfold are not unfolded', async () => {
  const bytes = await edited('xl/sharedStrings.xml', (xml) =>
    xml
      .replace(
        /^(<\?xml[^>]*\?>)?/,
        '$1<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
      )
      .replace('品名', '&b;'),
  )
  const result = await read(bytes)
  if (result.ok) expect(result.value[0]?.rows[0]?.[0]?.text ?? '').not.toContain('aaaa')
  else expect(result.error.code).toBe('imports.broken')
})

test('a sheet that points outside the file reads nothing from outside', async () => {
  const bytes = await edited('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace('worksheets/sheet1.xml', '../../../../etc/passwd'),
  )
  expect(code(await read(bytes))).toBe('imports.broken')
})

test('a chart sheet beside the goods list does not keep it from being read', async () => {
  const parts = unzipSync(await xlsx())
  const edit = (path: string, from: string, to: string): void => {
    parts[path] = strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace(from, to))
  }
  edit('xl/workbook.xml', '</sheets>', '<sheet name="图表" sheetId="9" r:id="rId99"/></sheets>')
  edit(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
  )
  parts['xl/chartsheets/sheet1.xml'] = strToU8('<chartsheet/>')
  const result = await read(zipSync(parts))
  expect(result.ok && result.value.map((sheet) => sheet.name)).toEqual(['清单'])
})

test('damage in any byte gives sheets or a refusal, never a throw', async () => {
  const whole = await xlsx()
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, value) => {
      const bytes = whole.slice()
      bytes[at] = value
      const result = await read(bytes)
      if (!result.ok) expect(result.error.code).toMatch(/^imports\./)
    }),
    { numRuns: 300 },
  )
})

test('random bytes give a refusal or text, never a throw', async () => {
  const heads = fc.constantFrom('PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', '', '<')
  await fc.assert(
    fc.asyncProperty(heads, fc.uint8Array({ maxLength: 600 }), async (head, tail) => {
      const result = await read(Buffer.concat([Buffer.from(head, 'latin1'), tail]), '客户.csv')
      if (!result.ok) expect(result.error.code).toMatch(/^imports\./)
    }),
  )
})
