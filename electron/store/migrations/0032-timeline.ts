import type { Migration } from './migration.ts'

/** What happened to each filing. Only ever added to: the triggers hold that against our own mistakes. */
export const timeline: Migration = {
  id: 32,
  name: 'timeline',
  up: (db) => {
    db.exec(`
      CREATE TABLE timeline (
        id INTEGER PRIMARY KEY,
        declaration_id TEXT NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('own', 'send', 'receipt', 'trouble')),
        title TEXT NOT NULL,
        channel TEXT NOT NULL,
        note TEXT NOT NULL,
        seq_no TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        receipt_id INTEGER REFERENCES receipts (id)
      ) STRICT;
      CREATE INDEX timeline_declaration ON timeline (declaration_id);
      -- A receipt is attached once.
      CREATE UNIQUE INDEX timeline_receipt ON timeline (receipt_id) WHERE receipt_id IS NOT NULL;
      CREATE TRIGGER timeline_no_update BEFORE UPDATE ON timeline
        BEGIN SELECT RAISE(ABORT, 'the time line is append-only'); END;
      CREATE TRIGGER timeline_no_delete BEFORE DELETE ON timeline
        BEGIN SELECT RAISE(ABORT, 'the time line is append-only'); END;
    `)
  },
}
