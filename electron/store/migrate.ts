import type { Database } from 'better-sqlite3'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { schemaVersion } from './connection.ts'
import type { Migration } from './migrations/migration.ts'
import { storeFailureOf } from './store-failure.ts'
import { sql } from './sql.ts'

/** Steps that ran. */
export interface Migrated {
  readonly from: number
  readonly to: number
}

/**
 * Brings the file to the newest version: all missing steps and `user_version` in one transaction, so that a step that
 * fails leaves the file as it was. A file from a newer program is refused and not touched.
 * @param backUp runs before the first step when the file holds anything; when it refuses, nothing is changed
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
  backUp: () => Promise<Result<unknown>>,
): Promise<Result<Migrated>> {
  const from = schemaVersion(db)
  const to = newest(migrations)
  if (from > to) return refuse(failure('store.future', { found: from, known: to }))
  const missing = migrations.filter((step) => step.id > from)
  if (missing.length === 0) return ok({ from, to })
  if (from > 0) {
    const copy = await backUp()
    if (!copy.ok) return copy
  }
  return runSteps(db, missing, from)
}

/** Highest id; ids that do not grow are a bug of ours. */
export function newest(migrations: readonly Migration[]): number {
  return migrations.reduce((last, { id, name }) => {
    if (!Number.isInteger(id) || id <= last) throw new Error(`migration ${id} ${name} does not follow ${last}`)
    return id
  }, 0)
}

function runSteps(db: Database, steps: readonly Migration[], from: number): Result<Migrated> {
  let step = from
  // Table rebuilds need this off, and it cannot be switched inside a transaction; it is checked before the commit.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const { id, up } of steps) {
        step = id
        up(db)
        db.pragma(sql`user_version = ${id}`)
      }
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error('a migration left rows without their parents')
    }).immediate()
    return ok({ from, to: step })
  } catch (cause) {
    return refuse(storeFailureOf(cause) ?? failure('store.migration', { step, detail: errorName(cause) }))
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

const errorName = (cause: unknown): string =>
  cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.name) : typeof cause
