import type { Migration } from './migration.ts'

/** Which title meant which field, kept for each customer and set of titles. */
export const importMappings: Migration = {
  id: 40,
  name: 'import_mappings',
  up: (db) => {
    db.exec(`
      CREATE TABLE import_mappings (
        -- Hash of the titles of a sheet, whatever their order.
        fingerprint TEXT NOT NULL,
        customer TEXT NOT NULL,
        -- JSON: list of [title, field].
        titles TEXT NOT NULL,
        -- Moment of the last import, UTC in ISO form.
        used_at TEXT NOT NULL,
        PRIMARY KEY (fingerprint, customer)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
