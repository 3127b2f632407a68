import type { Migration } from './migration.ts'

/** Tariffs that the company imported, a version a row. */
export const tariff: Migration = {
  id: 71,
  name: 'tariff',
  up: (db) =>
    db.exec(`
      CREATE TABLE tariff_versions (
        id INTEGER PRIMARY KEY,
        file TEXT NOT NULL,
        source TEXT NOT NULL,
        -- First day on which it holds, yyyy-MM-dd.
        valid_from TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        rows INTEGER NOT NULL,
        -- SHA-256 of the file, hex.
        digest TEXT NOT NULL,
        -- The stored table (domain/codes/decode-table.ts) as JSON, gzip.
        body BLOB NOT NULL
      ) STRICT;
      CREATE INDEX tariff_versions_day ON tariff_versions (valid_from, id);
    `),
}
