import type { Database } from 'better-sqlite3'

/** One numbered step of the schema. Numbers only grow; steps of ten leave room. A shipped step is never changed. */
export interface Migration {
  readonly id: number
  readonly name: string
  readonly up: (db: Database) => void
}
