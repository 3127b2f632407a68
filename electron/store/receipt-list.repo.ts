import type { Database } from 'better-sqlite3'
import type { DeclarationState } from '../../domain/states/declaration.ts'
import { sql } from './sql.ts'

/** A receipt beside the filing to which it belongs. */
export interface ListedReceipt {
  readonly id: number
  readonly fileName: string
  readonly receivedAt: number
  readonly problem: string
  readonly form: string
  readonly title: string
  readonly channel: string
  readonly note: string
  readonly noticeAt: string
  readonly clientSeqNo: string
  readonly seqNo: string
  readonly entryId: string
  /** 1 when it moved the filing. */
  readonly applied: number
  readonly filingId: string | null
  readonly customer: string | null
  readonly billNo: string | null
  readonly filingNumber: string | null
  readonly filingState: DeclarationState | null
}

/** What of the receipts is wanted. Lists are JSON. */
interface Wanted {
  /** 1: only those without a filing. */
  readonly unmatched: number
  /** Only those that came after this one. */
  readonly after: number
  /** Channel letters, or `null` for all; technical refusals go with them. */
  readonly channels: string | null
  /** 1: only letters outside of `known`, and what could not be read. */
  readonly strange: number
  readonly known: string
  /** Lower-case words that must all be found. */
  readonly words: string
}

/** A filing that waits for its next receipt. */
export interface WaitingFiling {
  readonly id: string
  readonly customer: string
  readonly billNo: string
  readonly clientSeqNo: string
  readonly state: DeclarationState
  /** Last thing that happened, by our own clock: ms of a receipt's arrival, ISO text of anything else. */
  readonly receivedAt: number | null
  readonly notedAt: string | null
}

/** What a technical answer that refuses is called. */
export const technicalRefusal = '单一窗口退回报文'

const columns = `r.id, r.file_name AS fileName, r.received_at AS receivedAt, r.problem, r.form, r.title, r.channel, r.note,
  r.notice_at AS noticeAt, r.client_seq_no AS clientSeqNo, r.seq_no AS seqNo, r.entry_id AS entryId, r.applied,
  d.id AS filingId, d.customer, d.bill_no AS billNo, d.client_seq_no AS filingNumber, d.state AS filingState`
const from = `FROM receipts r LEFT JOIN declarations d ON d.id = r.declaration_id
  WHERE (@unmatched = 0 OR r.declaration_id IS NULL) AND r.id > @after
  AND (@channels IS NULL OR r.channel IN (SELECT value FROM json_each(@channels)) OR r.title = '${technicalRefusal}')
  AND (@strange = 0 OR r.problem <> ''
    OR (r.channel <> '' AND r.channel NOT IN (SELECT value FROM json_each(@known))))
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE instr(lower(r.client_seq_no || ' ' || r.seq_no || ' ' ||
    r.entry_id || ' ' || r.note || ' ' || r.title || ' ' || r.file_name || ' ' || ifnull(d.customer, '') || ' ' ||
    ifnull(d.bill_no, '') || ' ' || ifnull(d.client_seq_no, '')), value) = 0)`

const statements = (db: Database) => ({
  list: db.prepare<Wanted & { limit: number }, ListedReceipt>(
    sql`SELECT ${columns} ${from} ORDER BY r.id DESC LIMIT @limit`,
  ),
  total: db.prepare<Wanted, { total: number }>(sql`SELECT count(*) AS total ${from}`),
  unmatched: db.prepare<[], { total: number }>('SELECT count(*) AS total FROM receipts WHERE declaration_id IS NULL'),
  waiting: db.prepare<{ states: string }, WaitingFiling>(`
    SELECT id, customer, bill_no AS billNo, client_seq_no AS clientSeqNo, state,
      (SELECT max(received_at) FROM receipts WHERE declaration_id = d.id) AS receivedAt,
      (SELECT max(at) FROM timeline WHERE declaration_id = d.id AND kind <> 'receipt') AS notedAt
    FROM declarations d WHERE state IN (SELECT value FROM json_each(@states))`),
})

/** Receipts and the filings that wait for them, as lists for the page. */
export class ReceiptListRepo {
  readonly #sql

  constructor(db: Database) {
    this.#sql = statements(db)
  }

  /** Newest first. */
  list(wanted: Wanted, limit: number): { total: number; rows: ListedReceipt[] } {
    const total = this.#sql.total.get(wanted)?.total ?? 0
    return { total, rows: this.#sql.list.all({ ...wanted, limit }) }
  }

  /** How many fit no filing. */
  unmatched(): number {
    return this.#sql.unmatched.get()?.total ?? 0
  }

  /** Filings in these states with the last thing that happened to them. */
  waiting(states: readonly DeclarationState[]): WaitingFiling[] {
    return this.#sql.waiting.all({ states: JSON.stringify(states) })
  }
}
