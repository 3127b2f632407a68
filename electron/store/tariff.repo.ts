import { gunzipSync, gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { sql } from './sql.ts'

/** A tariff version without its rows. */
export interface TariffVersion {
  readonly id: number
  readonly file: string
  readonly source: string
  readonly validFrom: string
  readonly importedAt: string
  readonly rows: number
  readonly digest: string
}

const columns = 'id, file, source, valid_from AS validFrom, imported_at AS importedAt, rows, digest'

const statements = (db: Database) => ({
  add: db.prepare<Omit<TariffVersion, 'id'> & { body: Uint8Array }>(`
    INSERT INTO tariff_versions (file, source, valid_from, imported_at, rows, digest, body)
    VALUES (@file, @source, @validFrom, @importedAt, @rows, @digest, @body)`),
  list: db.prepare<[], TariffVersion>(sql`SELECT ${columns} FROM tariff_versions ORDER BY valid_from DESC, id DESC`),
  onDay: db.prepare<{ day: string }, TariffVersion>(sql`SELECT ${columns} FROM tariff_versions
    WHERE valid_from <= @day ORDER BY valid_from DESC, id DESC LIMIT 1`),
  body: db.prepare<{ id: number }, { body: Buffer }>('SELECT body FROM tariff_versions WHERE id = @id'),
  remove: db.prepare<{ id: number }>('DELETE FROM tariff_versions WHERE id = @id'),
})

/** Tariffs that the company imported. Of two that begin on one day the later import holds. */
export class TariffRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** Keeps a version; `table` is the stored table as JSON. */
  add(version: Omit<TariffVersion, 'id' | 'importedAt'>, table: string): TariffVersion {
    const dated = { ...version, importedAt: new Date(this.#now()).toISOString() }
    const { lastInsertRowid } = this.#sql.add.run({ ...dated, body: gzipSync(Buffer.from(table)) })
    return { ...dated, id: Number(lastInsertRowid) }
  }

  /** Every version, the one that begins last first. */
  list(): TariffVersion[] {
    return this.#sql.list.all()
  }

  /** The version that holds on a day (yyyy-MM-dd). */
  onDay(day: string): TariffVersion | undefined {
    return this.#sql.onDay.get({ day })
  }

  /** The stored table of a version as JSON. */
  table(id: number): string | undefined {
    const row = this.#sql.body.get({ id })
    return row === undefined ? undefined : gunzipSync(row.body).toString('utf8')
  }

  /** `false` when there is no such version. */
  remove(id: number): boolean {
    return this.#sql.remove.run({ id }).changes > 0
  }
}
