import type { Migration } from './migration.ts'

/** Folders of the import client by site, in the file of the desk. A path is chosen in main and never leaves it. */
export const siteFolders: Migration = {
  id: 61,
  name: 'site-folders',
  up: (db) => {
    db.exec(`
      CREATE TABLE site_folders (
        site_id TEXT NOT NULL PRIMARY KEY,
        path TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
