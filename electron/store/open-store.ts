import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { failure } from '../../domain/failures/index.ts'
import { refuse, type Failure, type Result } from '../../domain/result.ts'
import { listBackups } from './backup.ts'
import { connect, PragmaError, structureFaults } from './connection.ts'
import { engineProblem } from './engine.ts'
import { networkDisk } from './local-disk.ts'
import { keepCopy } from './quarantine.ts'
import { recover } from './recover.ts'
import { backupFolder, bringUp, type Store, type StoreOptions } from './store.ts'
import { isCorrupt, storeFailureOf } from './store-failure.ts'
import { clearSuspect, isSuspect } from './suspect.ts'
import { inspectWal } from './wal-file.ts'

/** Above this size the structure is not checked on the way to the window; the daily copy is checked instead. */
const largestChecked = 48 * 1024 * 1024

/**
 * Opens a database file: engine and disk are checked, the pragmas set and read back, the structure checked, the schema
 * migrated behind a verified copy. A broken file is put aside and the newest good copy restored; a file from a newer
 * program is refused untouched. Everything that can go wrong with a disk is a failure of `domain/failures/store.ts`.
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  try {
    const refused = prepareFolder(options)
    if (refused !== undefined) return refuse(refused)
    const opened = openChecked(options)
    return opened === 'broken' ? await recover(options) : await bringUp(options, opened.db, opened.notice)
  } catch (cause) {
    if (cause instanceof PragmaError) return refuse(failure('store.pragmas', { detail: cause.message }))
    const known = storeFailureOf(cause)
    if (known === undefined) throw cause
    return refuse(known)
  }
}

function prepareFolder({ folder, diskType }: StoreOptions): Failure | undefined {
  const engine = engineProblem()
  if (engine !== undefined) return failure('store.engine', { detail: engine })
  mkdirSync(folder, { recursive: true })
  const network = networkDisk(folder, diskType)
  return network === undefined ? undefined : failure('store.networkFolder', { detail: network })
}

/** Opens the file and looks at its structure; `broken` sends it to recovery, with all connections closed. */
function openChecked(options: StoreOptions): { db: Database; notice: Failure | undefined } | 'broken' {
  const file = join(options.folder, `${options.name}.db`)
  if (isEmptied(options, file)) return 'broken'
  const notice = examineWal(file, options.now())
  let db: Database | undefined
  try {
    db = connect(file)
    const checked = isSuspect(file) || statSync(file).size <= largestChecked
    if (checked && structureFaults(db).length > 0) throw brokenStructure()
    // Reads the whole schema, which a broken first page does not survive.
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    clearSuspect(file)
    return { db, notice }
  } catch (cause) {
    db?.close()
    if (isCorrupt(cause)) return 'broken'
    throw cause
  }
}

const brokenStructure = (): Error => Object.assign(new Error('quick_check'), { code: 'SQLITE_CORRUPT' })

/**
 * A file of no length is a new one to SQLite, and a journal beside it would be deleted. It is damage when there was
 * something before; without copies and journal it is what a kill during the very first start leaves.
 */
function isEmptied({ folder, name }: StoreOptions, file: string): boolean {
  const wal = `${file}-wal`
  const journal = existsSync(wal) && statSync(wal).size > 0
  if (!existsSync(file)) return journal || listBackups(backupFolder(folder), name).length > 0
  return statSync(file).size === 0 && (journal || listBackups(backupFolder(folder), name).length > 0)
}

/** A journal that is damaged in its middle loses saves without a word from SQLite: keep it and say so. */
function examineWal(file: string, now: number): Failure | undefined {
  const wal = `${file}-wal`
  if (!existsSync(file) || !existsSync(wal)) return undefined
  const { lost } = inspectWal(readFileSync(wal))
  if (lost === 0) return undefined
  keepCopy(file, now)
  return failure('store.walDamaged', { count: lost })
}
