import type { Database } from 'better-sqlite3'

/** Tables whose content follows from others: they are made anew, never copied. */
const kept = ['state_counts', 'search_waiting']

/** Names of the derived tables of a file, those of full-text indexes included. */
export function derivedTables(db: Database): string[] {
  const rows = db
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('virtual', 'shadow')`)
    .all() as { name: string }[]
  return [...kept, ...rows.map(({ name }) => name)]
}

/** Counts the declarations anew and lets the index follow; a file without them is left as it is. */
export function rebuildDerived(db: Database): void {
  const has = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'state_counts'`).get()
  if (has === undefined) return
  db.exec(`
    DELETE FROM state_counts;
    INSERT INTO state_counts SELECT state, ie_flag, count(*) FROM declarations GROUP BY state, ie_flag;
    INSERT OR IGNORE INTO search_waiting SELECT key FROM declarations;
  `)
}
