import type { Migration } from './migration.ts'

/** Settings of one site (or of the desk): name → JSON. */
export const settings: Migration = {
  id: 12,
  name: 'settings',
  up: (db) => {
    db.exec(`
      CREATE TABLE settings (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
