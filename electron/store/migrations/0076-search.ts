import { gramsOf } from '../search/grams.ts'
import type { Migration } from './migration.ts'

/**
 * The list and the search stay fast whatever the number of declarations: an order for the list, numbers that are kept
 * instead of counted, and an index of short pieces of text. A save only notes that its text changed; the index follows
 * when somebody searches.
 */
export const search: Migration = {
  id: 76,
  name: 'search',
  up: (db) => {
    db.exec(`
      ALTER TABLE declarations ADD COLUMN marked INTEGER NOT NULL DEFAULT 0;
      DROP INDEX declarations_state;
      CREATE INDEX declarations_updated ON declarations (updated_at);
      CREATE INDEX declarations_state ON declarations (state, ie_flag, updated_at);
      CREATE INDEX declarations_marked ON declarations (updated_at) WHERE marked = 1;

      CREATE TABLE state_counts (
        state TEXT NOT NULL,
        ie_flag TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (state, ie_flag)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO state_counts SELECT state, ie_flag, count(*) FROM declarations GROUP BY state, ie_flag;
      CREATE TRIGGER count_added AFTER INSERT ON declarations BEGIN
        INSERT INTO state_counts VALUES (new.state, new.ie_flag, 1) ON CONFLICT DO UPDATE SET count = count + 1;
      END;
      CREATE TRIGGER count_removed AFTER DELETE ON declarations BEGIN
        UPDATE state_counts SET count = count - 1 WHERE state = old.state AND ie_flag = old.ie_flag;
      END;
      CREATE TRIGGER count_moved AFTER UPDATE OF state ON declarations WHEN new.state <> old.state BEGIN
        UPDATE state_counts SET count = count - 1 WHERE state = old.state AND ie_flag = old.ie_flag;
        INSERT INTO state_counts VALUES (new.state, new.ie_flag, 1) ON CONFLICT DO UPDATE SET count = count + 1;
      END;

      -- Pieces of text only: the words are read from the row itself.
      CREATE VIRTUAL TABLE search_index USING fts5 (grams, content='', contentless_delete=1, detail=none);
      CREATE TABLE search_waiting (key INTEGER PRIMARY KEY) STRICT;
      CREATE TRIGGER search_added AFTER INSERT ON declarations BEGIN
        INSERT OR IGNORE INTO search_waiting VALUES (new.key);
      END;
      CREATE TRIGGER search_removed AFTER DELETE ON declarations BEGIN
        INSERT OR IGNORE INTO search_waiting VALUES (old.key);
      END;
      CREATE TRIGGER search_changed AFTER UPDATE OF search, client_seq_no, seq_no, entry_id ON declarations
        WHEN new.search <> old.search OR new.client_seq_no <> old.client_seq_no
          OR new.seq_no <> old.seq_no OR new.entry_id <> old.entry_id BEGIN
        INSERT OR IGNORE INTO search_waiting VALUES (new.key);
      END;
    `)
    const add = db.prepare('INSERT INTO search_index (rowid, grams) VALUES (@key, @grams)')
    const texts = db.prepare<[], { key: number; text: string }>(
      `SELECT key, search || ' ' || client_seq_no || ' ' || seq_no || ' ' || entry_id AS text FROM declarations`,
    )
    for (const { key, text } of texts.all()) add.run({ key, grams: gramsOf(text) })
  },
}
