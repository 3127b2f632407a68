import type { Migration } from './migration.ts'

/**
 * Who did what to a declaration before it was signed, and what the reviewer says about a field. Steps are never
 * changed; with a draft that is thrown away they go too.
 */
export const team: Migration = {
  id: 75,
  name: 'team',
  up: (db) => {
    db.exec(`
      CREATE TABLE steps (
        id INTEGER PRIMARY KEY,
        declaration_id TEXT NOT NULL REFERENCES declarations (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        -- An event of the table of states, 'edit' for the first change by somebody else, 'sign' or 'submit'.
        event TEXT NOT NULL,
        who TEXT NOT NULL,
        -- Revision at that moment.
        rev INTEGER NOT NULL,
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX steps_declaration ON steps (declaration_id);
      CREATE TRIGGER steps_no_update BEFORE UPDATE ON steps
        BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
      CREATE TABLE comments (
        id TEXT NOT NULL PRIMARY KEY,
        declaration_id TEXT NOT NULL REFERENCES declarations (id) ON DELETE CASCADE,
        -- Field that it is about, as the rules name it; empty for the whole declaration.
        path TEXT NOT NULL,
        text TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        rev INTEGER NOT NULL,
        -- Empty while it is open.
        resolved_by TEXT NOT NULL DEFAULT '',
        resolved_at TEXT NOT NULL DEFAULT ''
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX comments_declaration ON comments (declaration_id);
    `)
  },
}
