import type { Migration } from './migration.ts'

/** Drafts of the preparation wizards, and their papers. */
export const wizards: Migration = {
  id: 50,
  name: 'wizards',
  up: (db) => {
    db.exec(`
      CREATE TABLE wizards (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        variant TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        step TEXT NOT NULL DEFAULT '',
        rev INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        steps TEXT NOT NULL,
        text TEXT NOT NULL
      ) STRICT;
      CREATE TABLE wizard_files (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        wizard_id TEXT NOT NULL REFERENCES wizards (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        content BLOB NOT NULL
      ) STRICT;
      CREATE INDEX wizard_files_wizard ON wizard_files (wizard_id);
    `)
  },
}
