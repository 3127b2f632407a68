import type { Database } from 'better-sqlite3'
import type * as z from 'zod'

/** Named settings as JSON, in the file of a site or in the one of the desk. */
export class SettingsRepo {
  readonly #get
  readonly #put

  constructor(db: Database) {
    this.#get = db.prepare<{ name: string }, { value: string }>('SELECT value FROM settings WHERE name = @name')
    this.#put = db.prepare<{ name: string; value: string }>(
      'INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT DO UPDATE SET value = excluded.value',
    )
  }

  /** The setting, or `undefined` when it was never set or is not of this shape (any more). */
  get<T>(name: string, schema: z.ZodType<T>): T | undefined {
    const row = this.#get.get({ name })
    if (row === undefined) return undefined
    const parsed = schema.safeParse(JSON.parse(row.value))
    return parsed.success ? parsed.data : undefined
  }

  /** Keeps a setting. */
  put(name: string, value: unknown): void {
    this.#put.run({ name, value: JSON.stringify(value) })
  }
}
