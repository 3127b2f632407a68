import type { Migration } from './migration.ts'

/** Audit trails of other desks whose data were taken over, as they came (packed with gzip). */
export const importedTrails: Migration = {
  id: 66,
  name: 'imported_trails',
  up: (db) => {
    db.exec(`
      CREATE TABLE imported_trails (
        id INTEGER PRIMARY KEY,
        imported_at TEXT NOT NULL,
        site TEXT NOT NULL,
        data_sha256 TEXT NOT NULL,
        content BLOB NOT NULL
      ) STRICT;
    `)
  },
}
