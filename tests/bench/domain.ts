import { codeTableNames, loadTable } from '../../domain/codes/index.ts'
import { createLookup } from '../../domain/codes/lookup.ts'
import { loadCodeBook } from '../../domain/codes/code-book.ts'
import { decMessageSchema } from '../../domain/fields/declaration/schema.ts'
import { writeDecMessage } from '../../domain/message/write.ts'
import { checkDeclaration, rules } from '../../domain/rules/index.ts'
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

/** What the rules alone cost while typing: all of them over 50 lines. */
export async function rulesAlone(): Promise<BenchRow[]> {
  const codes = await loadCodeBook()
  const message = manyLines(50)
  const papers = { InvoiceTotal: '62500', InvoiceCurr: 'EUR', InvoiceLines: '50', PackingPacks: '50' }
  const context = { message, papers, day: fixtureDay, codes, attachments: fixtureAttachments }
  const taken = time(400, () => void checkDeclaration(context))
  const each = rules.map((rule) => median(time(50, () => void rule.check(context))))
  return [
    within('all rules over 50 lines, median', median(taken), 'ms', 3),
    within('the slowest single rule over 50 lines, median (a frame)', Math.max(...each), 'ms', 16),
  ]
}

/** Letters of a word with one slip: two of them changed places. */
const slipped = (word: string): string => word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4)

/**
 * The picker over 100,000 rows: the rows of the shipped tariff, eight times, each with a code of its own. Asked by
 * number, name, part of a name, pinyin, initials and pinyin with a slip, as the list asks while a clerk types.
 */
export async function bigPicker(): Promise<BenchRow[]> {
  const tariff = await loadTable('tariff')
  const wanted = 100_000
  const rows = Array.from({ length: wanted }, (_, at) => {
    const row = tariff.rows[at % tariff.rows.length]
    if (row === undefined) throw new Error('an empty tariff')
    const suffix = String(Math.floor(at / tariff.rows.length) * 11).padStart(2, '0')
    return { ...row, code: row.code.slice(0, 8) + suffix, name: `${row.name}${at % 97}` }
  })
  const lookup = createLookup({ ...tariff, rows })
  const step = Math.floor(wanted / 300)
  const asked = rows
    .filter((_, at) => at % step === 0)
    .flatMap(({ code, name, pinyin, initials }) => [
      code.slice(0, 4),
      name.slice(0, 2),
      name.slice(1, 3),
      pinyin.slice(0, 5),
      initials.slice(0, 3),
      slipped(pinyin.slice(0, 8)),
    ])
    .filter((text) => text !== '')
  // p99 over the questions. Each is asked three times and the best counts: what else the machine did is not the picker's.
  const ask = (text: string): number => Math.min(...time(3, () => void lookup.find(text, 200), 1))
  const taken = asked.map(ask)
  return [within('picker, first results over 100,000 rows, p99', quantile(taken, 0.99), 'ms', 8)]
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
