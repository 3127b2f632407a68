import type { Database } from 'better-sqlite3'

/** One row of a count. */
export interface CountRow {
  readonly key: string
  readonly count: number
}

interface Span {
  /** Moments, ISO; the second one is outside. */
  readonly from: string
  readonly to: string
}

const statements = (db: Database) => ({
  states: db.prepare<Span, CountRow>(`SELECT state AS key, count(*) AS count FROM declarations
    WHERE created_at >= @from AND created_at < @to GROUP BY state`),
  customers: db.prepare<Span & { most: number }, CountRow & { refused: number; lines: number }>(`
    SELECT customer AS key, count(*) AS count, sum(state = 'refused') AS refused, sum(lines) AS lines FROM declarations
    WHERE created_at >= @from AND created_at < @to AND customer <> ''
    GROUP BY customer ORDER BY count DESC, customer LIMIT @most`),
  /** Moments of making, for the days of the local calendar. */
  made: db.prepare<Span, { at: string }>(
    'SELECT created_at AS at FROM declarations WHERE created_at >= @from AND created_at < @to',
  ),
  /** What the receipts that refused something said. */
  refusals: db.prepare<Span, { note: string; title: string }>(`SELECT note, title FROM timeline
    WHERE kind = 'receipt' AND at >= @from AND at < @to AND (title LIKE '%退%' OR title LIKE '%失败%')`),
})

/** Numbers of a span of time, for the page of figures. */
export class FiguresRepo {
  readonly #sql: ReturnType<typeof statements>

  constructor(db: Database) {
    this.#sql = statements(db)
  }

  /** Declarations made in the span, by the state they are in now. */
  states(span: Span): CountRow[] {
    return this.#sql.states.all(span)
  }

  /** The customers with the most declarations. */
  customers(span: Span, most: number): (CountRow & { refused: number; lines: number })[] {
    return this.#sql.customers.all({ ...span, most })
  }

  /** Moments at which declarations were made. */
  made(span: Span): string[] {
    return this.#sql.made.all(span).map(({ at }) => at)
  }

  /** Words of the refusals that came in the span, one for each. */
  refusals(span: Span): string[] {
    return this.#sql.refusals.all(span).map(({ note, title }) => note || title)
  }
}
