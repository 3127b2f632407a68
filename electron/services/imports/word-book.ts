import { importWords } from '../../../domain/fields/import-words.ts'
import type { CodeTable } from '../../../domain/codes/code-table.ts'
import { pieces } from './text-forms.ts'

/** Words → codes of the tables that a sheet may speak of. */
export interface WordBook {
  /** The code of a word, a name or a code; `undefined` when it is not known or its parts disagree. */
  find(table: string, word: string): string | undefined
  /** Name of a code, for texts. */
  name(table: string, code: string): string | undefined
  /** Further columns of a code's row. */
  more(table: string, code: string): Readonly<Record<string, string>> | undefined
  has(table: string): boolean
}

/** Signs of currencies stay; spaces, points, apostrophes and an article make no difference. */
export const wordKey = (word: string): string =>
  word
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^(MADE IN|PRODUCT OF|ORIGIN:?)\s+/, '')
    .replace(/[\s.'’`"*_-]/g, '')
    .replace(/[,:;、。]+$/, '')

const withoutNote = (name: string): string => name.replace(/[([].*$/, '')

function addTable(words: Map<string, string>, table: CodeTable): void {
  const add = (word: string | undefined, code: string): void => {
    const key = word === undefined ? '' : wordKey(word)
    if (key !== '' && !words.has(key)) words.set(key, code)
  }
  for (const row of table.rows) add(row.code, row.code)
  for (const row of table.rows) add(row.name, row.code)
  for (const [code, aliases] of Object.entries(importWords[table.name] ?? {}))
    for (const alias of aliases) add(alias, code)
  for (const row of table.rows) add(row.more?.['name_en'], row.code)
  for (const row of table.rows) {
    add(withoutNote(row.more?.['name_en'] ?? ''), row.code)
    add(withoutNote(row.name.normalize('NFKC')), row.code)
    add(row.more?.['old_customs'], row.code)
  }
}

/** All parts must be known and mean the same: 个/PCS is one unit, NORTH KOREA is not KOREA. */
function findParts(words: ReadonlyMap<string, string>, text: string): string | undefined {
  const parts = pieces(text.replace(/[()（）]/g, '/'))
  const codes = new Set(parts.map((part) => words.get(wordKey(part))))
  return parts.length > 1 && codes.size === 1 ? [...codes][0] : undefined
}

const mostFound = 5000

/** A book over loaded tables. */
export function createWordBook(tables: readonly CodeTable[]): WordBook {
  const books = new Map<string, Map<string, string>>()
  const rows = new Map(tables.map((table) => [table.name, new Map(table.rows.map((row) => [row.code, row]))]))
  for (const table of tables) {
    const words = new Map<string, string>()
    addTable(words, table)
    books.set(table.name, words)
  }
  const found = new Map<string, string | undefined>()
  const search = (table: string, word: string): string | undefined => {
    const words = books.get(table)
    return words === undefined ? undefined : (words.get(wordKey(word)) ?? findParts(words, word))
  }
  return {
    // A column says the same few words thousands of times.
    find: (table, word) => {
      const key = `${table}\n${word}`
      if (!found.has(key)) {
        if (found.size > mostFound) found.clear()
        found.set(key, search(table, word))
      }
      return found.get(key)
    },
    name: (table, code) => rows.get(table)?.get(code)?.name,
    more: (table, code) => rows.get(table)?.get(code)?.more,
    has: (table) => rows.has(table),
  }
}
