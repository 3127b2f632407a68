import type { Database } from 'better-sqlite3'
import * as z from 'zod'

/** Title of a column in its bare form → field name. */
export type TitleFields = readonly (readonly [title: string, field: string])[]

/** A mapping that a customer's sheet was imported with. */
export interface KeptMapping {
  readonly customer: string
  readonly titles: TitleFields
}

const titlesSchema = z.array(z.tuple([z.string(), z.string()]))

interface Stored {
  readonly customer: string
  readonly titles: string
}

const statements = (db: Database) => ({
  save: db.prepare(`
    INSERT INTO import_mappings (fingerprint, customer, titles, used_at)
    VALUES (@fingerprint, @customer, @titles, @usedAt)
    ON CONFLICT DO UPDATE SET titles = excluded.titles, used_at = excluded.used_at`),
  latest: db.prepare<{ fingerprint: string }, Stored>(
    `SELECT customer, titles FROM import_mappings WHERE fingerprint = @fingerprint ORDER BY used_at DESC LIMIT 1`,
  ),
})

/** Mappings of customers' sheets, so that a sheet is mapped once. */
export class ImportMappingsRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** Keeps the mapping of a customer for sheets with these titles; an older one is replaced. */
  save(fingerprint: string, customer: string, titles: TitleFields): void {
    const usedAt = new Date(this.#now()).toISOString()
    this.#sql.save.run({ fingerprint, customer, titles: JSON.stringify(titles), usedAt })
  }

  /** The mapping last used for sheets with these titles. */
  latest(fingerprint: string): KeptMapping | undefined {
    const row = this.#sql.latest.get({ fingerprint })
    return row === undefined
      ? undefined
      : { customer: row.customer, titles: titlesSchema.parse(JSON.parse(row.titles)) }
  }
}
