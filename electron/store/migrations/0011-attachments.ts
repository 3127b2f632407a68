import type { Migration } from './migration.ts'

/** Attached PDF files. The bytes lie last, so that reading the list does not read megabytes. */
export const attachments: Migration = {
  id: 11,
  name: 'attachments',
  up: (db) => {
    db.exec(`
      CREATE TABLE attachments (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        declaration_id TEXT NOT NULL REFERENCES declarations (id) ON DELETE CASCADE,
        edoc_code TEXT NOT NULL,
        name TEXT NOT NULL,
        -- 18 digits of the file name under which it is sent (EdocID).
        serial TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        pdf INTEGER NOT NULL,
        encrypted INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        content BLOB NOT NULL
      ) STRICT;
      CREATE INDEX attachments_declaration ON attachments (declaration_id);
    `)
  },
}
