import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { StoredEntry } from '../../domain/audit/file.ts'
import { failure } from '../../domain/failures/index.ts'
import { decMessageSchema } from '../../domain/fields/declaration/schema.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { declarationStates } from '../../domain/states/declaration.ts'
import { outboxStates } from '../../domain/states/outbox.ts'
import { sync } from './backup.ts'
import { connectAlone, schemaVersion, structureFaults } from './connection.ts'
import { migrate, newest } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { storeFailureOf } from './store-failure.ts'

/** Settings that go along; what is not named here stays, so that no secret can. */
const portable = ['company', 'signSeparator']

/**
 * A copy of the whole store for another desk: one plain file, without settings that are not named as portable. Their
 * bytes are wiped, not only unlinked.
 */
export async function makeSnapshot(db: Database.Database, file: string): Promise<void> {
  await db.backup(file)
  const copy = connectAlone(file)
  try {
    copy.pragma('journal_mode = DELETE')
    copy.pragma('secure_delete = ON')
    copy
      .prepare('DELETE FROM settings WHERE name NOT IN (SELECT value FROM json_each(@portable))')
      .run({ portable: JSON.stringify(portable) })
  } finally {
    copy.close()
  }
  sync(file)
}

/**
 * Looks at a snapshot of another desk as at a stranger's file: structure, version, that its tables are those that our
 * own migrations make, and every row that says something about itself. It is then brought to our version.
 * Refuses `keeping.damaged`, `keeping.newer`; nothing of ours is touched.
 */
export async function inspectSnapshot(file: string, migrations: readonly Migration[]): Promise<Result<unknown>> {
  let db: Database.Database | undefined
  try {
    db = connectAlone(file)
    db.pragma('cell_size_check = ON')
    if (structureFaults(db).length > 0) return damaged('数据库的结构不完整')
    const found = schemaVersion(db)
    const known = newest(migrations)
    if (found > known) return refuse(failure('keeping.newer', { found, known }))
    if (schemaOf(db) !== schemaOf(reference(migrations, found))) return damaged('表的样子不是本程序建的')
    const migrated = await migrate(db, migrations, () => Promise.resolve(ok(true)))
    if (!migrated.ok) return damaged(migrated.error.what)
    const broken = db.pragma('foreign_key_check') as unknown[]
    const fault = broken.length > 0 ? '有记录找不到所属的报关单' : rowFault(db)
    return fault === undefined ? ok({}) : damaged(fault)
  } catch (cause) {
    const known = storeFailureOf(cause)
    if (known === undefined) throw cause
    return damaged(known.why)
  } finally {
    db?.close()
  }
}

const damaged = (detail: string): Result<never> => refuse(failure('keeping.damaged', { detail }))

/** An empty store of a version, as our own migrations make it. */
function reference(migrations: readonly Migration[], version: number): Database.Database {
  const db = new Database(':memory:')
  for (const { id, up } of migrations) if (id <= version) up(db)
  return db
}

/** Every table, index, trigger and view with its text. */
const schemaOf = (db: Database.Database): string =>
  JSON.stringify(
    db
      .prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' ORDER BY name`)
      .all(),
  )

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Hashed {
  readonly bytes: Uint8Array
  readonly hash: string
}

/** What is wrong with a row, or `undefined`. */
function rowFault(db: Database.Database): string | undefined {
  const declarations = db.prepare<[], { id: string; number: string; state: string }>(
    'SELECT id, client_seq_no AS number, state FROM declarations',
  )
  for (const { id, number, state } of declarations.iterate())
    if (!/^[0-9a-f-]{36}$/.test(id) || !/^[0-9A-Z]{18}$/.test(number) || !Object.hasOwn(declarationStates, state))
      return '有一票报关单的编号或状态不对'
  for (const { body } of db.prepare<[], { body: Buffer }>('SELECT body FROM revisions').iterate())
    if (!isMessage(body)) return '有一个版本的内容读不出来'
  for (const { state } of db.prepare<[], { state: string }>('SELECT DISTINCT state FROM outbox').iterate())
    if (!Object.hasOwn(outboxStates, state)) return '有一份待发报文的状态不对'
  const hashed = [
    ['附件', 'SELECT content AS bytes, sha256 AS hash FROM attachments'],
    ['回执', 'SELECT raw AS bytes, content_sha256 AS hash FROM receipts'],
    ['报文', 'SELECT body AS bytes, body_sha256 AS hash FROM outbox'],
  ] as const
  for (const [name, statement] of hashed)
    for (const { bytes, hash } of db.prepare<[], Hashed>(statement).iterate())
      if (sha256(bytes) !== hash) return `有一份${name}的内容与它的校验值不符`
  return undefined
}

function isMessage(body: Buffer): boolean {
  try {
    return decMessageSchema.safeParse(JSON.parse(body.toString('utf8'))).success
  } catch {
    // Not JSON.
    return false
  }
}

/** Hands the entries of the trail in a snapshot over, oldest first. */
export function snapshotTrail(file: string, use: (entries: Iterable<StoredEntry>) => void): void {
  const db = connectAlone(file)
  try {
    use(db.prepare<[], StoredEntry>('SELECT content, hash FROM audit ORDER BY n').iterate())
  } finally {
    db.close()
  }
}

/** Hash of the newest entry of the trail in a snapshot; it must be the one of the exported trail. */
export function trailEnd(file: string): string {
  const db = connectAlone(file)
  try {
    return db.prepare<[], string>('SELECT hash FROM audit ORDER BY n DESC LIMIT 1').pluck().get() ?? ''
  } finally {
    db.close()
  }
}
