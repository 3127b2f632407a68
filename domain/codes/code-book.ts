import type { CodeBook } from '../rules/rule.ts'
import type { CodeRow, CodeTable } from './code-table.ts'
import { codeTableNames, loadTable } from './index.ts'

/** The tables as the rules ask them: by table and exact code (letter case matters: docu_code, edoc_code, channels). */
export function createCodeBook(tables: readonly CodeTable[]): CodeBook {
  const books = new Map<string, Map<string, CodeRow>>()
  const practice = new Set(tables.filter(({ practiceOnly }) => practiceOnly).map(({ name }) => name))
  for (const table of tables) books.set(table.name, new Map(table.rows.map((row) => [row.code, row])))
  return {
    row: (table, code) => books.get(table)?.get(code),
    has: (table) => books.has(table),
    practiceOnly: (table) => practice.has(table),
  }
}

/** Loads the named tables (all when none are named) into a book. */
export const loadCodeBook = async (names: readonly string[] = codeTableNames): Promise<CodeBook> =>
  createCodeBook(await Promise.all(names.map((name) => loadTable(name))))
