import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localDay } from '../../electron/services/local-day.ts'
import { DraftsRepo } from '../../electron/store/drafts.repo.ts'
import { deskMigrations, migrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { OutboxRepo } from '../../electron/store/outbox.repo.ts'
import { SettingsRepo } from '../../electron/store/settings.repo.ts'
import { importDeclaration } from '../fixtures/declarations.ts'
import { signMessage } from './sign-message.ts'

const site = 'practice-folders'

/**
 * A data folder of a desk that practises with the import client and holds signed declarations, one for each bill of
 * lading. Answers it with the folder of the client and their ids.
 */
export async function seedFolderDesk(
  bills: readonly string[],
): Promise<{ folder: string; client: string; ids: Map<string, string> }> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  const desk = await openStore({ folder, name: 'desk', migrations: deskMigrations, now: Date.now })
  const store = await openStore({ folder: join(folder, site), name: 'declarations', migrations, now: Date.now })
  if (!desk.ok || !store.ok) throw new Error('no store')
  new SettingsRepo(desk.value.db).put('activeSite', site)
  const sandbox = join(folder, site, 'sandbox')
  mkdirSync(sandbox, { recursive: true })
  const { db } = store.value
  const drafts = new DraftsRepo(db, Date.now, localDay)
  const outbox = new OutboxRepo(db)
  const ids = new Map<string, string>()
  for (const bill of bills) {
    const message = importDeclaration()
    message.DecHead = { ...message.DecHead, BillNo: bill }
    const [draft] = drafts.create([{ ieFlag: 'I', message }])
    if (!draft) throw new Error('no draft')
    const { id, clientSeqNo, rev } = draft.summary
    ids.set(bill, id)
    drafts.move(id, 'markReady')
    drafts.move(id, 'sign')
    const xml = signMessage(message, { folder: sandbox, clientSeqNo })
    const card = { certificateSerial: '01', cardNo: '2100010009991', operator: '演练员甲' }
    outbox.put({ declarationId: id, clientSeqNo, rev, xml, files: [], digest: '', signature: '', ...card })
  }
  db.close()
  desk.value.db.close()
  return { folder, client: join(folder, site, 'import-client'), ids }
}
