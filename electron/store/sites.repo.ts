import type { Database } from 'better-sqlite3'
import type * as z from 'zod'

/** A profile as it is kept. */
export interface KeptSite<T> {
  readonly site: T
  /** The proxy address with its password, sealed; a profile without a password has none. */
  readonly sealed: string | undefined
}

interface Row {
  readonly profile: string
  readonly sealed: string | null
}

/** Profiles of real sites. The shape is the bridge's; it is checked again when it is read. */
export class SitesRepo<T extends { id: string }> {
  readonly #db: Database
  readonly #schema: z.ZodType<T>
  readonly #list
  readonly #find
  readonly #put

  constructor(db: Database, schema: z.ZodType<T>) {
    this.#db = db
    this.#schema = schema
    this.#list = db.prepare<[], Row>('SELECT profile, sealed_proxy AS sealed FROM sites ORDER BY id')
    this.#find = db.prepare<{ id: string }, Row>('SELECT profile, sealed_proxy AS sealed FROM sites WHERE id = @id')
    this.#put = db.prepare<Row & { id: string; changedAt: string }>(`
      INSERT INTO sites (id, profile, changed_at, sealed_proxy) VALUES (@id, @profile, @changedAt, @sealed)
      ON CONFLICT DO UPDATE
      SET profile = excluded.profile, changed_at = excluded.changed_at, sealed_proxy = excluded.sealed_proxy`)
  }

  /** Every profile that still has the shape of one. */
  list(): T[] {
    return this.#list.all().flatMap((row) => this.#read(row)?.site ?? [])
  }

  /** The profile and what is sealed beside it. */
  find(id: string): KeptSite<T> | undefined {
    const row = this.#find.get({ id })
    return row === undefined ? undefined : this.#read(row)
  }

  /** Adds or replaces a profile, and what is sealed beside it: both or neither. */
  put(site: T, now: number, sealed?: string): void {
    const changedAt = new Date(now).toISOString()
    this.#put.run({ id: site.id, profile: JSON.stringify(site), changedAt, sealed: sealed ?? null })
  }

  /** Takes what was overwritten out of the free pages and the journal as well; the file of the desk is small. */
  scrub(): void {
    this.#db.exec('VACUUM')
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  #read({ profile, sealed }: Row): KeptSite<T> | undefined {
    const parsed = this.#schema.safeParse(JSON.parse(profile))
    return parsed.success ? { site: parsed.data, sealed: sealed ?? undefined } : undefined
  }
}

/**
 * Rewrites the proxy addresses in the file of a desk of any version, a copy for one.
 * @returns whether any of them changed
 */
export function rewriteProxies(db: Database, rewrite: (address: string) => string): boolean {
  const rows = db
    .prepare<[], { id: string; address: string | null }>(
      `SELECT id, profile ->> '$.proxy.address' AS address FROM sites WHERE json_valid(profile)`,
    )
    .all()
  const put = db.prepare<{ id: string; address: string }>(
    `UPDATE sites SET profile = json_set(profile, '$.proxy.address', @address) WHERE id = @id`,
  )
  const changed = rows.flatMap(({ id, address }) => {
    const next = address === null ? null : rewrite(address)
    return next === null || next === address ? [] : { id, address: next }
  })
  for (const row of changed) put.run(row)
  return changed.length > 0
}
