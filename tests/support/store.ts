import { onTestFinished } from 'vitest'
import type { Failure } from '../../domain/result.ts'
import type { Migration } from '../../electron/store/migrations/migration.ts'
import { migrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'
import type { Store } from '../../electron/store/store.ts'

/** A moment in the fixtures' year. */
export const moment = Date.UTC(2026, 10, 24, 8, 15, 0)

/** The local day of the tests is the one of UTC. */
export const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

interface Wanted {
  readonly migrations?: readonly Migration[]
  readonly now?: () => number
  readonly diskType?: (folder: string) => number
}

/** Opens a store in a folder; it is closed after the test. */
export async function openTestStore(folder: string, wanted: Wanted = {}): Promise<Store> {
  const opened = await tryOpen(folder, wanted)
  if ('code' in opened) throw new Error(`store: ${opened.code}`)
  return opened
}

/** The store, or why it was refused. */
export async function tryOpen(folder: string, wanted: Wanted = {}): Promise<Store | Failure> {
  const options = { folder, name: 'declarations', migrations, now: () => moment, ...wanted }
  const opened = await openStore(options)
  if (!opened.ok) return opened.error
  onTestFinished(() => void opened.value.db.close())
  return opened.value
}
