import {
  existsSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
  copyFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeBackup } from '../../../electron/store/backup.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { OutboxRepo } from '../../../electron/store/outbox.repo.ts'
import type { Store } from '../../../electron/store/store.ts'
import { isSuspect, markSuspect } from '../../../electron/store/suspect.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { moment, openTestStore, utcDay } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const hour = 3_600_000

/** A store with drafts, of which the first five are in a copy. */
async function filledStore(folder: string): Promise<{ file: string; before: string[]; after: string[] }> {
  const store = await openTestStore(folder)
  const drafts = new DraftsRepo(store.db, () => moment, utcDay)
  const add = (count: number): string[] =>
    drafts
      .create(Array.from({ length: count }, () => ({ ieFlag: 'I' as const, message: importDeclaration() })))
      .map((draft) => draft.summary.id)
  const before = add(5)
  await makeBackup(store.db, store.backups, 'declarations', 'daily', moment)
  const after = add(5)
  store.db.close()
  return { file: store.file, before, after }
}

const reopen = (folder: string): Promise<Store> => openTestStore(folder, { now: () => moment + hour })

const idsIn = ({ db }: Store): string[] =>
  (db.prepare('SELECT id FROM declarations ORDER BY key').all() as { id: string }[]).map(({ id }) => id)

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

const quarantined = (folder: string): string[] =>
  readdirSync(join(folder, 'quarantine'), { recursive: true }) as string[]

describe('a broken file', () => {
  test('with a broken header is set aside as it was and the copy restored', async () => {
    const folder = tempFolder()
    const { file, before } = await filledStore(folder)
    overwrite(file, 0, Buffer.from('not a database at all'))
    const bytes = readFileSync(file)
    const store = await reopen(folder)
    expect(store.notice).toMatchObject({ code: 'store.restored' })
    expect(idsIn(store)).toEqual(before)
    const kept = quarantined(folder).find((name) => name.endsWith('declarations.db')) ?? ''
    expect(readFileSync(join(folder, 'quarantine', kept)).equals(bytes)).toBe(true)
  })

  test('with a broken page in the middle gives back all rows of the other pages', async () => {
    const folder = tempFolder()
    const { file, before, after } = await filledStore(folder)
    const store = await openTestStore(folder)
    const page = store.db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'revisions'`).pluck().get() as number
    store.db.close()
    overwrite(file, (page - 1) * 4096, Buffer.alloc(4096, 0xa5))
    const restored = await reopen(folder)
    expect(restored.notice).toMatchObject({ code: 'store.restored' })
    expect(idsIn(restored)).toEqual([...before, ...after])
    const drafts = new DraftsRepo(restored.db, () => moment, utcDay)
    for (const id of before) expect(drafts.load(id)).toMatchObject({ ok: true })
  })

  test('sends nothing that the copy holds as waiting before it was asked about', async () => {
    const folder = tempFolder()
    const store = await openTestStore(folder)
    const drafts = new DraftsRepo(store.db, () => moment, utcDay)
    const [draft] = drafts.create([{ ieFlag: 'I', message: importDeclaration() }])
    const { id = '', clientSeqNo = '' } = draft?.summary ?? {}
    const card = { certificateSerial: '01', cardNo: '2100010009991', operator: '演练员甲' }
    const outbox = new OutboxRepo(store.db, () => moment)
    const message = { declarationId: id, clientSeqNo, rev: 1, xml: Buffer.from('<a/>'), files: [], ...card }
    const row = outbox.put({ ...message, digest: '', signature: '' })
    outbox.move(row, 'submit')
    await makeBackup(store.db, store.backups, 'declarations', 'daily', moment)
    outbox.move(row, 'send')
    outbox.move(row, 'accepted')
    const page = store.db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'outbox'`).pluck().get() as number
    store.db.close()
    overwrite(store.file, (page - 1) * 4096, Buffer.alloc(4096, 0xa5))
    const restored = await reopen(folder)
    expect(restored.notice).toMatchObject({ code: 'store.restored' })
    expect(new OutboxRepo(restored.db).latest(id)).toMatchObject({ state: 'unknown', unknownAt: moment + hour })
  })

  test('of no length is restored when there is a copy', async () => {
    const folder = tempFolder()
    const { file, before } = await filledStore(folder)
    truncateSync(file, 0)
    const store = await reopen(folder)
    expect(store.notice).toMatchObject({ code: 'store.restored' })
    expect(idsIn(store)).toEqual(before)
  })

  test('that is gone is restored when there is a copy', async () => {
    const folder = tempFolder()
    const { file, before } = await filledStore(folder)
    rmSync(file)
    const store = await reopen(folder)
    expect(idsIn(store)).toEqual(before)
  })

  test.each([4096 * 3, 5000, 100])('cut to %i bytes opens again with the copy', async (length) => {
    const folder = tempFolder()
    const { file, before } = await filledStore(folder)
    truncateSync(file, length)
    const store = await reopen(folder)
    expect(store.notice).toMatchObject({ code: 'store.restored' })
    expect(idsIn(store)).toEqual(expect.arrayContaining(before))
  })

  test('of random bytes without any copy begins anew and says that all may be missing', async () => {
    const folder = tempFolder()
    const file = join(folder, 'declarations.db')
    writeFileSync(file, Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 251)))
    const store = await reopen(folder)
    expect(store.notice).toMatchObject({ code: 'store.lost' })
    expect(idsIn(store)).toEqual([])
    expect(quarantined(folder).some((name) => name.endsWith('declarations.db'))).toBe(true)
  })

  test('is not restored from a copy that is broken itself but from the next older one', async () => {
    const folder = tempFolder()
    const { file, before } = await filledStore(folder)
    const older = await openTestStore(folder)
    const newest = await makeBackup(older.db, older.backups, 'declarations', 'daily', moment + 60_000)
    older.db.close()
    if (newest.ok) overwrite(newest.value.file, 4096, Buffer.alloc(8192, 0x5a))
    overwrite(file, 0, Buffer.alloc(100))
    const store = await reopen(folder)
    expect(idsIn(store)).toEqual(before)
    expect(newest.ok && existsSync(newest.value.file)).toBe(true)
  })

  test('gives no number twice after it was restored', async () => {
    const folder = tempFolder()
    const { file } = await filledStore(folder)
    overwrite(file, 0, Buffer.alloc(100))
    const store = await reopen(folder)
    const drafts = new DraftsRepo(store.db, () => moment, utcDay)
    const [draft] = drafts.create([{ ieFlag: 'I', message: {} }])
    const marks = new Set(
      (store.db.prepare('SELECT client_seq_no AS n FROM declarations').all() as { n: string }[]).map(({ n }) =>
        n.slice(8, 12),
      ),
    )
    expect(draft?.summary.clientSeqNo).toHaveLength(18)
    expect(marks.size).toBe(2)
  })
})

