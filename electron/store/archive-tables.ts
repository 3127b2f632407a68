import { gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { portable } from './archive.ts'
import { revisionSpan } from './drafts.sql.ts'
import { derivedTables } from './search/derived.ts'
import { sql } from './sql.ts'

/** What an import did or would do. */
export interface ImportCounts {
  /** Declarations that are new here. */
  readonly added: number
  /** Declarations that are here already, by their id: they stay as they are. */
  readonly known: number
  /** Our numbers that another declaration carries here: those declarations are not taken over. */
  readonly collisions: readonly string[]
  readonly attachments: number
  readonly receipts: number
}

/** Tables that are taken over in a way of their own, or belong to the file they are in. */
const special = new Set([
  ...['declarations', 'revisions', 'attachments', 'former_numbers', 'outbox', 'receipts', 'timeline', 'exchange'],
  ...['numbers', 'receipt_cursor', 'audit', 'imported_trails', 'settings', 'submissions'],
])

const prepareKeys = `
  CREATE TEMP TABLE new_keys (id TEXT PRIMARY KEY, old INTEGER NOT NULL, new INTEGER NOT NULL) STRICT;
  INSERT INTO temp.new_keys
    SELECT id, key, (SELECT coalesce(max(key), 0) FROM main.declarations) + row_number() OVER (ORDER BY key)
    FROM archive.declarations AS theirs
    WHERE NOT EXISTS (SELECT 1 FROM main.declarations WHERE id = theirs.id)
      AND NOT EXISTS (SELECT 1 FROM main.declarations WHERE client_seq_no = theirs.client_seq_no)
      AND NOT EXISTS (SELECT 1 FROM main.former_numbers WHERE number = theirs.client_seq_no);
  CREATE TEMP TABLE new_rows (kind TEXT NOT NULL, old INTEGER NOT NULL, new INTEGER NOT NULL, PRIMARY KEY (kind, old)) STRICT;
  INSERT INTO temp.new_rows
    SELECT 'outbox', id, (SELECT coalesce(max(id), 0) FROM main.outbox) + row_number() OVER (ORDER BY id)
    FROM archive.outbox WHERE declaration_id IN (SELECT id FROM temp.new_keys);
  -- A receipt that came to both desks is one receipt.
  INSERT INTO temp.new_rows
    SELECT 'receipt', theirs.id, coalesce(ours.id,
      (SELECT coalesce(max(id), 0) FROM main.receipts) + row_number() OVER (ORDER BY theirs.id))
    FROM archive.receipts AS theirs
    LEFT JOIN main.receipts AS ours ON ours.origin = 'portal' AND theirs.origin = 'portal'
      AND ours.content_sha256 = theirs.content_sha256
    WHERE (ours.id IS NULL OR ours.declaration_id IS NULL)
      AND (theirs.declaration_id IN (SELECT id FROM temp.new_keys) OR theirs.declaration_id IS NULL);`

const dropKeys = 'DROP TABLE IF EXISTS temp.new_keys; DROP TABLE IF EXISTS temp.new_rows;'

/** Runs work with the archive beside the store. The path is bound, never part of a text. */
export function withArchive<T>(db: Database, file: string, work: () => T): T {
  db.prepare('ATTACH DATABASE @file AS archive').run({ file })
  try {
    db.exec(dropKeys)
    db.exec(prepareKeys)
    return work()
  } finally {
    db.exec(dropKeys)
    db.exec('DETACH DATABASE archive')
  }
}

/** What an import would do. Call it within `withArchive`. */
export function countImport(db: Database): ImportCounts {
  const count = (statement: string): number => Number(db.prepare(statement).pluck().get())
  const collisions = db
    .prepare<[], string>(
      `SELECT client_seq_no FROM archive.declarations AS theirs WHERE id NOT IN (SELECT id FROM temp.new_keys)
       AND NOT EXISTS (SELECT 1 FROM main.declarations WHERE id = theirs.id) ORDER BY key LIMIT 500`,
    )
    .pluck()
    .all()
  return {
    added: count('SELECT count(*) FROM temp.new_keys'),
    known: count('SELECT count(*) FROM archive.declarations WHERE id IN (SELECT id FROM main.declarations)'),
    collisions,
    attachments: count(
      'SELECT count(*) FROM archive.attachments WHERE declaration_id IN (SELECT id FROM temp.new_keys)',
    ),
    receipts: count(`SELECT count(*) FROM temp.new_rows WHERE kind = 'receipt'`),
  }
}

/** The other desk may have sent since what waited there: it is asked about first. */
const unasked = `iif(state IN ('pending', 'sending'), 'unknown', state)`

/** Takes everything over. Call it within `withArchive`, in one transaction: all of it or nothing. */
export function takeOver(db: Database, now: number): void {
  const columns = (table: string, without: readonly string[]): string => columnsOf(db, table, without).join(', ')
  const run = (statement: string, values: Record<string, unknown> = {}): void => void db.prepare(statement).run(values)
  const copied = (table: string, without: readonly string[] = []): string => columns(table, without)

  run(sql`INSERT INTO main.declarations (key, ${copied('declarations', ['key'])})
    SELECT new, ${qualified(db, 'declarations', ['key'])} FROM archive.declarations AS theirs
    JOIN temp.new_keys USING (id)`)
  run(sql`INSERT INTO main.revisions (key, ${copied('revisions', ['key'])})
    SELECT new * ${revisionSpan} + theirs.key % ${revisionSpan}, ${qualified(db, 'revisions', ['key'])}
    FROM archive.revisions AS theirs JOIN temp.new_keys ON old = theirs.key / ${revisionSpan}`)
  run(sql`INSERT INTO main.attachments (${copied('attachments', ['key'])})
    SELECT ${qualified(db, 'attachments', ['key'])} FROM archive.attachments AS theirs
    WHERE declaration_id IN (SELECT id FROM temp.new_keys) ORDER BY key`)
  run(`INSERT OR IGNORE INTO main.former_numbers SELECT * FROM archive.former_numbers
    WHERE declaration_id IN (SELECT id FROM temp.new_keys)`)
  run(
    sql`INSERT INTO main.outbox (id, ${copied('outbox', ['id', 'state', 'unknown_at'])}, state, unknown_at)
    SELECT new, ${qualified(db, 'outbox', ['id', 'state', 'unknown_at'])},
      ${unasked},
      iif(theirs.state IN ('pending', 'sending'), @now, theirs.unknown_at)
    FROM archive.outbox AS theirs JOIN temp.new_rows ON kind = 'outbox' AND old = theirs.id`,
    { now },
  )
  run(sql`INSERT INTO main.receipts (id, origin, ${copied('receipts', ['id', 'origin'])})
    SELECT new, coalesce('answer:' || (SELECT new FROM temp.new_rows
        WHERE kind = 'outbox' AND 'answer:' || old = theirs.origin), theirs.origin),
      ${qualified(db, 'receipts', ['id', 'origin'])}
    FROM archive.receipts AS theirs JOIN temp.new_rows ON kind = 'receipt' AND old = theirs.id
    WHERE NOT EXISTS (SELECT 1 FROM main.receipts AS ours WHERE ours.id = new)`)
  run(`UPDATE main.receipts SET declaration_id = theirs.declaration_id, applied = theirs.applied
    FROM archive.receipts AS theirs JOIN temp.new_rows ON kind = 'receipt' AND old = theirs.id
    WHERE main.receipts.id = new AND main.receipts.declaration_id IS NULL`)
  run(sql`INSERT INTO main.timeline (${copied('timeline', ['id', 'receipt_id'])}, receipt_id)
    SELECT ${qualified(db, 'timeline', ['id', 'receipt_id'])},
      (SELECT new FROM temp.new_rows WHERE kind = 'receipt' AND old = theirs.receipt_id)
    FROM archive.timeline AS theirs WHERE declaration_id IN (SELECT id FROM temp.new_keys) ORDER BY id`)
  run(`INSERT OR IGNORE INTO main.exchange SELECT * FROM archive.exchange WHERE client_seq_no IN
    (SELECT client_seq_no FROM archive.declarations WHERE id IN (SELECT id FROM temp.new_keys))`)
  run(
    `INSERT OR IGNORE INTO main.settings SELECT * FROM archive.settings
    WHERE name IN (SELECT value FROM json_each(@portable))`,
    { portable: JSON.stringify(portable) },
  )
  run(sql`INSERT OR IGNORE INTO main.submissions (${copied('submissions', ['id', 'state'])}, state)
    SELECT ${copied('submissions', ['id', 'state'])}, ${unasked} FROM archive.submissions ORDER BY id`)
  const derived = new Set(derivedTables(db))
  for (const table of tables(db).filter((name) => !special.has(name) && !derived.has(name))) {
    const names = columnsOf(db, table, rowNumbers(db, table))
    const list = names.join(', ')
    // What belongs to a declaration comes with it; what stands for itself stays as it is here where both have it.
    const mine = names.includes('declaration_id') ? 'WHERE declaration_id IN (SELECT id FROM temp.new_keys)' : ''
    run(sql`INSERT OR IGNORE INTO main."${table}" (${list}) SELECT ${list} FROM archive."${table}" ${mine}`)
  }
}

/** Keeps the trail of the desk whose data were taken over, as it came. */
export function keepForeignTrail(
  db: Database,
  { content, ...facts }: { at: string; site: string; sha256: string; content: Uint8Array },
): void {
  db.prepare(
    `INSERT INTO imported_trails (imported_at, site, data_sha256, content) VALUES (@at, @site, @sha256, @content)`,
  ).run({ ...facts, content: gzipSync(content) })
}

/** Tables of the store without those of SQLite itself. */
const tables = (db: Database): string[] =>
  db
    .prepare<[], string>(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'`)
    .pluck()
    .all()

interface Column {
  readonly name: string
  readonly type: string
  readonly pk: number
}

const described = (db: Database, table: string): Column[] =>
  db.prepare<{ table: string }, Column>('SELECT name, type, pk FROM pragma_table_info(@table)').all({ table })

const columnsOf = (db: Database, table: string, without: readonly string[]): string[] =>
  described(db, table)
    .map(({ name }) => name)
    .filter((name) => !without.includes(name))

const qualified = (db: Database, table: string, without: readonly string[]): string =>
  columnsOf(db, table, without)
    .map((name) => `theirs.${name}`)
    .join(', ')

/** The column that only numbers the rows of a file: it is given anew. */
const rowNumbers = (db: Database, table: string): string[] => {
  const keys = described(db, table).filter(({ pk }) => pk > 0)
  return keys.length === 1 && keys[0]?.type === 'INTEGER' ? [keys[0].name] : []
}
