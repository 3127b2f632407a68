import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { failure } from '../../domain/failures/index.ts'
import type { Failure, Result } from '../../domain/result.ts'
import { askBeforeSending } from './ask-before-sending.ts'
import { listBackups, sync, syncFolder, verifyCopy, type Backup } from './backup.ts'
import { connect } from './connection.ts'
import { renewDesk } from './desk-number.ts'
import { newest } from './migrate.ts'
import { clearSuspect } from './suspect.ts'
import { backupFolder, bringUp, type Store, type StoreOptions } from './store.ts'
import { quarantine } from './quarantine.ts'
import { salvage, type Salvaged } from './salvage.ts'

/**
 * The way back from a broken file. Nothing is deleted: the broken files go aside as they are, the newest copy that
 * passes its check takes their place, and what can still be read out of the broken file is laid over it.
 */
export async function recover(options: StoreOptions): Promise<Result<Store>> {
  const { folder, name, now } = options
  const file = join(folder, `${name}.db`)
  const broken = quarantine(file, now())
  clearSuspect(file)
  const backup = restoreNewest(options, file)
  const opened = await bringUp(options, connect(file), undefined)
  if (!opened.ok) return opened
  const { db } = opened.value
  const found = salvage(broken, db)
  // A message whose newest state could not be read stands as in the copy, though it may have gone out since.
  askBeforeSending(db, now())
  // Numbers may have been given out after the copy was made: from here on they carry another desk mark.
  renewDesk(db)
  return { ok: true, value: { ...opened.value, notice: notice(backup, found) } }
}

/** Puts the newest good copy in place; `undefined` when there is none and a new file begins. */
function restoreNewest({ folder, name, migrations }: StoreOptions, file: string): Backup | undefined {
  const known = newest(migrations)
  const good = listBackups(backupFolder(folder), name).find((copy) => copy.schema <= known && isGood(copy, file))
  if (good === undefined) return undefined
  renameSync(`${file}.restore`, file)
  syncFolder(folder)
  return good
}

/** Checks a copy of the copy, so that the check itself cannot touch the original. */
function isGood(copy: Backup, file: string): boolean {
  const trial = `${file}.restore`
  copyFileSync(copy.file, trial)
  if (verifyCopy(trial, copy.schema) === undefined) {
    sync(trial)
    return true
  }
  rmSync(trial, { force: true })
  return false
}

function notice(backup: Backup | undefined, found: Salvaged): Failure {
  const since = backup === undefined ? '全部数据' : `${localTime(backup.at)} 之后录入和修改的内容是否齐全`
  const unreadable = found.unreadable > 0 ? `，其中有 ${found.unreadable} 处读不出来` : ''
  const missing = found.opened ? since + unreadable : `${since}（损坏的文件完全读不出来）`
  return backup === undefined
    ? failure('store.lost', { salvaged: found.rows, missing })
    : failure('store.restored', { backup: localTime(backup.at), salvaged: found.rows, missing })
}

/** `2026-11-24 08:15`, as the clerk's clock shows it. */
export function localTime(at: number): string {
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
