import type { Migration } from './migration.ts'

/** What is not typed twice: templates, and the goods of each customer as finished declarations named them. */
export const memory: Migration = {
  id: 77,
  name: 'memory',
  up: (db) => {
    db.exec(`
      CREATE TABLE templates (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        ie_flag TEXT NOT NULL CHECK (ie_flag IN ('I', 'E')),
        customer TEXT NOT NULL,
        lines INTEGER NOT NULL,
        used_at TEXT NOT NULL,
        -- The message, JSON in UTF-8.
        body BLOB NOT NULL
      ) STRICT;
      CREATE TABLE goods (
        customer TEXT NOT NULL,
        -- Name in its bare form: lower-case, without spaces and brackets.
        bare_name TEXT NOT NULL,
        code_ts TEXT NOT NULL,
        name TEXT NOT NULL,
        times INTEGER NOT NULL,
        used_at TEXT NOT NULL,
        -- Fields of the goods line that stay the same, JSON.
        line TEXT NOT NULL,
        PRIMARY KEY (customer, bare_name, code_ts)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX goods_name ON goods (bare_name);
      CREATE INDEX declarations_customer ON declarations (customer, ie_flag, updated_at);
    `)
  },
}
