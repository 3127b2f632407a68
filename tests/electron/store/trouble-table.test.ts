import { closeSync, mkdirSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { makeBackup } from '../../../electron/store/backup.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { storeFailureOf } from '../../../electron/store/store-failure.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { fillDisk, smallDisk } from '../../support/small-disk.ts'
import { moment, openTestStore, tryOpen, utcDay } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A store with one saved declaration and a verified copy of it, closed. */
async function filled(folder: string): Promise<string> {
  const store = await openTestStore(folder)
  const [draft] = new DraftsRepo(store.db, () => moment, utcDay).create([{ ieFlag: 'I', message: importDeclaration() }])
  await makeBackup(store.db, store.backups, 'declarations', 'daily', moment)
  store.db.close()
  return draft?.summary.id ?? ''
}

const fileIn = (folder: string): string => join(folder, 'declarations.db')

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

/** Bytes of a write-ahead log whose header is no header but that holds commits. */
function leaveBrokenLog(folder: string): void {
  const source = new Database(fileIn(folder))
  source.pragma('journal_mode = WAL')
  source.pragma('wal_autocheckpoint = 0')
  for (let n = 0; n < 6; n++) source.prepare('UPDATE numbers SET serial = serial + 1').run()
  // Copied while it is open: a clean close would empty it.
  const bytes = readFileSync(`${fileIn(folder)}-wal`)
  source.close()
  bytes.fill(0, 24, 32)
  writeFileSync(`${fileIn(folder)}-wal`, bytes)
}

/** What was broken, what the next start says of it, and whether the saved declaration is there then. */
const rows: readonly (readonly [trouble: string, harm: (folder: string) => void, code: string, opens: boolean])[] = [
  ['a broken header', (folder) => overwrite(fileIn(folder), 0, Buffer.from('no database')), 'store.restored', true],
  ['a broken first page', (folder) => overwrite(fileIn(folder), 100, Buffer.alloc(3000, 7)), 'store.restored', true],
  ['a file of no length', (folder) => truncateSync(fileIn(folder)), 'store.restored', true],
  ['a file that is gone', (folder) => rmSync(fileIn(folder)), 'store.restored', true],
  ['a file cut in the middle', (folder) => truncateSync(fileIn(folder), 9000), 'store.restored', true],
  ['a broken write-ahead log', leaveBrokenLog, 'store.walDamaged', true],
  [
    'a version of the future',
    (folder) => {
      const db = new Database(fileIn(folder))
      db.pragma('user_version = 99999')
      db.close()
    },
    'store.future',
    false,
  ],
]

test.each(rows)('%s: the next start says what and why, and loses nothing', async (_trouble, harm, code, opens) => {
  const folder = tempFolder()
  const id = await filled(folder)
  harm(folder)
  const found = await tryOpen(folder)
  const told = 'code' in found ? found : found.notice
  expect(told).toMatchObject({ code })
  for (const text of [told?.what, told?.why, told?.todo]) expect(text).toMatch(/^[^{}]{4,}$/)
  expect('code' in found).toBe(!opens)
  if ('code' in found) return
  expect(new DraftsRepo(found.db, () => moment, utcDay).load(id).ok).toBe(true)
})

test('a network folder is refused by its name and left alone', async () => {
  const folder = tempFolder()
  expect(await tryOpen(folder, { diskType: () => 0x6969 })).toMatchObject({
    code: 'store.networkFolder',
    detail: 'NFS',
  })
})

test('a folder in the place of the file is refused and left alone', async () => {
  const folder = tempFolder()
  mkdirSync(fileIn(folder))
  expect(await tryOpen(folder)).toMatchObject({ code: 'store.cannotOpen' })
})

/** A save that meets trouble, and the same save when the trouble is over. */
async function saveTwice(folder: string, harm: () => () => void): Promise<{ first: unknown; second: boolean }> {
  const store = await openTestStore(folder)
  store.db.pragma('busy_timeout = 50')
  const drafts = new DraftsRepo(store.db, () => moment, utcDay)
  const [draft] = drafts.create([{ ieFlag: 'I', message: importDeclaration() }])
  if (draft === undefined) throw new Error('no draft')
  const { id, rev } = draft.summary
  const message = { ...draft.message, DecFreeTxt: { VoyNo: '满'.repeat(60_000) } }
  const save = () => drafts.save({ id, rev, message, accepted: {}, errors: 0, warnings: 0 })
  const mend = harm()
  let first: unknown
  try {
    save()
  } catch (cause) {
    first = storeFailureOf(cause)?.code
  }
  mend()
  return { first, second: save().ok }
}

test('another program that locks the file: the save is refused, and goes well when it lets go', async () => {
  const folder = tempFolder()
  const outcome = await saveTwice(folder, () => {
    const other = new Database(fileIn(folder))
    other.exec('BEGIN IMMEDIATE')
    return () => {
      other.exec('ROLLBACK')
      other.close()
    }
  })
  expect(outcome).toEqual({ first: 'store.locked', second: true })
})

test('a full disk: the save is refused, and goes well when there is room', async () => {
  const disk = smallDisk(1024 * 1024)
  // Only root may mount a disk of its own.
  expect(disk === undefined).toBe(process.getuid?.() !== 0)
  if (disk === undefined) return
  const outcome = await saveTwice(disk, () => {
    const filler = fillDisk(disk)
    return () => rmSync(filler)
  })
  expect(outcome).toEqual({ first: 'store.full', second: true })
})
