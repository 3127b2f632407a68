import type { CodeRow, CodeTable } from './code-table.ts'
import { createJoinedText } from './joined-text.ts'
import { isNear } from './near.ts'
import { createSortedIndex } from './sorted-index.ts'

export interface Lookup {
  /**
   * Rows that fit what was typed, best first, at most `limit`: exact code, former code, exact name, then codes,
   * pinyin initials, pinyin and names that begin so, then those that contain it, English names, and last of all
   * pinyin with one slip. The same text always gives the same list. An empty text gives the first rows.
   */
  find(text: string, limit: number): CodeRow[]
}

/** Shorter texts fit nearly everything within one slip. */
const shortestForSlips = 4

/** What was typed, in the form of the indexes: half width, lower case, single spaces. */
const normalize = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Puts hits in the order of shorter names first, then of the table. */
function createRanking(rows: readonly CodeRow[]): (hits: readonly number[]) => number[] {
  const rowAt = Uint32Array.from(rows.keys())
  const length = (row: number): number => rows[row]?.name.length ?? 0
  rowAt.sort((a, b) => length(a) - length(b) || a - b)
  const rank = new Uint32Array(rows.length)
  rowAt.forEach((row, place) => (rank[row] = place))
  const places = (hits: readonly number[]): Uint32Array => Uint32Array.from(hits, (row) => rank[row] ?? 0).sort()
  return (hits) => Array.from(places(hits), (place) => rowAt[place] ?? 0)
}

/** Builds the search over one table. Takes some 50 ms for the tariff, so keep what it gives. */
export function createLookup(table: CodeTable): Lookup {
  const { rows } = table
  const column = (pick: (row: CodeRow) => string | undefined): string[] => rows.map((row) => normalize(pick(row) ?? ''))
  const codes = column((row) => row.code)
  const formerCodes = column((row) => row.more?.old_customs)
  const names = column((row) => row.name)
  const english = column((row) => row.more?.name_en)
  const pinyins = rows.map((row) => row.pinyin)
  const initials = rows.map((row) => row.initials)
  const index = {
    code: createSortedIndex(codes),
    former: createSortedIndex(formerCodes),
    initials: createSortedIndex(initials),
    pinyin: createSortedIndex(pinyins),
    name: createSortedIndex(names),
    english: createSortedIndex(english),
  }
  const within = {
    name: createJoinedText(names),
    initials: createJoinedText(initials),
    pinyin: createJoinedText(pinyins),
    english: createJoinedText(english),
  }
  const ranked = createRanking(rows)
  const only = (hits: number[], keys: readonly string[], key: string): number[] =>
    hits.filter((row) => keys[row] === key)
  const slips = (letters: string): number[] => {
    if (letters.length < shortestForSlips || !/^[a-z]+$/.test(letters)) return []
    return pinyins.flatMap((pinyin, row) => (isNear(letters, pinyin) ? [row] : []))
  }

  /** The steps of the search, best first; a later one runs only while rows are wanted. */
  const steps = (typed: string, exact: string): (() => number[])[] => {
    const letters = typed.replaceAll(/[ ']/g, '')
    return [
      () => index.code.startingWith(typed).filter((row) => rows[row]?.code === exact),
      () => only(index.code.startingWith(typed), codes, typed),
      () => ranked(only(index.former.startingWith(typed), formerCodes, typed)),
      () => ranked(only(index.name.startingWith(typed), names, typed)),
      () => index.code.startingWith(typed),
      () => ranked(only(index.initials.startingWith(letters), initials, letters)),
      () => ranked(index.initials.startingWith(letters)),
      () => ranked(index.pinyin.startingWith(letters)),
      () => ranked(index.name.startingWith(typed)),
      () => ranked(within.name.containing(typed)),
      () => ranked(index.english.startingWith(typed)),
      () => ranked(within.initials.containing(letters)),
      () => ranked(within.pinyin.containing(letters)),
      () => ranked(within.english.containing(typed)),
      () => ranked(index.former.startingWith(typed)),
      () => ranked(slips(letters)),
    ]
  }

  return {
    find(text, limit) {
      const typed = normalize(text)
      if (typed === '') return rows.slice(0, limit)
      const found = new Set<number>()
      for (const step of steps(typed, text.trim())) {
        for (const row of step()) {
          if (found.size >= limit) break
          found.add(row)
        }
        if (found.size >= limit) break
      }
      return [...found].flatMap((row) => rows[row] ?? [])
    },
  }
}
