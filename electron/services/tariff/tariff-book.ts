import type { CodeRow } from '../../../domain/codes/code-table.ts'
import { decodeTable } from '../../../domain/codes/decode-table.ts'
import type { CodeBook } from '../../../domain/rules/rule.ts'
import type { TariffRepo } from '../../store/tariff.repo.ts'

const tariff = 'tariff'

/**
 * A code book in which the tariff is the one that the company imported for the day; without one the shipped practice
 * table answers. The rows of a version are read once and kept.
 */
export function withTariff(book: CodeBook, repo: Pick<TariffRepo, 'onDay' | 'table'>, day: () => string): CodeBook {
  let kept: { readonly id: number; readonly rows: ReadonlyMap<string, CodeRow> } | undefined
  const rows = (): ReadonlyMap<string, CodeRow> | undefined => {
    const version = repo.onDay(day())
    if (version === undefined) return undefined
    if (kept?.id !== version.id) {
      const table = decodeTable(JSON.parse(repo.table(version.id) ?? '{"columns":[],"rows":[]}'))
      kept = { id: version.id, rows: new Map(table.rows.map((row) => [row.code, row])) }
    }
    return kept.rows
  }
  return {
    has: (table) => book.has(table),
    row: (table, code) => {
      const own = table === tariff ? rows() : undefined
      return own === undefined ? book.row(table, code) : own.get(code)
    },
    practiceOnly: (table) => (table === tariff && rows() !== undefined ? false : book.practiceOnly(table)),
  }
}
