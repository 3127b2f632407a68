import type { Database } from 'better-sqlite3'

/**
 * What was on its way in a copy may have arrived since: it is asked about before anything is sent. A store without
 * messages (the one of the desk itself) has nothing to ask.
 */
export function askBeforeSending(db: Database, now: number): void {
  if (db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'outbox'`).get() === undefined) return
  db.prepare(
    `UPDATE outbox SET state = 'unknown', unknown_at = @now, next_at = 0 WHERE state IN ('pending', 'sending')`,
  ).run({ now })
}
