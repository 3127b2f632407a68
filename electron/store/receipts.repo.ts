import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { noDeeds, type Deeds } from './audit.repo.ts'

/** An answer as it came, with what was read out of it. */
export interface NewReceipt {
  /** `portal` for the stream, `answer:<outbox id>` for the answer to a filing. */
  readonly origin: string
  readonly portalId: string
  readonly fileName: string
  readonly raw: Uint8Array
  /** Code of the failure when the bytes could not be read, else empty. */
  readonly problem: string
  readonly form: string
  /** What it is called on the time line. */
  readonly title: string
  readonly channel: string
  readonly note: string
  /** Moment of the notice as UTC in ISO form; empty when it says none. */
  readonly noticeAt: string
  readonly clientSeqNo: string
  readonly seqNo: string
  readonly entryId: string
}

export interface ReceiptRow extends Omit<NewReceipt, 'raw' | 'portalId' | 'origin'> {
  readonly id: number
  /** Moment of arrival, ms of the epoch. */
  readonly receivedAt: number
  readonly declarationId: string | null
}

/** Numbers by which a receipt finds its filing; empty ones are not looked for. */
export interface Numbers {
  readonly clientSeqNo: string
  readonly seqNo: string
  readonly entryId: string
}

const columns = `id, file_name AS fileName, received_at AS receivedAt, problem, form, title, channel, note,
  notice_at AS noticeAt, client_seq_no AS clientSeqNo, seq_no AS seqNo, entry_id AS entryId,
  declaration_id AS declarationId`

/** Statements that share their columns. */
const texts = {
  get: `SELECT ${columns} FROM receipts WHERE id = @id`,
  waiting: `
    SELECT ${columns} FROM receipts WHERE declaration_id IS NULL AND seq_no = @seqNo AND @seqNo <> ''
    UNION SELECT ${columns} FROM receipts WHERE declaration_id IS NULL AND entry_id = @entryId AND @entryId <> ''
    UNION SELECT ${columns} FROM receipts WHERE declaration_id IS NULL AND client_seq_no = @clientSeqNo
      AND @clientSeqNo <> ''
    ORDER BY noticeAt, id`,
  unmatched: `SELECT ${columns} FROM receipts WHERE declaration_id IS NULL ORDER BY id DESC LIMIT @limit`,
  recent: `SELECT ${columns} FROM receipts ORDER BY id DESC LIMIT @limit`,
  notApplied: `SELECT ${columns} FROM receipts WHERE declaration_id = @declarationId AND applied = 0
    ORDER BY notice_at, id`,
  of: `SELECT ${columns} FROM receipts WHERE declaration_id = @declarationId ORDER BY notice_at, id`,
}

const statements = (db: Database) => ({
  add: db.prepare(`
    INSERT INTO receipts (origin, portal_id, content_sha256, file_name, received_at, problem, form, title, channel, note,
      notice_at, client_seq_no, seq_no, entry_id, raw)
    VALUES (@origin, @portalId, @hash, @fileName, @receivedAt, @problem, @form, @title, @channel, @note,
      @noticeAt, @clientSeqNo, @seqNo, @entryId, @raw)
    ON CONFLICT (origin, content_sha256) DO NOTHING`),
  get: db.prepare<{ id: number }, ReceiptRow>(texts.get),
  attach: db.prepare(
    `UPDATE receipts SET declaration_id = @declarationId, applied = @applied WHERE id = @id AND declaration_id IS NULL`,
  ),
  waiting: db.prepare<Numbers, ReceiptRow>(texts.waiting),
  lastApplied: db.prepare<{ declarationId: string; seqNo: string; entryId: string }, { at: string | null }>(`
    SELECT max(notice_at) AS at FROM receipts WHERE declaration_id = @declarationId AND applied = 1
      AND ((seq_no = @seqNo AND @seqNo <> '') OR (entry_id = @entryId AND @entryId <> ''))`),
  unmatched: db.prepare<{ limit: number }, ReceiptRow>(texts.unmatched),
  recent: db.prepare<{ limit: number }, ReceiptRow>(texts.recent),
  raw: db.prepare<{ id: number }, { raw: Uint8Array }>(`SELECT raw FROM receipts WHERE id = @id`),
  of: db.prepare<{ declarationId: string }, ReceiptRow>(texts.of),
  notApplied: db.prepare<{ declarationId: string }, ReceiptRow>(texts.notApplied),
  told: db.prepare<{ id: number }, { declarationId: string; hash: string; clientSeqNo: string; channel: string }>(
    `SELECT declaration_id AS declarationId, content_sha256 AS hash, client_seq_no AS clientSeqNo, channel
     FROM receipts WHERE id = @id`,
  ),
  markApplied: db.prepare('UPDATE receipts SET applied = 1 WHERE id = @id'),
  cursor: db.prepare<[], { cursor: string }>('SELECT cursor FROM receipt_cursor WHERE id = 1'),
  setCursor: db.prepare(`
    INSERT INTO receipt_cursor (id, cursor, moved_at) VALUES (1, @cursor, @now)
    ON CONFLICT (id) DO UPDATE SET cursor = @cursor, moved_at = @now`),
})

