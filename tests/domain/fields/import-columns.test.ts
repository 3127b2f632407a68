import { expect, test } from 'vitest'
import { loadTable, type CodeTableName } from '../../../domain/codes/index.ts'
import { decList } from '../../../domain/fields/declaration/dec-list.ts'
import { importField, importFields } from '../../../domain/fields/import-columns.ts'
import { importWords } from '../../../domain/fields/import-words.ts'

const elements = new Set<string>(decList.fields.map((field) => field.element))

test('each importable column has a name of its own, a Chinese label and words of customers', () => {
  expect(new Set(importFields.map((each) => each.field)).size).toBe(importFields.length)
  for (const each of importFields) {
    expect(each.label, each.field).toMatch(/\p{Script=Han}/u)
    expect(each.synonyms.length, each.field).toBeGreaterThan(0)
    expect(importField(each.field)).toBe(each)
  }
})

test('a column lands in an element of the goods line or only in the head', () => {
  for (const each of importFields)
    if (each.element === undefined) expect(['LineNo', 'NetWt', 'GrossWt', 'PackNo']).toContain(each.field)
    else expect(elements).toContain(each.element)
})

test('no word means two columns', () => {
  const words = importFields.flatMap((each) => each.synonyms.map((word) => word.toLowerCase()))
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})

test('a code column names a table that is shipped', async () => {
  for (const each of importFields)
    if (each.kind === 'code')
      expect((await loadTable(each.table as CodeTableName)).rows.length, each.field).toBeGreaterThan(0)
})

test.each(Object.keys(importWords))(
  'each customer word of table %s stands for a code of it, and for one only',
  async (name) => {
    const codes = new Set((await loadTable(name as CodeTableName)).rows.map((row) => row.code))
    const words = Object.values(importWords[name] ?? {}).flat()
    expect(Object.keys(importWords[name] ?? {}).filter((code) => !codes.has(code))).toEqual([])
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  },
)
