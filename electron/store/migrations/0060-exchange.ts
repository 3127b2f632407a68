import type { Migration } from './migration.ts'

/** The way through the folders of the import client: a message may lie there until an answer comes. */
export const exchange: Migration = {
  id: 60,
  name: 'exchange',
  up: (db) => {
    db.exec(`
      -- Folder of the client in which the message was last seen; empty on the other way.
      ALTER TABLE outbox ADD COLUMN box TEXT NOT NULL DEFAULT '';
      DROP INDEX outbox_live;
      CREATE UNIQUE INDEX outbox_live ON outbox (declaration_id)
        WHERE state IN ('held', 'pending', 'sending', 'placed', 'unknown');
      DROP INDEX outbox_due;
      CREATE INDEX outbox_due ON outbox (id, next_at) WHERE state IN ('pending', 'placed', 'unknown');
      -- What was written for the client. The mark is on disk before the file gets the name that the client takes up.
      CREATE TABLE exchange (
        client_seq_no TEXT NOT NULL,
        body_sha256 TEXT NOT NULL,
        -- Which file it is for this message; a further one only after a person found that the former did not arrive.
        attempt INTEGER NOT NULL,
        -- Moment just before the file got its name, ms; 0: it surely has not got it.
        placed_at INTEGER NOT NULL,
        PRIMARY KEY (client_seq_no, body_sha256)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
