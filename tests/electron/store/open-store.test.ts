import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { schemaVersion } from '../../../electron/store/connection.ts'
import { migrations } from '../../../electron/store/migrations/index.ts'
import { makeReadOnly, smallDisk } from '../../support/small-disk.ts'
import { openTestStore, tryOpen } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('opening the store', () => {
  test('a new file says aloud how durable it is', async () => {
    const { db } = await openTestStore(tempFolder())
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('busy_timeout')).toBe(3000)
  })

  test('a new file has every migration and no copy', async () => {
    const folder = tempFolder()
    const { db, notice } = await openTestStore(folder)
    expect(schemaVersion(db)).toBe(migrations.at(-1)?.id)
    expect(notice).toBeUndefined()
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  test('what was written is there after closing and opening', async () => {
    const folder = tempFolder()
    const first = await openTestStore(folder)
    first.db.prepare(`INSERT INTO settings (name, value) VALUES ('a', '1')`).run()
    first.db.close()
    const second = await openTestStore(folder)
    expect(second.db.prepare('SELECT value FROM settings').get()).toEqual({ value: '1' })
  })

  test('a folder on a network disk is refused by name', async () => {
    const refused = await tryOpen(tempFolder(), { diskType: () => 0x6969 })
    expect(refused).toMatchObject({ code: 'store.networkFolder', detail: 'NFS' })
  })

  test('a file in the place of the folder is refused, not replaced', async () => {
    const folder = join(tempFolder(), 'taken')
    writeFileSync(folder, 'something else')
    expect(await tryOpen(folder)).toMatchObject({ code: 'store.cannotOpen', detail: 'EEXIST' })
    expect(readFileSync(folder, 'utf8')).toBe('something else')
  })

  test('a folder that takes no files is told as read-only or not to be opened', async () => {
    const folder = smallDisk(1024 * 1024) ?? tempFolder()
    makeReadOnly(folder)
    const refused = await tryOpen(folder)
    expect(refused).toMatchObject({ code: expect.stringMatching(/^store\.(readonly|cannotOpen)$/) as string })
  })

  test('opening twice after a clean close leaves no journal behind', async () => {
    const folder = tempFolder()
    const { db } = await openTestStore(folder)
    db.close()
    expect(readdirSync(folder)).toEqual(['declarations.db'])
  })
})
