import { codeTableNames, loadTable } from '../../domain/codes/index.ts'
import { createLookup } from '../../domain/codes/lookup.ts'
import { loadCodeBook } from '../../domain/codes/code-book.ts'
import { decMessageSchema } from '../../domain/fields/declaration/schema.ts'
import { writeDecMessage } from '../../domain/message/write.ts'
import { checkDeclaration } from '../../domain/rules/index.ts'
import { fixtureAttachments, fixtureDay, manyLines } from '../fixtures/declarations.ts'
import { median, quantile, time, within, type BenchRow } from './row.ts'

/** What a keystroke and a filing cost: shape, all rules and the message of a declaration of 50 lines. */
export async function fiftyLines(): Promise<BenchRow[]> {
  const codes = await loadCodeBook()
  const text = JSON.stringify(manyLines(50))
  const taken = time(200, () => {
    const message = decMessageSchema.parse(JSON.parse(text))
    checkDeclaration({ message, day: fixtureDay, codes, attachments: fixtureAttachments })
    writeDecMessage(message)
  })
  return [within('build + check + write 50 lines, median', median(taken), 'ms', 5)]
}

/** Every table asked by the pinyin initials and the first syllables of its own names. */
export async function pinyinLookup(): Promise<BenchRow[]> {
  const tables = await Promise.all(codeTableNames.map(loadTable))
  const taken: number[] = []
  for (const table of tables) {
    const lookup = createLookup(table)
    const step = Math.max(1, Math.floor(table.rows.length / 200))
    const asked = table.rows
      .filter((_, index) => index % step === 0)
      .flatMap(({ initials, pinyin }) => [initials.slice(0, 3), pinyin.slice(0, 6)])
      .filter((text) => text !== '')
    taken.push(...time(asked.length, (round) => void lookup.find(asked[round] ?? '', 20), 0))
  }
  return [within(`code lookup by pinyin over ${tables.length} tables, p99`, quantile(taken, 0.99), 'ms', 5)]
}
