import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AuditRepo } from '../../../electron/store/audit.repo.ts'
import { listBackups, makeBackup, type Backup } from '../../../electron/store/backup.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { migrations } from '../../../electron/store/migrations/index.ts'
import { OutboxRepo } from '../../../electron/store/outbox.repo.ts'
import { restoreWished, wishRestore } from '../../../electron/store/restore.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { moment, openTestStore, utcDay } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const later = moment + 3_600_000
const actor = () => ({ who: '演练员甲', login: 'clerk', card: '2100010009991' })
const optionsOf = (folder: string) => ({ folder, name: 'declarations', migrations, now: () => later })

/** A copy with one declaration on its way; after it, a second one was made. */
async function copied(folder: string): Promise<{ copy: Backup; early: string; late: string }> {
  const store = await openTestStore(folder)
  const trail = new AuditRepo(store.db, () => moment, actor)
  const drafts = new DraftsRepo(store.db, () => moment, utcDay, trail)
  const make = (): string => drafts.create([{ ieFlag: 'I', message: importDeclaration() }])[0]?.summary.id ?? ''
  const early = make()
  drafts.move(early, 'markReady')
  drafts.move(early, 'sign')
  const outbox = new OutboxRepo(store.db, () => moment, trail)
  const { clientSeqNo = '' } = drafts.summary(early) ?? {}
  const card = { certificateSerial: '01', cardNo: '2100010009991', operator: '演练员甲' }
  const message = { xml: Buffer.from('<a/>'), files: [], digest: '', signature: '', ...card }
  outbox.move(outbox.put({ declarationId: early, clientSeqNo, rev: 1, ...message }), 'submit')
  const made = await makeBackup(store.db, store.backups, 'declarations', 'manual', moment)
  if (!made.ok) throw new Error(made.error.code)
  const late = make()
  store.db.close()
  return { copy: made.value, early, late }
}

test('going back to a copy brings its state, keeps the present files aside and says so', async () => {
  const folder = tempFolder()
  const { copy, early, late } = await copied(folder)
  wishRestore(folder, 'declarations', copy)
  expect(await restoreWished(optionsOf(folder))).toMatchObject({ code: 'keeping.restored' })
  const { db } = await openTestStore(folder)
  const drafts = new DraftsRepo(db, () => later, utcDay)
  expect(drafts.load(early).ok).toBe(true)
  expect(drafts.load(late).ok).toBe(false)
  expect(
    readdirSync(join(folder, 'quarantine'), { recursive: true }).some((name) => String(name).endsWith('.db')),
  ).toBe(true)
  expect(listBackups(join(folder, 'backups'), 'declarations')).toHaveLength(1)
})

test('what was on its way in the copy is asked about before it is sent, and numbers never come twice', async () => {
  const folder = tempFolder()
  const { copy, early } = await copied(folder)
  wishRestore(folder, 'declarations', copy)
  await restoreWished(optionsOf(folder))
  const { db } = await openTestStore(folder)
  expect(new OutboxRepo(db).live(early)).toMatchObject({ state: 'unknown', unknownAt: later })
  const drafts = new DraftsRepo(db, () => later, utcDay)
  const [next] = drafts.create([{ ieFlag: 'I', message: importDeclaration() }])
  expect(next?.summary.clientSeqNo.slice(8, 12)).not.toBe(drafts.summary(early)?.clientSeqNo.slice(8, 12))
})

test('the audit trail goes on over it without a gap', async () => {
  const folder = tempFolder()
  const { copy } = await copied(folder)
  wishRestore(folder, 'declarations', copy)
  await restoreWished(optionsOf(folder))
  const { db } = await openTestStore(folder)
  const trail = new AuditRepo(db, () => later, actor)
  const { end, fault } = await trail.check()
  expect(fault).toBeUndefined()
  expect(end.count).toBe(6)
})

test('without a wish, or after it was done, nothing is touched', async () => {
  const folder = tempFolder()
  const { copy, late } = await copied(folder)
  expect(await restoreWished(optionsOf(folder))).toBeUndefined()
  wishRestore(folder, 'declarations', copy)
  await restoreWished(optionsOf(folder))
  expect(await restoreWished(optionsOf(folder))).toBeUndefined()
  expect(late).not.toBe('')
})

const wishFor = (folder: string, backup: string): void =>
  writeFileSync(join(folder, 'declarations.restore.json'), JSON.stringify({ backup }))

test.each([
  ['is broken', (_folder: string, copy: Backup) => writeFileSync(copy.file, 'no database')],
  ['is gone', (folder: string) => wishFor(folder, 'another.db')],
])('a copy that %s is refused and the present data stay', async (_name, harm) => {
  const folder = tempFolder()
  const { copy, late } = await copied(folder)
  wishRestore(folder, 'declarations', copy)
  harm(folder, copy)
  expect(await restoreWished(optionsOf(folder))).toMatchObject({ code: 'keeping.badBackup' })
  const { db } = await openTestStore(folder)
  expect(new DraftsRepo(db, () => later, utcDay).load(late).ok).toBe(true)
  expect(existsSync(join(folder, 'declarations.restore.json'))).toBe(false)
})
