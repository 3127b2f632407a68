import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { importFields } from '../../../../domain/fields/import-columns.ts'
import { decMessageSchema } from '../../../../domain/fields/declaration/schema.ts'
import { buildMessages } from '../../../../electron/services/imports/build-messages.ts'
import { describeSheet } from '../../../../electron/services/imports/describe-sheet.ts'
import { buildPreview } from '../../../../electron/services/imports/preview.ts'
import { readMapped } from '../../../../electron/services/imports/read-goods.ts'
import type { WordBook } from '../../../../electron/services/imports/word-book.ts'
import { contract } from '../../../../electron/ipc/contract.ts'
import { gridSheet } from '../../../support/grid.ts'
import { realWordBook } from '../../../support/word-book.ts'

let book: WordBook
beforeAll(async () => {
  book = await realWordBook()
})

const words = importFields.flatMap((field) => field.synonyms)
const cell = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    ...words,
    '合计',
    'TOTAL:',
    '小计',
    '轴承',
    'PCS',
    '中国',
    'USD',
    '8482102000',
    '合同号：A-1',
    '1,200 PCS',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 5000 }),
  fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2199-01-01') }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const merge = fc
  .tuple(fc.nat(14), fc.nat(8), fc.nat(3), fc.nat(3))
  .map(([top, left, down, right]) => ({ top, left, bottom: top + down, right: left + right }))
const sheets = fc
  .tuple(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 15 }), fc.array(merge, { maxLength: 3 }))
  .map(([rows, merges]) => gridSheet(rows, merges))

test('whatever stands in a sheet, it is described, previewed and built without a throw, and fits the bridge', () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      const facts = describeSheet(sheet)
      for (const [column, field] of Object.entries(facts.suggested)) {
        expect(facts.columns.map(({ index }) => index)).toContain(Number(column))
        expect(importFields.map((each) => each.field)).toContain(field)
      }
      const mapping = { sheet: 0, headerRow: facts.headerRow, columns: facts.suggested }
      const read = readMapped([sheet], mapping, book)
      if (!read.ok) return
      const { table, facts: head } = read.value
      const preview = buildPreview(table, head, book)
      expect(contract.imports.preview.output.safeParse(preview).success).toBe(true)
      for (const ieFlag of ['I', 'E'] as const)
        for (const message of buildMessages({ table, facts: head, book, ieFlag }))
          expect(decMessageSchema.safeParse(message).success).toBe(true)
    }),
    { numRuns: 500 },
  )
})
