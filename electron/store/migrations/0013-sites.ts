import type { Migration } from './migration.ts'

/** Profiles of real sites, in the file of the desk. Practice is built in and has no row. */
export const sites: Migration = {
  id: 13,
  name: 'sites',
  up: (db) => {
    db.exec(`
      CREATE TABLE sites (
        id TEXT NOT NULL PRIMARY KEY,
        profile TEXT NOT NULL,
        changed_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
