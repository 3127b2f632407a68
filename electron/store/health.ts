import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups, type Backup } from './backup.ts'
import { schemaVersion, structureFaults } from './connection.ts'
import type { Store } from './store.ts'

/** Above this size the structure is not checked while the clerk waits: the daily copy is checked instead. */
const largestChecked = 256 * 1024 * 1024

export interface StoreHealth {
  readonly bytes: number
  readonly schema: number
  /** Number of faults; `undefined` when the file is too large to be checked while the clerk waits. */
  readonly faults: number | undefined
  readonly newest: Backup | undefined
  readonly backups: readonly Backup[]
}

/** How a store is: size, version, structure, copies. @throws SqliteError */
export function healthOf({ db, file, backups }: Store, name: string): StoreHealth {
  const { size } = statSync(file)
  const copies = listBackups(backups, name)
  return {
    bytes: size,
    schema: schemaVersion(db),
    faults: size > largestChecked ? undefined : structureFaults(db).length,
    newest: copies[0],
    backups: copies,
  }
}

/** Free bytes on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Writes a small file and takes it away again. @throws the error of the file system */
export function tryToWrite(folder: string): void {
  const file = join(folder, '.write-test')
  const handle = openSync(file, 'w')
  try {
    writeSync(handle, 'x'.repeat(4096))
  } finally {
    closeSync(handle)
    rmSync(file, { force: true })
  }
}
