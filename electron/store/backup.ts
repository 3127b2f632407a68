import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { connectAlone, schemaVersion, structureFaults } from './connection.ts'
import { storeFailureOf } from './store-failure.ts'

/** Why a copy was made. */
export type BackupKind = 'migration' | 'daily' | 'manual'

/** A verified copy on disk. */
export interface Backup {
  readonly file: string
  readonly kind: BackupKind
  readonly schema: number
  /** Moment of the copy, ms of the epoch. */
  readonly at: number
  readonly bytes: number
}

const pattern = /-v(\d+)-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(migration|daily|manual)(?:-\d+)?\.db$/

/** `20261124-081500`, in UTC so that names sort by time whatever the clock of the season. */
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')

/**
 * Copies a live database by SQLite's backup API into a new file, checks the copy and only then gives it its name.
 * An existing copy is never written over: the name holds the version and the second, and a number when that is taken.
 */
export async function makeBackup(
  db: Database,
  folder: string,
  name: string,
  kind: BackupKind,
  at: number,
): Promise<Result<Backup>> {
  const schema = schemaVersion(db)
  const partial = join(folder, `.${name}-${stamp(at)}.part`)
  try {
    mkdirSync(folder, { recursive: true })
    rmSync(partial, { force: true })
    await db.backup(partial)
    const fault = verifyCopy(partial, schema)
    if (fault !== undefined) return discard(partial, fault)
    sync(partial)
    const file = freeName(folder, `${name}-v${schema}-${stamp(at)}-${kind}`)
    renameSync(partial, file)
    syncFolder(folder)
    return ok({ file, kind, schema, at, bytes: statSync(file).size })
  } catch (cause) {
    if (existsSync(partial)) rmSync(partial)
    const known = storeFailureOf(cause)
    if (known === undefined) throw cause
    return refuse(failure('store.backup', { detail: known.why }))
  }
}

/** What is wrong with a copy, or `undefined`. It is turned into one plain file, so that no journal lies beside it. */
export function verifyCopy(file: string, schema?: number): string | undefined {
  let copy
  try {
    copy = connectAlone(file)
    copy.pragma('journal_mode = DELETE')
    const [fault] = structureFaults(copy)
    if (fault !== undefined) return '副本没有通过完整性检查'
    return schema === undefined || schemaVersion(copy) === schema ? undefined : '副本的版本不对'
  } catch (cause) {
    const known = storeFailureOf(cause)
    if (known === undefined) throw cause
    return known.why
  } finally {
    copy?.close()
  }
}

/** Copies of one database, newest first. */
export function listBackups(folder: string, name: string): Backup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((entry) => entry.startsWith(`${name}-v`))
    .flatMap((entry) => {
      const [, schema, y, mo, d, h, mi, s, kind] = pattern.exec(entry) ?? []
      if (kind === undefined) return []
      const file = join(folder, entry)
      const at = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
      return [{ file, kind: kind as BackupKind, schema: Number(schema), at, bytes: statSync(file).size }]
    })
    .sort((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1))
}

/** Removes what copies left that a kill cut short. Only while no copy is in the making: before the store is open. */
export function removeHalfCopies(folder: string, name: string): void {
  if (!existsSync(folder)) return
  const halves = readdirSync(folder).filter((entry) => entry.startsWith(`.${name}-`) && entry.endsWith('.part'))
  for (const half of halves)
    try {
      rmSync(join(folder, half), { force: true })
    } catch (cause) {
      // A scanner holds it, or the folder is read-only: rubbish keeps nobody from opening the desk.
      if (storeFailureOf(cause) === undefined) throw cause
    }
}

function freeName(folder: string, base: string): string {
  for (let number = 1; ; number++) {
    const file = join(folder, number === 1 ? `${base}.db` : `${base}-${number}.db`)
    if (!existsSync(file)) return file
  }
}

function discard(partial: string, detail: string): Result<never> {
  rmSync(partial, { force: true })
  return refuse(failure('store.backup', { detail }))
}

/** Bytes and name of a new file reach the disk before anything relies on them. */
export function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A folder cannot be synced on Windows; there the rename itself is journaled. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
