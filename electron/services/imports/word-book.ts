import { importWords } from '../../../domain/fields/import-words.ts'
import type { CodeRow, CodeTable } from '../../../domain/codes/code-table.ts'
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

function wordsOf(table: CodeTable): Map<string, string> {
  const words = new Map<string, string>()
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
  return words
}

function rowsOf(table: CodeTable): Map<string, CodeRow> {
  const rows = new Map<string, CodeRow>()
  for (const row of table.rows) rows.set(row.code, row)
  return rows
}

/** All parts must be known and mean the same: 个/PCS is one unit, NORTH KOREA is not KOREA. */
function findParts(words: ReadonlyMap<string, string>, text: string): string | undefined {
  const parts = pieces(text.replace(/[()（）]/g, '/'))
  const codes = new Set(parts.map((part) => words.get(wordKey(part))))
  return parts.length > 1 && codes.size === 1 ? [...codes][0] : undefined
}

const mostFound = 5000

/** Made at the first use: the tariff is asked by code only, and most sheets speak of three tables. */
function lazily<T>(
  tables: ReadonlyMap<string, CodeTable>,
  make: (table: CodeTable) => T,
): (name: string) => T | undefined {
  const made = new Map<string, T>()
  return (name) => {
    const table = tables.get(name)
    if (table === undefined) return undefined
    const known = made.get(name) ?? make(table)
    made.set(name, known)
    return known
  }
}

/** A book over loaded tables. */
export function createWordBook(loaded: readonly CodeTable[]): WordBook {
  const tables = new Map(loaded.map((table) => [table.name, table]))
  const words = lazily(tables, wordsOf)
  const rows = lazily(tables, rowsOf)
  const found = new Map<string, string | undefined>()
  const search = (table: string, word: string): string | undefined => {
    const known = words(table)
    return known === undefined ? undefined : (known.get(wordKey(word)) ?? findParts(known, word))
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
    name: (table, code) => rows(table)?.get(code)?.name,
    more: (table, code) => rows(table)?.get(code)?.more,
    has: (table) => tables.has(table),
  }
}
