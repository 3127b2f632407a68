import type { Database } from 'better-sqlite3'
import type { DeclarationState } from '../../domain/states/declaration.ts'
import { summaryOf, type DraftSummary } from './draft-row.ts'
import { gramsOf, questionOf } from './search/grams.ts'
import { searchStatements, type Bounds, type Place } from './search/search.sql.ts'

/** Numbers by state. */
export type StateCounts = Partial<Record<DeclarationState, number>>

export interface ListQuery {
  readonly states?: readonly DeclarationState[] | undefined
  readonly ieFlag?: 'I' | 'E' | undefined
  /** Every word must be found: in numbers, customer, goods, containers, bill, contract, conveyance. */
  readonly text?: string | undefined
  /** Changed last between these moments, ms; the second one is outside. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly marked?: boolean | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

export interface ListAnswer {
  /** How many there are; with `more`, at least so many. */
  readonly total: number
  readonly more: boolean
  readonly rows: DraftSummary[]
}

/** What is searched is counted up to here: nobody pages through more, they type one more word. */
const mostFound = 500
/** So many rows are read faster one by one than by way of the index. */
const fewRows = 3000

/** The board, the list and the search: reads small rows, never a body; takes the same time for 1,000 and 100,000. */
export class DraftListRepo {
  readonly #db: Database
  readonly #sql: ReturnType<typeof searchStatements>

  constructor(db: Database) {
    this.#db = db
    this.#sql = searchStatements(db)
  }

  /** Rows for the list, newest change first. */
  list(query: ListQuery): ListAnswer {
    const { limit = 100, offset = 0 } = query
    const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const plain = words.length === 0 && !query.marked && query.from === undefined && query.to === undefined
    // Without a search the number is known, and only the rows down to this page are looked at.
    const most = plain ? offset + limit : Math.max(mostFound + 1, offset + limit)
    const places = this.#places(query, words, most).sort(newestFirst)
    const keys = places.slice(offset, offset + limit).map(({ key }) => key)
    const rows = this.#sql.rows.all({ keys: JSON.stringify(keys) }).map(summaryOf)
    if (plain) return { total: this.#known(query), more: false, rows }
    const total = Math.min(places.length, Math.max(mostFound, offset + limit))
    return { total, more: places.length >= most, rows }
  }

  /** How many there are in each state, and how many of them changed since a moment. */
  counts(since: number): { counts: StateCounts; today: StateCounts } {
    return {
      counts: added(this.#sql.counts.all()),
      today: added(this.#sql.countsSince.all({ since: new Date(since).toISOString() })),
    }
  }

  /** Sets or takes away the mark of declarations. */
  mark(ids: readonly string[], marked: boolean): void {
    this.#sql.mark.run({ ids: JSON.stringify(ids), marked: marked ? 1 : 0 })
  }

  #places(query: ListQuery, words: readonly string[], most: number): Place[] {
    const bounds: Bounds = {
      states: query.states?.length ? JSON.stringify(query.states) : null,
      ieFlag: query.ieFlag ?? '',
      from: query.from === undefined ? '' : new Date(query.from).toISOString(),
      to: query.to === undefined ? '9' : new Date(query.to).toISOString(),
      word: words[0] ?? '',
      words: JSON.stringify(words.slice(1)),
      most,
    }
    if (query.marked) return this.#sql.marked.all(bounds)
    const question = questionOf(words)
    if (question !== undefined && this.#known(query) > fewRows) {
      this.#follow()
      return this.#sql.found.all({ ...bounds, question })
    }
    if (query.states?.length) return this.#byState(query, bounds)
    const onlyDays = words.length === 0 && query.ieFlag === undefined
    return onlyDays ? this.#sql.days.all(bounds) : this.#sql.all.all(bounds)
  }

  /** Each state has an order of its own: the first ones of each are the first ones of all. */
  #byState(query: ListQuery, bounds: Bounds): Place[] {
    const directions = query.ieFlag === undefined ? (['I', 'E'] as const) : [query.ieFlag]
    const states = new Set(query.states)
    const statement = bounds.word === '' ? this.#sql.oneStateDays : this.#sql.oneState
    return [...states].flatMap((state) => directions.flatMap((ieFlag) => statement.all({ ...bounds, state, ieFlag })))
  }

  /** How many declarations have these states and this direction. */
  #known({ states, ieFlag }: ListQuery): number {
    const wanted = states?.length ? new Set<string>(states) : undefined
    const rows = this.#sql.counts.all().filter((row) => wanted?.has(row.state) ?? true)
    return rows.reduce((sum, row) => (ieFlag === undefined || row.ieFlag === ieFlag ? sum + row.count : sum), 0)
  }

  /** Brings the index up to date with what was saved since the last search. */
  #follow(): void {
    const waiting = this.#sql.waiting.all()
    if (waiting.length === 0) return
    this.#db
      .transaction(() => {
        for (const { key, text } of waiting) {
          this.#sql.forget.run({ key })
          if (text !== null) this.#sql.index.run({ key, grams: gramsOf(text) })
          this.#sql.arrived.run({ key })
        }
      })
      .immediate()
  }
}

const newestFirst = (a: Place, b: Place): number =>
  a.updatedAt === b.updatedAt ? b.key - a.key : a.updatedAt < b.updatedAt ? 1 : -1

function added(rows: readonly { state: string; count: number }[]): StateCounts {
  const sums: Record<string, number> = {}
  for (const { state, count } of rows) sums[state] = (sums[state] ?? 0) + count
  return sums
}
