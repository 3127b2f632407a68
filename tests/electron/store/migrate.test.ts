import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listBackups } from '../../../electron/store/backup.ts'
import { schemaVersion } from '../../../electron/store/connection.ts'
import { migrations } from '../../../electron/store/migrations/index.ts'
import type { Migration } from '../../../electron/store/migrations/migration.ts'
import { moment, openTestStore, tryOpen } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { sql } from '../../../electron/store/sql.ts'

const step = (id: number, up: Migration['up']): Migration => ({ id, name: `step ${id}`, up })
const first = step(1, (db) => db.exec(`CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('kept')`))
const second = step(2, (db) => db.exec('ALTER TABLE a ADD COLUMN y TEXT'))

describe('migrations', () => {
  test('run in order, each once, and leave the number of the last', async () => {
    const folder = tempFolder()
    const one = await openTestStore(folder, { migrations: [first] })
    one.db.close()
    const two = await openTestStore(folder, { migrations: [first, second] })
    expect(schemaVersion(two.db)).toBe(2)
    expect(two.db.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept', y: null }])
  })

  test('make a verified copy before they change a file that holds something', async () => {
    const folder = tempFolder()
    const one = await openTestStore(folder, { migrations: [first] })
    one.db.close()
    const two = await openTestStore(folder, { migrations: [first, second] })
    expect(listBackups(two.backups, 'declarations')).toMatchObject([{ kind: 'migration', schema: 1, at: moment }])
  })

  test('a second migration on the same second does not touch the first copy', async () => {
    const folder = tempFolder()
    for (const steps of [[first], [first, second], [first, second, step(3, () => undefined)]]) {
      const { db } = await openTestStore(folder, { migrations: steps })
      db.close()
    }
    const copies = listBackups(join(folder, 'backups'), 'declarations')
    expect(copies.map(({ schema }) => schema).sort()).toEqual([1, 2])
  })

  test.each([1, 2, 3])('a failure in step %i of three leaves the file byte for byte as it was', async (failing) => {
    const folder = tempFolder()
    const one = await openTestStore(folder, { migrations: [first] })
    one.db.close()
    const file = join(folder, 'declarations.db')
    const before = readFileSync(file)
    const more = [2, 3, 4].map((id, index) =>
      step(id, (db) => {
        db.exec(sql`CREATE TABLE t${id} (x TEXT) STRICT`)
        db.exec(`UPDATE a SET x = 'changed'`)
        if (index + 1 === failing) throw new Error('step breaks')
      }),
    )
    const refused = await tryOpen(folder, { migrations: [first, ...more] })
    expect(refused).toMatchObject({ code: 'store.migration' })
    expect(readFileSync(file).equals(before)).toBe(true)
    const again = await openTestStore(folder, { migrations: [first] })
    expect(again.db.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept' }])
  })

  test('a step that leaves rows without their parents is taken back', async () => {
    const folder = tempFolder()
    const parents = step(1, (db) =>
      db.exec(`CREATE TABLE p (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE c (p INTEGER REFERENCES p (id)) STRICT; INSERT INTO p VALUES (1); INSERT INTO c VALUES (1)`),
    )
    const one = await openTestStore(folder, { migrations: [parents] })
    one.db.close()
    const refused = await tryOpen(folder, { migrations: [parents, step(2, (db) => db.exec('DELETE FROM p'))] })
    expect(refused).toMatchObject({ code: 'store.migration' })
  })

  test('a file from a newer program is refused and not changed', async () => {
    const folder = tempFolder()
    const newer = await openTestStore(folder, { migrations: [first, step(99, () => undefined)] })
    newer.db.close()
    const file = join(folder, 'declarations.db')
    const before = readFileSync(file)
    const refused = await tryOpen(folder, { migrations: [first, second] })
    expect(refused).toMatchObject({ code: 'store.future', why: expect.stringContaining('99') as string })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('numbers that do not grow are a bug', async () => {
    await expect(tryOpen(tempFolder(), { migrations: [second, first] })).rejects.toThrow('does not follow')
  })

  test('the shipped ones bring every earlier version up with its rows', async () => {
    for (let count = 1; count < migrations.length; count++) {
      const folder = tempFolder()
      const old = await openTestStore(folder, { migrations: migrations.slice(0, count) })
      old.db
        .prepare(
          `INSERT INTO declarations (id, client_seq_no, ie_flag, state, rev, customer, customer_hint, bill_no,
            contract_no, trade_mode, lines, errors, warnings, created_at, updated_at, search)
           VALUES ('id', '20261124AAAA000001', 'I', 'draft', 1, '演练客户', '', '', '', '', 0, 0, 0, '', '', '')`,
        )
        .run()
      old.db.close()
      const { db } = await openTestStore(folder)
      expect(schemaVersion(db)).toBe(migrations.at(-1)?.id)
      expect(db.prepare('SELECT customer FROM declarations').all()).toEqual([{ customer: '演练客户' }])
    }
  })
})
