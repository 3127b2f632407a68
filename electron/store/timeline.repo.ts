import type { Database } from 'better-sqlite3'
import type { TimelineEntry } from '../ipc/contract.ts'

/** An entry before it is kept; texts that are left out are empty. */
export type NewEntry = Pick<TimelineEntry, 'kind' | 'title'> &
  Partial<TimelineEntry> & {
    readonly declarationId: string
    /** The receipt that it tells of; each is attached once. */
    readonly receiptId?: number
  }

const statements = (db: Database) => ({
  add: db.prepare(`
    INSERT INTO timeline (declaration_id, at, kind, title, channel, note, seq_no, entry_id, receipt_id)
    VALUES (@declarationId, @at, @kind, @title, @channel, @note, @seqNo, @entryId, @receiptId)`),
  of: db.prepare<{ declarationId: string }, TimelineEntry>(`
    SELECT at, kind, title, channel, note, seq_no AS seqNo, entry_id AS entryId
    FROM timeline WHERE declaration_id = @declarationId ORDER BY substr(at, 1, 19), id`),
})

/** What happened to each filing, in the order of time. Only ever added to. */
export class TimelineRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** Adds an entry; without `at` it happened now. Moments are UTC in ISO form, so that they sort as texts. */
  add(entry: NewEntry): void {
    const at = new Date(this.#now()).toISOString()
    const empty = { at, channel: '', note: '', seqNo: '', entryId: '', receiptId: null }
    this.#sql.add.run({ ...empty, ...entry })
  }

  /** All entries of a declaration, oldest first. Notices tell seconds only: within one, arrival decides. */
  of(declarationId: string): TimelineEntry[] {
    return this.#sql.of.all({ declarationId })
  }
}
