import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { ok, type Failure, type Result } from '../../domain/result.ts'
import { makeBackup, removeHalfCopies } from './backup.ts'
import { migrate, newest } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'

export interface StoreOptions {
  /** Folder of this desk or site; backups and quarantine lie in it. */
  readonly folder: string
  /** Name of the file without its ending. */
  readonly name: string
  readonly migrations: readonly Migration[]
  readonly now: () => number
  /** File system type under the folder, for tests. */
  readonly diskType?: (folder: string) => number
}

/** An open, checked and migrated database. */
export interface Store {
  readonly db: Database
  readonly file: string
  /** Folder of its copies. */
  readonly backups: string
  /** What the clerk has to be told: damage that was met and what was done about it. */
  readonly notice: Failure | undefined
}

/** Folder of the copies of a store. */
export const backupFolder = (folder: string): string => join(folder, 'backups')

/** The part that a restored file goes through as well: migrations behind a verified copy. */
export async function bringUp(
  options: StoreOptions,
  db: Database,
  notice: Failure | undefined,
): Promise<Result<Store>> {
  const { folder, name, migrations, now } = options
  const backups = backupFolder(folder)
  newest(migrations)
  removeHalfCopies(backups, name)
  const migrated = await migrate(db, migrations, () => makeBackup(db, backups, name, 'migration', now()))
  if (!migrated.ok) {
    db.close()
    return migrated
  }
  return ok({ db, file: join(folder, `${name}.db`), backups, notice })
}
