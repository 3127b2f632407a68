import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { membersSchema, papersSchema } from './members/schema.ts'

const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE filings (
    id INTEGER PRIMARY KEY,
    client_seq_no TEXT NOT NULL UNIQUE,
    seq_no TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- Channel letters sent for this version, joined by a comma.
    sent TEXT NOT NULL DEFAULT '',
    -- When the next receipt goes out, ms; NULL when none does.
    due_at INTEGER,
    -- Moment of the last notice, ms: the next one is later.
    notice_at INTEGER NOT NULL DEFAULT 0,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX filings_due ON filings (due_at) WHERE due_at IS NOT NULL;
  CREATE TABLE versions (
    filing_id INTEGER NOT NULL REFERENCES filings (id),
    version INTEGER NOT NULL,
    body_sha256 TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    answer TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (filing_id, version)
  ) STRICT;
  CREATE TABLE receipts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    filing_id INTEGER NOT NULL REFERENCES filings (id),
    file_name TEXT NOT NULL,
    content BLOB NOT NULL
  ) STRICT;`

/** Makes the tables that a store does not have yet. Tests use it on a memory database. */
export function prepareStore(db: Database.Database): Database.Database {
  const version = Number(db.pragma('user_version', { simple: true }))
  db.transaction(() => {
    if (version < 1) {
      db.exec(schema)
      db.prepare("INSERT INTO meta (key, value) VALUES ('epoch', @epoch)").run({
        epoch: randomBytes(6).toString('hex'),
      })
    }
    if (version < 2) db.exec(membersSchema)
    if (version < 3) db.exec(papersSchema)
    db.pragma('user_version = 3')
  })()
  return db
}

/** The portal's own database in the practice folder. Its synced writes let tests kill it at any point. */
export function openStore(folder: string): Database.Database {
  mkdirSync(folder, { recursive: true })
  const db = new Database(join(folder, 'portal.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 3000')
  return prepareStore(db)
}
