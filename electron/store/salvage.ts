import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import { connectAlone } from './connection.ts'
import { derivedTables, rebuildDerived } from './search/derived.ts'
import { isCorrupt, storeFailureOf } from './store-failure.ts'
import { sql } from './sql.ts'

/** What was rescued out of a broken file. */
export interface Salvaged {
  readonly rows: number
  /** Rows that lie on pages that cannot be read. */
  readonly unreadable: number
  /** False when not even the list of tables could be read. */
  readonly opened: boolean
}

const nothing: Salvaged = { rows: 0, unreadable: 0, opened: false }

/** Rows in a row that may be missing before a table counts as finished. */
const longestGap = 2000

/**
 * Copies every row that can still be read out of a broken database over the restored one: the broken file is the newer
 * of the two. Works on a copy, because opening a file with a journal changes it.
 * @param broken main file in quarantine; its journal lies beside it
 * @param db the restored database, migrated to the newest version
 */
export function salvage(broken: string, db: Database): Salvaged {
  if (!existsSync(broken)) return nothing
  const work = join(dirname(broken), 'work')
  const copy = join(work, basename(broken))
  mkdirSync(work, { recursive: true })
  for (const part of ['', '-wal']) if (existsSync(broken + part)) copyFileSync(broken + part, copy + part)
  let source: Database | undefined
  try {
    source = connectAlone(copy)
    return copyTables(source, db)
  } catch (cause) {
    // Rescue is extra: a disk that fills up here must not keep the restored file from being used.
    if (storeFailureOf(cause) === undefined) throw cause
    return nothing
  } finally {
    closeQuietly(source)
    rmSync(work, { recursive: true, force: true })
  }
}

function copyTables(source: Database, db: Database): Salvaged {
  source.pragma('cell_size_check = ON')
  const follows = new Set(derivedTables(db))
  const names = tables(db).filter((table) => !follows.has(table))
  const there = new Set(tables(source))
  let rows = 0
  let unreadable = 0
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const name of names.filter((table) => there.has(table))) {
        const found = copyTable(source, db, name)
        rows += found.rows
        unreadable += found.unreadable
      }
      rebuildDerived(db)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
  return { rows, unreadable, opened: true }
}

const tables = (db: Database): string[] =>
  (
    db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rootpage`)
      .all() as { name: string }[]
  ).map((row) => row.name)

type SqlRow = Record<string, unknown>

/** Row by row, because one broken page must not hide the rows of the others. */
function copyTable(source: Database, db: Database, table: string): { rows: number; unreadable: number } {
  const columns = commonColumns(source, db, table)
  const list = columns.map((name) => `"${name}"`).join(', ')
  const put = db.prepare(
    sql`INSERT OR REPLACE INTO "${table}" (${list}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  let rows = 0
  let unreadable = 0
  for (const row of readRows(source, table, list)) {
    if (row === undefined) unreadable++
    else if (fits(put, row)) rows++
  }
  return { rows, unreadable }
}

/** A row that breaks a constraint is damage that the structure check cannot see. */
function fits(put: { run(row: SqlRow): unknown }, row: SqlRow): boolean {
  try {
    put.run(row)
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_CONSTRAINT')) return false
    throw cause
  }
}

function* readRows(source: Database, table: string, list: string): Generator<SqlRow | undefined> {
  const next = seekStatement(source, table, list)
  if (next === undefined) {
    yield* readWhole(source, table, list)
    return
  }
  let last = 0
  for (let gap = 0; gap < longestGap;) {
    try {
      const found = next.get({ last })
      if (found === undefined) return
      const { 'rowid?': rowid, ...row } = found
      last = Number(rowid)
      gap = 0
      yield row
    } catch (cause) {
      if (!isCorrupt(cause)) throw cause
      last++
      if (gap++ === 0) yield undefined
    }
  }
}

/** Goes from row to row by seek, so that it can set in again behind a broken page; `undefined` without row ids. */
function seekStatement(
  source: Database,
  table: string,
  list: string,
): Statement<[{ last: number }], SqlRow> | undefined {
  try {
    return source.prepare(
      sql`SELECT rowid AS "rowid?", ${list} FROM "${table}" WHERE rowid > @last ORDER BY rowid LIMIT 1`,
    )
  } catch (cause) {
    if (cause instanceof Error && /no such column: rowid/i.test(cause.message)) return undefined
    throw cause
  }
}

/** Tables without rowid are small here (lookups); they are read in one go as far as it goes. */
function* readWhole(source: Database, table: string, list: string): Generator<SqlRow | undefined> {
  try {
    yield* source.prepare(sql`SELECT ${list} FROM "${table}"`).iterate() as IterableIterator<SqlRow>
  } catch (cause) {
    if (!isCorrupt(cause)) throw cause
    yield undefined
  }
}

function commonColumns(source: Database, db: Database, table: string): string[] {
  const names = (from: Database): string[] =>
    (from.prepare('SELECT name FROM pragma_table_info(@table)').all({ table }) as { name: string }[]).map(
      (row) => row.name,
    )
  const there = new Set(names(source))
  return names(db).filter((name) => there.has(name))
}

function closeQuietly(db: Database | undefined): void {
  try {
    db?.close()
  } catch (cause) {
    if (!isCorrupt(cause)) throw cause
  }
}
