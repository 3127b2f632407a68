import { newDeskMark } from '../desk-number.ts'
import type { Migration } from './migration.ts'

/**
 * Declarations and every saved state of them. The list columns are repeated beside the body, so that the board and the
 * list read small rows only. The key of a revision is `declaration key * 2^20 + revision`: the rows of
 * one declaration lie together in order, and a save has no index of its own to keep.
 */
export const declarations: Migration = {
  id: 10,
  name: 'declarations',
  up: (db) => {
    db.exec(`
      CREATE TABLE declarations (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        client_seq_no TEXT NOT NULL UNIQUE,
        ie_flag TEXT NOT NULL CHECK (ie_flag IN ('I', 'E')),
        state TEXT NOT NULL,
        rev INTEGER NOT NULL,
        customer TEXT NOT NULL,
        -- Customer named at the import; shown until the form names a consignee or consignor.
        customer_hint TEXT NOT NULL,
        bill_no TEXT NOT NULL,
        contract_no TEXT NOT NULL,
        trade_mode TEXT NOT NULL,
        lines INTEGER NOT NULL,
        seq_no TEXT NOT NULL DEFAULT '',
        entry_id TEXT NOT NULL DEFAULT '',
        errors INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        -- Lower-case words that the list is searched by.
        search TEXT NOT NULL
      ) STRICT;
      CREATE INDEX declarations_state ON declarations (state);
      CREATE INDEX declarations_seq_no ON declarations (seq_no) WHERE seq_no <> '';
      CREATE INDEX declarations_entry_id ON declarations (entry_id) WHERE entry_id <> '';
      CREATE TABLE revisions (
        key INTEGER PRIMARY KEY,
        saved_at TEXT NOT NULL,
        lines INTEGER NOT NULL,
        -- Accepted yellow findings, JSON.
        accepted TEXT NOT NULL,
        -- The whole message, JSON in UTF-8. As bytes, because binding a long Chinese text costs twice as much.
        body BLOB NOT NULL
      ) STRICT;
      -- Numbers that a declaration had before it was filed anew: late receipts still find it.
      CREATE TABLE former_numbers (
        number TEXT NOT NULL PRIMARY KEY,
        declaration_id TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE numbers (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        desk TEXT NOT NULL,
        serial INTEGER NOT NULL
      ) STRICT;
    `)
    db.prepare('INSERT INTO numbers (id, desk, serial) VALUES (1, @desk, 0)').run({ desk: newDeskMark() })
  },
}
