import type { Migration } from './migration.ts'

/** Codes that were chosen in a field, for each customer: the newest stand first in its list. */
export const codeUses: Migration = {
  id: 72,
  name: 'code_uses',
  up: (db) =>
    db.exec(`
      CREATE TABLE code_uses (
        -- Credit code of the customer; empty while the declaration names none.
        customer TEXT NOT NULL,
        field TEXT NOT NULL,
        code TEXT NOT NULL,
        used_at TEXT NOT NULL,
        PRIMARY KEY (customer, field, code)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX code_uses_time ON code_uses (used_at);
    `),
}
