import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBackupDue, outdated } from '../../../electron/store/backup-age.ts'
import { listBackups, makeBackup, verifyCopy, type Backup } from '../../../electron/store/backup.ts'
import { StoreKeeper } from '../../../electron/store/keeper.ts'
import type { Failure } from '../../../domain/result.ts'
import { smallDisk } from '../../support/small-disk.ts'
import { moment, openTestStore } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const day = 86_400_000
const daily = (at: number): Backup => ({ file: `${at}.db`, kind: 'daily', schema: 40, at, bytes: 1 })

describe('a copy', () => {
  test('is one plain file that holds what was saved, named by version and second', async () => {
    const { db, backups } = await openTestStore(tempFolder())
    db.prepare(`INSERT INTO settings (name, value) VALUES ('a', '1')`).run()
    const made = await makeBackup(db, backups, 'declarations', 'manual', moment)
    expect(made.ok).toBe(true)
    const [name, ...more] = readdirSync(backups)
    expect(name).toMatch(/^declarations-v\d+-20261124-081500-manual\.db$/)
    expect(more).toEqual([])
    expect(verifyCopy(join(backups, name ?? ''))).toBeUndefined()
  })

  test('never takes the place of another one', async () => {
    const { db, backups } = await openTestStore(tempFolder())
    await makeBackup(db, backups, 'declarations', 'manual', moment)
    const [first = ''] = readdirSync(backups)
    const before = readFileSync(join(backups, first))
    db.prepare(`INSERT INTO settings (name, value) VALUES ('a', '1')`).run()
    await makeBackup(db, backups, 'declarations', 'manual', moment)
    expect(readdirSync(backups)).toHaveLength(2)
    expect(readFileSync(join(backups, first)).equals(before)).toBe(true)
  })

  test('that a kill cut short is gone after the next start, those of another store are not', async () => {
    const folder = tempFolder()
    const { db, backups } = await openTestStore(folder)
    await makeBackup(db, backups, 'declarations', 'manual', moment)
    const [whole = ''] = readdirSync(backups)
    db.close()
    for (const half of ['.declarations-20261124-081501.part', '.declarations-scrub.part', '.desk-20261124-081501.part'])
      writeFileSync(join(backups, half), 'half')
    await openTestStore(folder)
    expect(readdirSync(backups)).toEqual(['.desk-20261124-081501.part', whole])
  })

  test('that is cut short or garbage does not pass its check', async () => {
    const { db, backups } = await openTestStore(tempFolder())
    await makeBackup(db, backups, 'declarations', 'manual', moment)
    const [copy] = listBackups(backups, 'declarations')
    truncateSync(copy?.file ?? '', 5000)
    expect(verifyCopy(copy?.file ?? '')).toBeDefined()
    const garbage = join(backups, 'garbage')
    writeFileSync(garbage, Buffer.alloc(8192, 7))
    expect(verifyCopy(garbage)).toBeDefined()
  })

  test('onto a full disk leaves nothing behind and says why', async () => {
    const { db } = await openTestStore(tempFolder())
    db.prepare(`INSERT INTO settings (name, value) VALUES ('a', @big)`).run({ big: 'x'.repeat(600_000) })
    const disk = smallDisk(200 * 1024)
    if (disk === undefined) return
    const refused = await makeBackup(db, disk, 'declarations', 'manual', moment)
    expect(refused).toMatchObject({ ok: false, error: { code: 'store.backup' } })
    expect(readdirSync(disk)).toEqual([])
  })
})

describe('keeping by age', () => {
  test('one a day for a week, one a week for five, one a month for a year', () => {
    const copies = Array.from({ length: 500 }, (_, index) => daily(moment - index * day))
    const gone = new Set(outdated(copies, moment))
    const kept = copies.filter((copy) => !gone.has(copy)).map((copy) => Math.round((moment - copy.at) / day))
    expect(kept.filter((age) => age <= 7)).toHaveLength(8)
    expect(kept.filter((age) => age > 7 && age <= 35).length).toBeLessThanOrEqual(5)
    expect(kept.filter((age) => age > 35).length).toBeLessThanOrEqual(13)
    expect(Math.max(...kept)).toBeLessThanOrEqual(366)
  })

  test('the newest copy and those before a migration stay, however old', () => {
    const old = daily(moment - 900 * day)
    expect(outdated([old], moment)).toEqual([])
    const migration: Backup = { ...daily(moment - 800 * day), kind: 'migration' }
    expect(outdated([daily(moment), migration, old], moment)).toEqual([old])
  })

  test('something always stays, whatever the clock did', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1 }), (days) => {
        const copies = days.map((age) => daily(moment + age * day))
        expect(outdated(copies, moment).length).toBeLessThan(copies.length)
      }),
    )
  })

  test('a copy is due a day after the last one, and when the clock jumped back', () => {
    expect(isBackupDue([], moment)).toBe(true)
    expect(isBackupDue([daily(moment - day)], moment)).toBe(true)
    expect(isBackupDue([daily(moment - day + 1)], moment)).toBe(false)
    expect(isBackupDue([daily(moment + 30 * day)], moment)).toBe(true)
  })
})

describe('the keeper', () => {
  test('copies once a day and lets old copies go', async () => {
    const store = await openTestStore(tempFolder())
    let now = moment
    const keeper = new StoreKeeper(store, { name: 'declarations', now: () => now, onTrouble: () => undefined })
    for (let age = 0; age < 60; age++) {
      await keeper.copyIfDue()
      await keeper.copyIfDue()
      now += day
    }
    const kept = listBackups(store.backups, 'declarations')
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.length).toBeLessThan(20)
  })

  test('tells trouble instead of throwing it', async () => {
    const store = await openTestStore(tempFolder())
    const troubles: Failure[] = []
    const blocked = { ...store, backups: join(store.file, 'no-folder') }
    const keeper = new StoreKeeper(blocked, {
      name: 'declarations',
      now: () => moment,
      onTrouble: (failure) => troubles.push(failure),
    })
    await keeper.copyIfDue()
    expect(existsSync(store.file)).toBe(true)
    expect(troubles.map(({ code }) => code)).toEqual(['store.backup'])
  })
})
