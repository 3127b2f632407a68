import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { listBackups, sync, syncFolder, verifyCopy, type Backup } from './backup.ts'
import { connectAlone } from './connection.ts'
import { storeFailureOf } from './store-failure.ts'

/** Takes something out of a file and answers whether there was any of it. */
export type Scrub = (copy: Database) => boolean

/**
 * Takes something out of the copies of a store that must not stand in them. A copy that holds it is written anew beside
 * itself, without free pages, checked, and only then put in its place; every other copy is not touched.
 * @returns how many copies could not be looked at or written anew: they are as they were
 */
export function scrubCopies(folder: string, name: string, scrub: Scrub): number {
  const trial = join(folder, `.${name}-scrub.part`)
  return listBackups(folder, name).filter((copy) => !isScrubbed(copy, trial, scrub)).length
}

function isScrubbed(copy: Backup, trial: string, scrub: Scrub): boolean {
  try {
    rmSync(trial, { force: true })
    copyFileSync(copy.file, trial)
    if (!scrubbed(trial, scrub)) return true
    if (verifyCopy(trial, copy.schema) !== undefined) return false
    sync(trial)
    renameSync(trial, copy.file)
    syncFolder(join(copy.file, '..'))
    return true
  } catch (cause) {
    if (storeFailureOf(cause) === undefined) throw cause
    return false
  } finally {
    rmSync(trial, { force: true })
  }
}

function scrubbed(file: string, scrub: Scrub): boolean {
  const db = connectAlone(file)
  try {
    // No journal beside it: the old rows would stand in there.
    db.pragma('journal_mode = MEMORY')
    if (!scrub(db)) return false
    db.exec('VACUUM')
    return true
  } finally {
    db.close()
  }
}
