import type { Migration } from './migration.ts'

/**
 * The audit trail. `content` is the one text of an entry (`domain/audit/entry.ts`), `hash` its SHA-256. AUTOINCREMENT
 * remembers the highest number ever given, so that cutting off the newest entries shows. Only ever added to: the
 * triggers hold that against our own mistakes.
 */
export const audit: Migration = {
  id: 65,
  name: 'audit',
  up: (db) => {
    db.exec(`
      CREATE TABLE audit (
        n INTEGER PRIMARY KEY AUTOINCREMENT,
        content TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
      CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    `)
  },
}
