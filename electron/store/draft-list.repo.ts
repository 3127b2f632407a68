import type { Database } from 'better-sqlite3'
import type { DeclarationState } from '../../domain/states/declaration.ts'
import { summaryOf, type DraftSummary } from './draft-row.ts'
import { draftStatements, type DraftStatements } from './drafts.sql.ts'

/** Numbers by state. */
export type StateCounts = Partial<Record<DeclarationState, number>>

/** The board and the list: reads small rows, never a body. */
export class DraftListRepo {
  readonly #sql: DraftStatements

  constructor(db: Database) {
    this.#sql = draftStatements(db)
  }

  /** Rows for the list, newest change first. Every word of the text must be found. */
  list(query: { states?: readonly DeclarationState[]; text?: string; limit?: number; offset?: number }): {
    total: number
    rows: DraftSummary[]
  } {
    const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const filter = { states: query.states ? JSON.stringify(query.states) : null, words: JSON.stringify(words) }
    const page = { limit: query.limit ?? 100, offset: query.offset ?? 0 }
    return {
      total: this.#sql.total.get(filter)?.total ?? 0,
      rows: this.#sql.list.all({ ...filter, ...page }).map(summaryOf),
    }
  }

  /** How many there are in each state, and how many of them changed since a moment. */
  counts(since: number): { counts: StateCounts; today: StateCounts } {
    const byState = (rows: { state: string; count: number }[]): StateCounts =>
      Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    return {
      counts: byState(this.#sql.counts.all()),
      today: byState(this.#sql.countsSince.all({ since: new Date(since).toISOString() })),
    }
  }
}
