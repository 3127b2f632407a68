import Database from 'better-sqlite3'
import type { StoredEntry } from '../../domain/audit/file.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { rowFault } from './archive-rows.ts'
import { sync } from './backup.ts'
import { connectAlone, schemaVersion, structureFaults } from './connection.ts'
import { migrate, newest } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { storeFailureOf } from './store-failure.ts'

/** Settings that go along, out and in; what is not named here stays, so that no secret can and no habit of another desk. */
export const portable: readonly string[] = ['company', 'signing']

/**
 * A copy of the whole store for another desk: one plain file, without settings that are not named as portable. Their
 * bytes are wiped, not only unlinked.
 */
export async function makeSnapshot(db: Database.Database, file: string): Promise<void> {
  await db.backup(file)
  const copy = connectAlone(file)
  try {
    copy.pragma('journal_mode = DELETE')
    copy.pragma('secure_delete = ON')
    copy
      .prepare('DELETE FROM settings WHERE name NOT IN (SELECT value FROM json_each(@portable))')
      .run({ portable: JSON.stringify(portable) })
  } finally {
    copy.close()
  }
  sync(file)
}

/**
 * Looks at a snapshot of another desk as at a stranger's file: structure, version, that its tables are those that our
 * own migrations make, and every row that says something about itself. It is then brought to our version.
 * Refuses `keeping.damaged`, `keeping.newer`; nothing of ours is touched.
 */
export async function inspectSnapshot(file: string, migrations: readonly Migration[]): Promise<Result<unknown>> {
  let db: Database.Database | undefined
  try {
    db = connectAlone(file)
    db.pragma('cell_size_check = ON')
    if (structureFaults(db).length > 0) return damaged('数据库的结构不完整')
    const found = schemaVersion(db)
    const known = newest(migrations)
    if (found > known) return refuse(failure('keeping.newer', { found, known }))
    if (schemaOf(db) !== schemaOf(reference(migrations, found))) return damaged('表的样子不是本程序建的')
    const migrated = await migrate(db, migrations, () => Promise.resolve(ok(true)))
    if (!migrated.ok) return damaged(migrated.error.what)
    const broken = db.pragma('foreign_key_check') as unknown[]
    const fault = broken.length > 0 ? '有记录找不到所属的报关单' : rowFault(db)
    return fault === undefined ? ok({}) : damaged(fault)
  } catch (cause) {
    const known = storeFailureOf(cause)
    if (known === undefined) throw cause
    return damaged(known.why)
  } finally {
    db?.close()
  }
}

const damaged = (detail: string): Result<never> => refuse(failure('keeping.damaged', { detail }))

/** An empty store of a version, as our own migrations make it. */
function reference(migrations: readonly Migration[], version: number): Database.Database {
  const db = new Database(':memory:')
  for (const { id, up } of migrations) if (id <= version) up(db)
  return db
}

/** Every table, index, trigger and view with its text. */
const schemaOf = (db: Database.Database): string =>
  JSON.stringify(
    db
      .prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' ORDER BY name`)
      .all(),
  )

/** Hands the entries of the trail in a snapshot over, oldest first. */
export function snapshotTrail(file: string, use: (entries: Iterable<StoredEntry>) => void): void {
  const db = connectAlone(file)
  try {
    use(db.prepare<[], StoredEntry>('SELECT content, hash FROM audit ORDER BY n').iterate())
  } finally {
    db.close()
  }
}

/** Hash of the newest entry of the trail in a snapshot; it must be the one of the exported trail. */
export function trailEnd(file: string): string {
  const db = connectAlone(file)
  try {
    return db.prepare<[], string>('SELECT hash FROM audit ORDER BY n DESC LIMIT 1').pluck().get() ?? ''
  } finally {
    db.close()
  }
}
