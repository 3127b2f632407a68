import type { Database } from 'better-sqlite3'

export interface CodeUse {
  readonly field: string
  readonly code: string
  /** Chosen for the customer that was asked for. */
  readonly own: boolean
}

/** Uses that are kept; the oldest fall away. */
const most = 20_000

const statements = (db: Database) => ({
  note: db.prepare(`INSERT INTO code_uses (customer, field, code, used_at) VALUES (@customer, @field, @code, @usedAt)
    ON CONFLICT DO UPDATE SET used_at = excluded.used_at`),
  recent: db.prepare<{ customer: string; limit: number }, { field: string; code: string; own: number }>(`
    SELECT field, code, customer = @customer AND customer <> '' AS own FROM code_uses
    ORDER BY own DESC, used_at DESC LIMIT @limit`),
  thin: db.prepare(`DELETE FROM code_uses WHERE used_at < (
    SELECT used_at FROM code_uses ORDER BY used_at DESC LIMIT 1 OFFSET @most)`),
})

/** Codes that clerks chose, by customer and field. */
export class CodeUsesRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** Notes that a code was chosen. */
  note(customer: string, field: string, code: string): void {
    this.#sql.note.run({ customer, field, code, usedAt: new Date(this.#now()).toISOString() })
  }

  /** The last uses: those of the customer first, newest first. */
  recent(customer: string, limit: number): CodeUse[] {
    this.#sql.thin.run({ most })
    return this.#sql.recent.all({ customer, limit }).map(({ own, ...use }) => ({ ...use, own: own === 1 }))
  }
}
