import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { localDay } from '../../electron/services/local-day.ts'
import { DraftsRepo, type NewDraft } from '../../electron/store/drafts.repo.ts'
import { migrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'

/**
 * A data folder in which practice holds these declarations already. Answers it with their ids.
 * @param more whatever else is to stand in the store, before them
 * @param after what is to be done with them, given their ids
 */
export async function seedDesk(
  drafts: readonly NewDraft[],
  more: (db: Database) => void = () => undefined,
  after: (db: Database, ids: readonly string[]) => void = () => undefined,
): Promise<{ folder: string; ids: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  const store = await openStore({
    folder: join(folder, 'practice'),
    name: 'declarations',
    migrations,
    now: Date.now,
  })
  if (!store.ok) throw new Error(store.error.code)
  more(store.value.db)
  const made = new DraftsRepo(store.value.db, Date.now, localDay).create(drafts)
  const ids = made.map(({ summary }) => summary.id)
  after(store.value.db, ids)
  store.value.db.close()
  return { folder, ids }
}
