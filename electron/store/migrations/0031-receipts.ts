import type { Migration } from './migration.ts'

/** Every answer as it came, byte for byte, with what was read out of it, and how far the stream was read. */
export const receipts: Migration = {
  id: 31,
  name: 'receipts',
  up: (db) => {
    db.exec(`
      CREATE TABLE receipts (
        id INTEGER PRIMARY KEY,
        -- 'portal' for the stream, 'answer:<outbox id>' for the answer to a filing.
        origin TEXT NOT NULL,
        portal_id TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        file_name TEXT NOT NULL,
        received_at INTEGER NOT NULL,
        -- Code of the failure when the bytes could not be read, else empty.
        problem TEXT NOT NULL,
        form TEXT NOT NULL,
        -- What it is called on the time line.
        title TEXT NOT NULL,
        channel TEXT NOT NULL,
        note TEXT NOT NULL,
        notice_at TEXT NOT NULL,
        client_seq_no TEXT NOT NULL,
        seq_no TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        declaration_id TEXT,
        -- 1 when it moved the declaration, 0 when it was only added to the time line.
        applied INTEGER NOT NULL DEFAULT 0,
        raw BLOB NOT NULL
      ) STRICT;
      -- The same bytes are the same receipt, whatever number the portal gives them.
      CREATE UNIQUE INDEX receipts_content ON receipts (origin, content_sha256);
      CREATE INDEX receipts_declaration ON receipts (declaration_id, applied, notice_at);
      CREATE INDEX receipts_unmatched_seq ON receipts (seq_no) WHERE declaration_id IS NULL;
      CREATE INDEX receipts_unmatched_client ON receipts (client_seq_no) WHERE declaration_id IS NULL;
      CREATE INDEX receipts_unmatched_entry ON receipts (entry_id) WHERE declaration_id IS NULL;
      CREATE TABLE receipt_cursor (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        cursor TEXT NOT NULL,
        moved_at INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
