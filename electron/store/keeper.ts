import { rmSync } from 'node:fs'
import type { Failure } from '../../domain/result.ts'
import { isBackupDue, outdated } from './backup-age.ts'
import { listBackups, makeBackup } from './backup.ts'
import type { Store } from './store.ts'

/** How often it is asked whether a copy is due. */
const hour = 60 * 60 * 1000
/** The first look comes when the desk has settled: a copy must not slow down the start. */
const firstLook = 60 * 1000

export interface KeeperParts {
  readonly name: string
  readonly now: () => number
  readonly onTrouble: (failure: Failure) => void
  readonly onCopied?: (bytes: number, removed: number) => void
}

/** Makes a verified copy of a store every day and lets old ones go by age. */
export class StoreKeeper {
  readonly name = 'keeper'
  readonly #store: Store
  readonly #parts: KeeperParts
  #timers: NodeJS.Timeout[] = []
  #running: Promise<void> | undefined

  constructor(store: Store, parts: KeeperParts) {
    this.#store = store
    this.#parts = parts
  }

  boot(): void {
    const look = (): void => void this.copyIfDue()
    this.#timers = [setTimeout(look, firstLook), setInterval(look, hour)]
    for (const timer of this.#timers) timer.unref()
  }

  /** Waits for a copy in the making, so that the file is not closed under it. */
  async shutdown(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    await this.#running
  }

  /** Copies when the newest copy is older than a day. Never throws: trouble is told. */
  copyIfDue(): Promise<void> {
    this.#running ??= this.#copy().finally(() => (this.#running = undefined))
    return this.#running
  }

  async #copy(): Promise<void> {
    const { backups, db } = this.#store
    const { name, now, onTrouble, onCopied } = this.#parts
    if (!db.open || !isBackupDue(listBackups(backups, name), now())) return
    const copy = await makeBackup(db, backups, name, 'daily', now())
    if (!copy.ok) {
      onTrouble(copy.error)
      return
    }
    const old = outdated(listBackups(backups, name), now())
    for (const { file } of old) rmSync(file, { force: true })
    onCopied?.(copy.value.bytes, old.length)
  }
}
