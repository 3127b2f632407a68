import fc from 'fast-check'
import { zipSync, strToU8 } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadTable } from '../../../../domain/codes/index.ts'
import { decodeTable } from '../../../../domain/codes/decode-table.ts'
import { createWordBook, type WordBook } from '../../../../electron/services/imports/word-book.ts'
import { readTariff } from '../../../../electron/services/tariff/read-tariff.ts'

let book: WordBook
beforeAll(async () => {
  book = createWordBook([await loadTable('unit'), await loadTable('docu_code')])
})

type Cell = string | number | null
const titles = ['商品编码', '商品名称', '计量单位', '监管条件', '申报要素', '进口最惠国税率']
const bearing = ['8482.10.2000', '深沟球轴承', '套/千克', 'A', '1:品牌类型;2:出口享惠情况;3:用途;4:材质', '8%']

const sheet = (rows: Cell[][], name = '税则'): Promise<Uint8Array> => writeXlsx({ sheets: [{ name, rows }] })
const read = async (rows: Cell[][]) => readTariff('税则.xlsx', await sheet(rows), book, () => undefined)
const must = async (rows: Cell[][]) => {
  const result = await read(rows)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const rowsOf = async (rows: Cell[][]) => {
  const { columns, rows: stored } = await must(rows)
  return decodeTable({
    name: 'tariff',
    title: '',
    asOf: '',
    source: '',
    confidence: '',
    note: '',
    columns,
    rows: stored,
  }).rows
}

describe('a tariff of a company', () => {
  test('becomes rows with units, permits, elements and pinyin, whatever the order of its columns', async () => {
    const [row] = await rowsOf([['海关税则（企业整理）'], titles, bearing])
    expect(row).toEqual({
      code: '8482102000',
      name: '深沟球轴承',
      initials: 'sgqzc',
      pinyin: 'shengouqiuzhoucheng',
      more: {
        unit1: '006',
        unit2: '035',
        permits: 'A',
        elements: '用途|材质',
        mfn: '8%',
        inspection: 'A',
      },
    })
    const turned = await rowsOf([[...titles].reverse(), [...bearing].reverse()])
    expect(turned[0]).toEqual(row)
  })

  test('gets back the zero that a number cell lost, and takes units by code', async () => {
    const [row] = await rowsOf([
      ['税号', '品名', '第一单位', '第二单位'],
      [101210010, '改良种用马', 35, '无'],
    ])
    expect(row).toMatchObject({ code: '0101210010', more: { unit1: '035' } })
  })

  test.each(['utf-8', 'gb18030'])('is read from a .csv in %s', async (encoding) => {
    const text = `${titles.join(',')}\r\n${bearing.join(',')}\r\n`
    const result = await readTariff('税则.csv', iconv.encode(text, encoding), book, () => undefined)
    expect(result.ok && result.value.rows.length).toBe(1)
  })

  test('tells its progress over thirteen thousand rows', async () => {
    const rows = Array.from({ length: 13_000 }, (_, at) => [String(1_000_000_000 + at), `商品${at}`])
    const told: number[] = []
    const bytes = await sheet([['商品编号', '商品名称'], ...rows])
    const result = await readTariff('税则.xlsx', bytes, book, (done, total) => told.push(done / total))
    expect(result.ok && result.value.rows.length).toBe(13_000)
    expect(told.length).toBeGreaterThan(20)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBeLessThanOrEqual(1)
  })
})

describe('what is wrong in a tariff', () => {
  test.each<[string, Cell[], string]>([
    ['a short code', ['848210', '轴承', '套', '', '', ''], '商品编号“848210”应是10位数字'],
    ['no code', [null, '轴承', '套', '', '', ''], '没有商品编号'],
    ['no name', ['8482103000', null, '套', '', '', ''], '没有商品名称'],
    ['an unknown unit', ['8482103000', '轴承', '斗', '', '', ''], '不认识的计量单位“斗”'],
    [
      'permits that are words',
      ['8482103000', '轴承', '套', '需许可', '', ''],
      '监管条件“需许可”应是字母和数字，如 AB、7O',
    ],
  ])('%s is an error with its row', async (_, cells, text) => {
    const found = await must([titles, bearing, cells])
    expect(found.errors).toBe(1)
    expect(found.problems).toEqual([{ row: 3, severity: 'error', text }])
  })

  test('a code that comes twice is an error', async () => {
    expect((await must([titles, bearing, bearing])).problems).toEqual([
      { row: 3, severity: 'error', text: '商品编号8482102000重复' },
    ])
  })

  test('an unknown permit is only a warning', async () => {
    const found = await must([titles, ['8482102000', '轴承', '套', 'AW', '', '']])
    expect([found.errors, found.warnings]).toEqual([0, 1])
  })

  test('only the first problems are listed, all are counted', async () => {
    const found = await must([titles, ...Array.from({ length: 500 }, () => ['1', '轴承', '', '', '', ''])])
    expect(found.problems).toHaveLength(200)
    // Each but the first is short and comes twice.
    expect(found.errors).toBe(999)
  })
})

describe('a file that is no tariff', () => {
  test('is refused without a header', async () => {
    expect(
      await read([
        ['随便', '什么'],
        ['1', '2'],
      ]),
    ).toMatchObject({ ok: false, error: { code: 'tariff.noHeader' } })
  })

  test('is refused without rows', async () => {
    expect(await read([titles])).toMatchObject({ ok: false, error: { code: 'tariff.tooFew' } })
  })

  test.each<[string, () => Uint8Array, string]>([
    ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3), 'imports.wrongType'],
    ['an empty file', () => new Uint8Array(), 'imports.wrongType'],
    ['a cut zip', () => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'imports.broken'],
    ['a zip of something else', () => zipSync({ 'a.txt': strToU8('税则') }), 'imports.wrongType'],
    [
      'a bomb',
      () => {
        const bomb = zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/a.xml': new Uint8Array(250 * 1024 * 1024) })
        return bomb
      },
      'imports.unpackedTooLarge',
    ],
  ])('%s is refused by name', async (_, bytes, code) => {
    const result = await readTariff('税则.xlsx', bytes(), book, () => undefined)
    expect(result).toMatchObject({ ok: false, error: { code } })
  })

  test('no bytes make it throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const result = await readTariff('税则.csv', bytes, book, () => undefined)
        expect(typeof result.ok).toBe('boolean')
      }),
      { numRuns: 60 },
    )
  })
})
