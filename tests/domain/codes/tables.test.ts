import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import { codeTableNames, isCodeTableName, loadTable } from '../../../domain/codes/index.ts'
import { decMessage } from '../../../domain/fields/declaration/dec-message.ts'
import type { Section } from '../../../domain/fields/field.ts'

/** Rows of each table as the research counted them; the editions of 2026 are merged into trade_mode and cut_mode. */
const counts: Record<string, number> = {
  admin_division: 3219,
  ciq_org: 1032,
  country: 264,
  currency: 22,
  customs_district: 1044,
  cut_mode: 72,
  district: 962,
  docu_code: 52,
  domestic_port: 997,
  edoc_code: 52,
  goods_attr: 38,
  port: 4332,
  receipt_channel: 38,
  tariff: 12124,
  trade_agreement: 25,
  trade_mode: 109,
  traf_mode: 18,
  unit: 123,
  wrap_type: 17,
}

const tablesOf = (section: Section): string[] => [
  ...section.fields.flatMap((field) => field.table ?? []),
  ...(section.children ?? []).flatMap(tablesOf),
]

describe('the code tables', () => {
  it('ships the 46 single tables, the ten small flag tables, the proofs of origin and the practice tariff', () => {
    expect(codeTableNames).toHaveLength(58)
  })

  it.each(codeTableNames)('%s has unique codes, searchable names and its version and source', async (name) => {
    const table = await loadTable(name)
    expect(table.name).toBe(name)
    expect(new Set(table.rows.map((row) => row.code)).size).toBe(table.rows.length)
    expect(table.rows).toHaveLength(counts[name] ?? table.rows.length)
    expect(table.rows.length).toBeGreaterThan(1)
    for (const text of [table.title, table.source, table.asOf]) expect(text).not.toBe('')
    expect(['高', '中', '低']).toContain(table.confidence)
    for (const row of table.rows) {
      expect(row.name, row.code).not.toBe('')
      expect(row.initials, row.code).toMatch(/^[a-z0-9]+$/)
      expect(row.pinyin, row.code).toMatch(/^[a-z0-9]+$/)
    }
  })

  it('has every table that a field names', () => {
    expect(decMessage.flatMap(tablesOf).filter((table) => !isCodeTableName(table))).toEqual([])
  })

  it('marks only the tariff as for practice', async () => {
    const tables = await Promise.all(codeTableNames.map(loadTable))
    expect(tables.filter((table) => table.practiceOnly).map((table) => table.name)).toEqual(['tariff'])
  })

  it('refuses a name that is not shipped', () => {
    expect(() => loadTable('__proto__')).toThrow('no code table')
  })
})

describe('the code book', () => {
  it('answers by exact code and minds the case of letters', async () => {
    const book = await loadCodeBook(['docu_code', 'trade_mode', 'cut_mode', 'country'])
    expect(book.row('country', 'CHN')?.name).toBe('中国')
    expect(book.row('country', 'chn')).toBeUndefined()
    expect(book.row('docu_code', 'a')?.name).not.toBe(book.row('docu_code', 'A')?.name)
    expect(book.has('port')).toBe(false)
    expect(book.row('port', 'CHN000')).toBeUndefined()
  })

  it('knows the trade modes of both editions under one name', async () => {
    const book = await loadCodeBook(['trade_mode', 'cut_mode'])
    expect(book.row('trade_mode', '0110')?.more?.old_ciq_name).toBe('一般贸易')
    expect(book.row('trade_mode', '9710')?.more?.edition).toBe('2026')
    expect(book.row('cut_mode', '802')).toMatchObject({ name: '慈善捐赠', more: { old_name: '扶贫慈善' } })
  })

  it('knows units of the tariff only where a notice names them', async () => {
    const book = await loadCodeBook(['tariff'])
    expect(book.row('tariff', '3303000010')?.more).toMatchObject({ unit1: '035', unit2: '011' })
    expect(book.row('tariff', '0101210010')?.more?.unit1).toBeUndefined()
  })
})
