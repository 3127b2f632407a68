import Database from 'better-sqlite3'
import { sql } from './sql.ts'

/** How long a call waits for a file that a backup or scanner holds, in milliseconds. */
const patience = 3000

/** What must hold on every connection that writes. */
const wanted: readonly (readonly [pragma: string, value: string | number])[] = [
  ['journal_mode', 'wal'],
  // 2 is FULL. The build default in WAL is NORMAL: the file stays whole, but the last saves can vanish at a power cut.
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', patience],
]

/** A disk or build that does not keep what the store relies on. */
export class PragmaError extends Error {
  override readonly name = 'PragmaError'
}

/**
 * Opens the writing connection: the only place of the product that does. The pragmas are set and read back.
 * @throws SqliteError, PragmaError
 */
export function connect(file: string): Database.Database {
  const db = new Database(file, { timeout: patience })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma(sql`busy_timeout = ${patience}`)
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    // On macOS a plain fsync does not reach the platter.
    if (process.platform === 'darwin') db.pragma('checkpoint_fullfsync = ON')
    for (const [pragma, value] of wanted) {
      const found = db.pragma(pragma, { simple: true })
      if (found !== value) throw new PragmaError(`${pragma}=${String(found)}`)
    }
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** Opens a file of no one else's, to look at it or to rescue rows: no journal is left beside it. */
export function connectAlone(file: string): Database.Database {
  const db = new Database(file, { timeout: patience, fileMustExist: true })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('trusted_schema = OFF')
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** Faults of the structure, up to a few; none when the file is whole. */
export function structureFaults(db: Database.Database): string[] {
  const rows = db.pragma('quick_check(5)') as { quick_check: string }[]
  return rows.map((row) => row.quick_check).filter((text) => text !== 'ok')
}

/** Number of the last migration that ran. */
export const schemaVersion = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }))
