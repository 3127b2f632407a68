import type { Database } from 'better-sqlite3'
import type * as z from 'zod'

/** Profiles of real sites. The shape is the bridge's; it is checked again when it is read. */
export class SitesRepo<T extends { id: string }> {
  readonly #schema: z.ZodType<T>
  readonly #list
  readonly #put

  constructor(db: Database, schema: z.ZodType<T>) {
    this.#schema = schema
    this.#list = db.prepare<[], { profile: string }>('SELECT profile FROM sites ORDER BY id')
    this.#put = db.prepare<{ id: string; profile: string; changedAt: string }>(`
      INSERT INTO sites (id, profile, changed_at) VALUES (@id, @profile, @changedAt)
      ON CONFLICT DO UPDATE SET profile = excluded.profile, changed_at = excluded.changed_at`)
  }

  /** Every profile that still has the shape of one. */
  list(): T[] {
    return this.#list.all().flatMap(({ profile }) => {
      const parsed = this.#schema.safeParse(JSON.parse(profile))
      return parsed.success ? [parsed.data] : []
    })
  }

  /** Adds or replaces a profile. */
  put(site: T, now: number): void {
    this.#put.run({ id: site.id, profile: JSON.stringify(site), changedAt: new Date(now).toISOString() })
  }
}
