import { readFileSync, readdirSync, truncateSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { listBackups, makeBackup, verifyCopy } from '../../../electron/store/backup.ts'
import { scrubCopies, type Scrub } from '../../../electron/store/scrub-copies.ts'
import type { Store } from '../../../electron/store/store.ts'
import { fillDisk, smallDisk } from '../../support/small-disk.ts'
import { moment, openTestStore } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const secret = 'Secret-7391'
const hide: Scrub = (copy) =>
  copy.prepare(`UPDATE settings SET value = '"hidden"' WHERE name = 'key'`).run().changes > 0

async function withCopies(folder = tempFolder()): Promise<Store> {
  const store = await openTestStore(folder)
  const put = store.db.prepare(`INSERT INTO settings (name, value) VALUES (@name, @value)`)
  put.run({ name: 'looks', value: '"dark"' })
  await makeBackup(store.db, store.backups, 'declarations', 'daily', moment)
  put.run({ name: 'key', value: JSON.stringify(secret.padEnd(40_000, '-')) })
  await makeBackup(store.db, store.backups, 'declarations', 'daily', moment + 1000)
  await makeBackup(store.db, store.backups, 'declarations', 'manual', moment + 2000)
  return store
}
const bytes = ({ backups }: Store): string[] =>
  readdirSync(backups).map((name) => readFileSync(`${backups}/${name}`, 'latin1'))

test('copies that hold it are written anew without it, whole, with all else; the others stay byte for byte', async () => {
  const store = await withCopies()
  const [untouched] = bytes(store)
  expect(scrubCopies(store.backups, 'declarations', hide)).toBe(0)
  expect(bytes(store)).toHaveLength(3)
  expect(bytes(store)[0]).toBe(untouched)
  expect(bytes(store).join('')).not.toContain(secret)
  for (const { file, schema } of listBackups(store.backups, 'declarations').slice(0, 2)) {
    expect(verifyCopy(file, schema)).toBeUndefined()
    const copy = new Database(file, { readonly: true })
    expect(copy.prepare('SELECT name, value FROM settings ORDER BY name').raw().all()).toEqual([
      ['key', '"hidden"'],
      ['looks', '"dark"'],
    ])
    copy.close()
  }
})

test('a copy that cannot be read stays as it is, is counted, and keeps nobody from the next one', async () => {
  const store = await withCopies()
  const [newest] = listBackups(store.backups, 'declarations')
  truncateSync(newest?.file ?? '', 5000)
  const broken = readFileSync(newest?.file ?? '')
  expect(scrubCopies(store.backups, 'declarations', hide)).toBe(1)
  expect(readFileSync(newest?.file ?? '').equals(broken)).toBe(true)
  expect(bytes(store).filter((copy) => copy.includes(secret))).toEqual([])
  expect(readdirSync(store.backups)).toHaveLength(3)
})

test('on a full disk every copy stays as it is', async () => {
  const disk = smallDisk(4 * 1024 * 1024)
  if (disk === undefined) return
  const store = await withCopies(disk)
  const before = bytes(store)
  fillDisk(disk)
  expect(scrubCopies(store.backups, 'declarations', hide)).toBe(3)
  expect(bytes(store)).toEqual(before)
})
