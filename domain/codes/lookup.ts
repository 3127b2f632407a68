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

/** Rows in the order of shorter names first, then of the table; and hits put into that order. */
interface Ranking {
  readonly rowAt: Uint32Array
  /** The first `limit` of some hits. */
  first(hits: readonly number[], limit: number): number[]
}

/** More hits than this are marked and met in order; fewer are sorted. */
const many = 400

function createRanking(rows: readonly CodeRow[]): Ranking {
  const rowAt = Uint32Array.from(rows.keys())
  const length = (row: number): number => rows[row]?.name.length ?? 0
  rowAt.sort((a, b) => length(a) - length(b) || a - b)
  const rank = new Uint32Array(rows.length)
  rowAt.forEach((row, place) => (rank[row] = place))

  function marked(hits: readonly number[], limit: number): number[] {
    const marks = new Uint8Array(rows.length)
    for (const row of hits) marks[row] = 1
    const first: number[] = []
    for (let place = 0; place < rowAt.length && first.length < limit; place++) {
      const row = rowAt[place] ?? 0
      if (marks[row] === 1) first.push(row)
    }
    return first
  }

  const sorted = (hits: readonly number[]): number[] =>
    Array.from(Uint32Array.from(hits, (row) => rank[row] ?? 0).sort(), (place) => rowAt[place] ?? 0)

  return { rowAt, first: (hits, limit) => (hits.length > many ? marked(hits, limit) : sorted(hits)) }
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
  const ranking = createRanking(rows)
  const within = {
    name: createJoinedText(names, ranking.rowAt),
    initials: createJoinedText(initials, ranking.rowAt),
    pinyin: createJoinedText(pinyins, ranking.rowAt),
    english: createJoinedText(english, ranking.rowAt),
  }
  const only = (hits: number[], keys: readonly string[], key: string): number[] =>
    hits.filter((row) => keys[row] === key)
  /** The first two letters of each pinyin, side by side. */
  const heads = new Uint16Array(2 * rows.length)
  pinyins.forEach((pinyin, row) => heads.set([pinyin.charCodeAt(0), pinyin.charCodeAt(1)], 2 * row))
  const slips = (letters: string): number[] => {
    const hits: number[] = []
    if (letters.length < shortestForSlips || !/^[a-z]+$/.test(letters)) return hits
    // One slip leaves one of the first two letters at one of the first two places: most rows end here, without their text.
    const [first, second] = [letters.charCodeAt(0), letters.charCodeAt(1)]
    for (let row = 0; row < pinyins.length; row++) {
      const a = heads[2 * row]
      const b = heads[2 * row + 1]
      if ((a === first || b === first || a === second || b === second) && isNear(letters, pinyins[row] ?? ''))
        hits.push(row)
    }
    return hits
  }

  /** The steps of the search, best first; a later one runs only while rows are wanted. */
  const steps = (typed: string, exact: string, limit: number): (() => number[])[] => {
    // Rows whose key is the text itself come first, so that a cut loses none of them. A step may find again what an earlier one found: with all of those it still has `limit` new ones.
    const most = 2 * limit
    const ranked = (hits: readonly number[]): number[] => ranking.first(hits, most)
    const letters = typed.replaceAll(/[ ']/g, '')
    return [
      () => index.code.startingWith(typed, most).filter((row) => rows[row]?.code === exact),
      () => only(index.code.startingWith(typed, most), codes, typed),
      () => ranked(only(index.former.startingWith(typed), formerCodes, typed)),
      () => ranked(only(index.name.startingWith(typed), names, typed)),
      () => index.code.startingWith(typed, most),
      () => ranked(only(index.initials.startingWith(letters), initials, letters)),
      () => ranked(index.initials.startingWith(letters)),
      () => ranked(index.pinyin.startingWith(letters)),
      () => ranked(index.name.startingWith(typed)),
      () => within.name.containing(typed, most),
      () => ranked(index.english.startingWith(typed)),
      () => within.initials.containing(letters, most),
      () => within.pinyin.containing(letters, most),
      () => within.english.containing(typed, most),
      () => ranked(index.former.startingWith(typed)),
      () => ranked(slips(letters)),
    ]
  }

  return {
    find(text, limit) {
      const typed = normalize(text)
      if (typed === '') return rows.slice(0, limit)
      const found = new Set<number>()
      for (const step of steps(typed, text.trim(), limit)) {
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
