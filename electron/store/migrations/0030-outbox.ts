import type { Migration } from './migration.ts'

/** Signed messages on their way out. The body lies last so that reading a state does not read megabytes. */
export const outbox: Migration = {
  id: 30,
  name: 'outbox',
  up: (db) => {
    db.exec(`
      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        declaration_id TEXT NOT NULL,
        client_seq_no TEXT NOT NULL,
        rev INTEGER NOT NULL,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_at INTEGER NOT NULL DEFAULT 0,
        failure TEXT NOT NULL DEFAULT '',
        -- Moment of the last send of unknown fate, ms; 0 when there was none.
        unknown_at INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        digest TEXT NOT NULL,
        signature TEXT NOT NULL,
        certificate_serial TEXT NOT NULL,
        card_no TEXT NOT NULL,
        operator TEXT NOT NULL,
        content_type TEXT NOT NULL,
        body_sha256 TEXT NOT NULL,
        body BLOB NOT NULL
      ) STRICT;
      -- One message a declaration may still go out: order is kept and nothing is sent twice by two rows.
      CREATE UNIQUE INDEX outbox_live ON outbox (declaration_id)
        WHERE state IN ('held', 'pending', 'sending', 'unknown');
      -- In the order of sending; the time of retry lies beside it, so that looking for the next reads no bodies.
      CREATE INDEX outbox_due ON outbox (id, next_at) WHERE state IN ('pending', 'unknown');
      CREATE INDEX outbox_declaration ON outbox (declaration_id);
      CREATE INDEX outbox_number ON outbox (client_seq_no);
    `)
  },
}