describe('the journal of a killed desk', () => {
  /** Copies an open store with its journal, as a kill leaves it. */
  async function killed(saves: number): Promise<string> {
    const folder = tempFolder()
    const store = await openTestStore(folder)
    store.db.pragma('wal_checkpoint(TRUNCATE)')
    for (let index = 0; index < saves; index++)
      store.db.prepare('INSERT INTO settings (name, value) VALUES (@name, @name)').run({ name: `n${index}` })
    const left = tempFolder()
    for (const part of ['', '-wal']) copyFileSync(store.file + part, join(left, `declarations.db${part}`))
    return left
  }
  const count = ({ db }: Store): unknown => db.prepare('SELECT count(*) FROM settings').pluck().get()

  test('is read to the last save', async () => {
    const store = await reopen(await killed(10))
    expect(store.notice).toBeUndefined()
    expect(count(store)).toBe(10)
  })

  test('with a torn last save is no damage: that save was never called saved', async () => {
    const folder = await killed(10)
    const wal = join(folder, 'declarations.db-wal')
    truncateSync(wal, statSync(wal).size - 1000)
    const store = await reopen(folder)
    expect(store.notice).toBeUndefined()
    expect(count(store)).toBe(9)
  })

  test('with a broken place in the middle is kept aside and the lost saves are counted', async () => {
    const folder = await killed(10)
    const wal = join(folder, 'declarations.db-wal')
    overwrite(wal, 32 + 4 * (4096 + 24) + 200, Buffer.from('damage'))
    const store = await reopen(folder)
    expect(store.notice).toMatchObject({ code: 'store.walDamaged' })
    expect(count(store)).toBeLessThan(10)
    expect(quarantined(folder).some((name) => name.endsWith('-wal'))).toBe(true)
  })

  test('with a broken header is told as well', async () => {
    const folder = await killed(10)
    overwrite(join(folder, 'declarations.db-wal'), 24, Buffer.alloc(8))
    const store = await reopen(folder)
    expect(store.notice).toMatchObject({ code: 'store.walDamaged' })
  })
})

describe('damage met while the desk is in use', () => {
  test('leads to a check of the whole file at the next start, once', async () => {
    const folder = tempFolder()
    const { file, before } = await filledStore(folder)
    markSuspect(file)
    expect(isSuspect(file)).toBe(true)
    const store = await reopen(folder)
    expect(store.notice).toBeUndefined()
    expect(idsIn(store)).toEqual(expect.arrayContaining(before))
    expect(isSuspect(file)).toBe(false)
  })
})