/** Every answer that ever came, byte for byte. Nothing is dropped: what fits no filing waits for its numbers. */
export class ReceiptsRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number
  readonly #deeds: Deeds

  constructor(db: Database, now: () => number = Date.now, deeds: Deeds = noDeeds) {
    this.#sql = statements(db)
    this.#now = now
    this.#deeds = deeds
  }

  /** Keeps a receipt. @returns its row, or `undefined` when the same bytes are there already. */
  add(receipt: NewReceipt): ReceiptRow | undefined {
    const hash = createHash('sha256').update(receipt.raw).digest('hex')
    const raw = Buffer.from(receipt.raw)
    const added = this.#sql.add.run({ ...receipt, raw, hash, receivedAt: this.#now() })
    return added.changes === 1 ? this.#sql.get.get({ id: Number(added.lastInsertRowid) }) : undefined
  }

  get(id: number): ReceiptRow | undefined {
    return this.#sql.get.get({ id })
  }

  /** Ties a receipt to its filing, once. @param applied whether it moved the declaration */
  attach(id: number, declarationId: string, applied: boolean): void {
    const tied = this.#sql.attach.run({ id, declarationId, applied: applied ? 1 : 0 })
    if (applied && tied.changes === 1) this.#tell(id)
  }

  /** Receipts without a filing that carry one of these numbers, in the order of their notices. */
  waitingFor(numbers: Numbers): ReceiptRow[] {
    return this.#sql.waiting.all(numbers)
  }

  /**
   * Notice of the newest receipt under these numbers that moved the declaration; empty when none did. Receipts of an
   * earlier filing of the same declaration carry other numbers.
   */
  lastApplied(declarationId: string, { seqNo, entryId }: Omit<Numbers, 'clientSeqNo'>): string {
    return this.#sql.lastApplied.get({ declarationId, seqNo, entryId })?.at ?? ''
  }

  /** Receipts without a filing, newest first. */
  unmatched(limit = 500): ReceiptRow[] {
    return this.#sql.unmatched.all({ limit })
  }

  recent(limit = 500): ReceiptRow[] {
    return this.#sql.recent.all({ limit })
  }

  /** Receipts of a declaration in the order of their notices. */
  of(declarationId: string): ReceiptRow[] {
    return this.#sql.of.all({ declarationId })
  }

  /** Receipts of a declaration that did not move it, in the order of their notices. */
  notApplied(declarationId: string): ReceiptRow[] {
    return this.#sql.notApplied.all({ declarationId })
  }

  /** A receipt that came too early counts now. */
  markApplied(id: number): void {
    this.#sql.markApplied.run({ id })
    this.#tell(id)
  }

  /** The bytes as they came. */
  raw(id: number): Uint8Array | undefined {
    return this.#sql.raw.get({ id })?.raw
  }

  /** How far the stream of receipts was read; empty at the very first time. */
  cursor(): string {
    return this.#sql.cursor.get()?.cursor ?? ''
  }

  /** Call it in the transaction that keeps the receipts of the page. */
  setCursor(cursor: string): void {
    this.#sql.setCursor.run({ cursor, now: this.#now() })
  }

  #tell(receipt: number): void {
    const row = this.#sql.told.get({ id: receipt })
    if (row === undefined) return
    const { declarationId: id, hash, clientSeqNo, channel } = row
    const facts = { receipt, id, hash, channel }
    this.#deeds.append({ deed: 'receipt.applied', subject: clientSeqNo, facts, byDesk: true })
  }
}
