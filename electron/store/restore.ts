import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { failure } from '../../domain/failures/index.ts'
import { ok, type Failure, type Result } from '../../domain/result.ts'
import { askBeforeSending } from './ask-before-sending.ts'
import { listBackups, sync, syncFolder, verifyCopy, type Backup } from './backup.ts'
import { connect, connectAlone } from './connection.ts'
import { renewDesk } from './desk-number.ts'
import { migrate, newest } from './migrate.ts'
import { quarantine } from './quarantine.ts'
import { localTime } from './recover.ts'
import { isCorrupt, storeFailureOf } from './store-failure.ts'
import { backupFolder, type StoreOptions } from './store.ts'

const wishSchema = z.strictObject({ backup: z.string().max(200) })
const wishFile = ({ folder, name }: StoreOptions): string => join(folder, `${name}.restore.json`)

/** Name by which the page names a copy. */
export const backupId = (copy: Backup): string => basename(copy.file)

/** Notes that the next start shall begin with this copy. Nothing is changed until then. */
export function wishRestore(folder: string, name: string, copy: Backup): void {
  const file = join(folder, `${name}.restore.json`)
  writeFileSync(`${file}.part`, JSON.stringify({ backup: backupId(copy) }))
  sync(`${file}.part`)
  renameSync(`${file}.part`, file)
  syncFolder(folder)
}

/**
 * Puts the copy in place that the clerk chose, before the store is opened. The copy is made ready beside the file first
 * (checked, migrated, the trail carried on, what may be sent turned into a question), then the present files go aside as
 * they are, and it takes their name; a kill at any point leaves either the old or the new one, and the wish.
 * @returns what the clerk has to be told, or `undefined` when nothing was wished
 */
export async function restoreWished(options: StoreOptions): Promise<Failure | undefined> {
  const { folder, name, now } = options
  const wish = wishFile(options)
  if (!existsSync(wish)) return undefined
  const file = join(folder, `${name}.db`)
  const trial = `${file}.restore`
  const copy = chosen(options, wish)
  try {
    // Killed between the two renames: the copy is ready, and the old files are aside already.
    const isReady = !existsSync(file) && existsSync(trial)
    const prepared = isReady ? ok(true) : await prepare(options, copy, file, trial)
    if (!prepared.ok) return failure('keeping.badBackup', { detail: prepared.error.why })
    if (existsSync(file)) quarantine(file, now())
    renameSync(trial, file)
    syncFolder(folder)
    return failure('keeping.restored', { at: copy === undefined ? '' : localTime(copy.at) })
  } catch (cause) {
    const known = storeFailureOf(cause)
    if (known === undefined) throw cause
    return failure('keeping.badBackup', { detail: known.why })
  } finally {
    rmSync(trial, { force: true })
    rmSync(wish, { force: true })
  }
}

function chosen({ folder, name }: StoreOptions, wish: string): Backup | undefined {
  try {
    const { backup } = wishSchema.parse(JSON.parse(readFileSync(wish, 'utf8')))
    return listBackups(backupFolder(folder), name).find((copy) => backupId(copy) === backup)
  } catch {
    // A wish that nobody can read is none.
    return undefined
  }
}

/** Makes the copy ready to be used, in a file of its own. */
async function prepare(
  { migrations, now }: StoreOptions,
  copy: Backup | undefined,
  file: string,
  trial: string,
): Promise<Result<unknown>> {
  if (copy === undefined) return { ok: false, error: failure('keeping.noBackup') }
  if (copy.schema > newest(migrations))
    return { ok: false, error: failure('store.future', { found: copy.schema, known: newest(migrations) }) }
  rmSync(trial, { force: true })
  copyFileSync(copy.file, trial)
  const fault = verifyCopy(trial, copy.schema)
  if (fault !== undefined) return { ok: false, error: failure('keeping.badBackup', { detail: fault }) }
  const db = connect(trial)
  try {
    const migrated = await migrate(db, migrations, () => Promise.resolve(ok(true)))
    if (!migrated.ok) return migrated
    if (existsSync(file)) carryTrail(file, db)
    askBeforeSending(db, now())
    renewDesk(db)
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
  sync(trial)
  return ok(true)
}

/** The trail goes on where the copy ends: nobody loses entries of it by going back to a copy. */
function carryTrail(present: string, db: Database): void {
  const work = `${present}.trail`
  for (const part of ['', '-wal']) if (existsSync(present + part)) copyFileSync(present + part, work + part)
  let source: Database | undefined
  try {
    source = connectAlone(work)
    const last = db.prepare<[], { n: number; hash: string }>('SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1').get()
    const n = last?.n ?? 0
    const same = source.prepare<{ n: number }, string>('SELECT hash FROM audit WHERE n = @n').pluck().get({ n })
    if (same !== last?.hash) return
    const add = db.prepare('INSERT INTO audit (n, content, hash) VALUES (@n, @content, @hash)')
    const rows = source.prepare('SELECT n, content, hash FROM audit WHERE n > @n ORDER BY n').all({ n })
    db.transaction(() => rows.forEach((row) => add.run(row)))()
  } catch (cause) {
    // A present file that is broken or has no trail yet gives none to carry over; going back must still be possible.
    if (!isCorrupt(cause) && !(cause instanceof Error && /no such table/.test(cause.message))) throw cause
  } finally {
    source?.close()
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(work + part, { force: true })
  }
}
