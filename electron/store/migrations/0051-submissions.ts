import type { Migration } from './migration.ts'

/** Applications on their way to the authority: one row a handing-in, with the key under which it is done once. */
export const submissions: Migration = {
  id: 51,
  name: 'submissions',
  up: (db) => {
    db.exec(`
      CREATE TABLE submissions (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        wizard_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        -- Application as the portal last told it, JSON; empty before.
        held TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX submissions_live ON submissions (wizard_id)
        WHERE state IN ('pending', 'sending', 'unknown');
    `)
  },
}
