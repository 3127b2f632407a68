import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { packFiling, type FilingBody, type PackedFile } from '../../domain/portal/package.ts'
import { nextOutbox, type OutboxEvent, type OutboxState } from '../../domain/states/outbox.ts'
import { noDeeds, type Deeds } from './audit.repo.ts'

/** A signed message as the signing service hands it over. */
export interface SignedMessage {
  readonly declarationId: string
  readonly clientSeqNo: string
  /** Revision of the draft that was signed. */
  readonly rev: number
  /** The message with its signature inside. */
  readonly xml: Uint8Array
  /** PDF files that go along. */
  readonly files: readonly PackedFile[]
  /** SM3 of the signed text, hex. */
  readonly digest: string
  /** Base64, as in the message. */
  readonly signature: string
  readonly certificateSerial: string
  readonly cardNo: string
  readonly operator: string
}

/** One message on its way, without its bytes. */
export interface OutboxRow {
  readonly id: number
  readonly declarationId: string
  readonly clientSeqNo: string
  readonly rev: number
  readonly state: OutboxState
  /** Sends that did not end in an answer. */
  readonly attempts: number
  /** Earliest next try, ms of the epoch. */
  readonly nextAt: number
  /** Code of the last failure, or empty. */
  readonly failure: string
  /** Moment of the last send of unknown fate, ms; 0 when there was none. */
  readonly unknownAt: number
  readonly bodySha256: string
  /** Folder of the import client in which it was last seen; empty on the other way. */
  readonly box: string
  /** Which of the files that were written of it for the import client is the last, from 1. */
  readonly file: number
}

/** What a move changes beside the state. */
export interface OutboxPatch {
  readonly attempts?: number
  readonly nextAt?: number
  readonly failure?: string
  readonly box?: string
}

const columns = `id, declaration_id AS declarationId, client_seq_no AS clientSeqNo, rev, state, attempts,
  next_at AS nextAt, failure, unknown_at AS unknownAt, body_sha256 AS bodySha256, box,
  ifnull((SELECT attempt FROM exchange e
    WHERE e.client_seq_no = outbox.client_seq_no AND e.body_sha256 = outbox.body_sha256), 1) AS file`
const live = `state IN ('held', 'pending', 'sending', 'placed', 'unknown')`

/** Statements that share their columns. */
const texts = {
  get: `SELECT ${columns} FROM outbox WHERE id = @id`,
  live: `SELECT ${columns} FROM outbox WHERE declaration_id = @declarationId AND ${live}`,
  latest: `SELECT ${columns} FROM outbox WHERE declaration_id = @declarationId ORDER BY id DESC LIMIT 1`,
  due: `SELECT ${columns} FROM outbox WHERE state IN ('pending', 'placed', 'unknown') AND (@send = 1 OR state <> 'pending')
     AND (next_at <= @now OR next_at > @horizon) ORDER BY id LIMIT @limit`,
  waiting: `SELECT ${columns} FROM outbox WHERE ${live} AND state <> 'held' ORDER BY id`,
  inState: `SELECT ${columns} FROM outbox WHERE state = @state ORDER BY id`,
  count: `SELECT state, count(*) AS count FROM outbox WHERE ${live} GROUP BY state`,
}

const statements = (db: Database) => ({
  put: db.prepare(`
    INSERT INTO outbox (declaration_id, client_seq_no, rev, state, created_at, changed_at, digest, signature,
      certificate_serial, card_no, operator, content_type, body_sha256, body)
    VALUES (@declarationId, @clientSeqNo, @rev, 'held', @now, @now, @digest, @signature,
      @certificateSerial, @cardNo, @operator, @contentType, @bodySha256, @body)`),
  get: db.prepare<{ id: number }, OutboxRow>(texts.get),
  live: db.prepare<{ declarationId: string }, OutboxRow>(texts.live),
  latest: db.prepare<{ declarationId: string }, OutboxRow>(texts.latest),
  due: db.prepare<{ now: number; horizon: number; send: number; limit: number }, OutboxRow>(texts.due),
  wakeAt: db.prepare<{ send: number }, { at: number | null }>(
    `SELECT min(next_at) AS at FROM outbox WHERE state IN ('pending', 'placed', 'unknown')
     AND (@send = 1 OR state <> 'pending')`,
  ),
  waiting: db.prepare<[], OutboxRow>(texts.waiting),
  inState: db.prepare<{ state: string }, OutboxRow>(texts.inState),
  move: db.prepare(
    `UPDATE outbox SET state = @state, attempts = @attempts, next_at = @nextAt, failure = @failure, unknown_at = @unknownAt,
       box = @box, changed_at = @now WHERE id = @id AND state = @from`,
  ),
  postpone: db.prepare(`UPDATE outbox SET attempts = @attempts, next_at = @nextAt, failure = @failure,
    box = @box WHERE id = @id`),
  waitAnew: db.prepare('UPDATE outbox SET unknown_at = @now WHERE id = @id'),
  hurry: db.prepare(`UPDATE outbox SET next_at = 0 WHERE state IN ('pending', 'placed', 'unknown')`),
  body: db.prepare<{ id: number }, FilingBody>(
    `SELECT content_type AS contentType, body AS bytes FROM outbox WHERE id = @id`,
  ),
  hashes: db.prepare<{ clientSeqNo: string; before: number }, { hash: string }>(
    `SELECT body_sha256 AS hash FROM outbox WHERE client_seq_no = @clientSeqNo AND id < @before
     AND state IN ('accepted', 'refused')`,
  ),
  count: db.prepare<[], { state: OutboxState; count: number }>(texts.count),
})

/** Signed messages on their way out. Every state is on disk before the network is touched. */
export class OutboxRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number
  readonly #deeds: Deeds

  constructor(db: Database, now: () => number = Date.now, deeds: Deeds = noDeeds) {
    this.#sql = statements(db)
    this.#now = now
    this.#deeds = deeds
  }

  /**
   * Keeps a signed message in state `held`, packed as it will be sent. Call it in the transaction that moves the
   * declaration to `queued`. Throws when the declaration already has a message on its way: the states forbid that.
   * @returns id of the row
   */
  put(message: SignedMessage): number {
    const { xml, files, ...facts } = message
    const { contentType, bytes } = packFiling(message.clientSeqNo, { xml, files })
    const bodySha256 = createHash('sha256').update(bytes).digest('hex')
    const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { lastInsertRowid } = this.#sql.put.run({ ...facts, contentType, bodySha256, body, now: this.#now() })
    const { declarationId: id, rev, digest, certificateSerial: certificate, operator } = message
    this.#deeds.append({
      deed: 'declaration.signed',
      subject: message.clientSeqNo,
      card: message.cardNo,
      facts: { id, rev, digest, certificate, operator, body: bodySha256 },
    })
    return Number(lastInsertRowid)
  }

  get(id: number): OutboxRow | undefined {
    return this.#sql.get.get({ id })
  }

  /** The message of a declaration that may still go out. */
  live(declarationId: string): OutboxRow | undefined {
    return this.#sql.live.get({ declarationId })
  }

  /** The newest message of a declaration, whatever became of it. */
  latest(declarationId: string): OutboxRow | undefined {
    return this.#sql.latest.get({ declarationId })
  }

  /**
   * Messages to be sent or asked about now, oldest first.
   * @param horizon a time of retry beyond it is taken as due: no back-off is that long, so the clock was set back
   * @param send `false` while sending is paused: only what left the house is asked about
   */
  due(now: number, horizon: number, limit = 200, send = true): OutboxRow[] {
    return this.#sql.due.all({ now, horizon, limit, send: send ? 1 : 0 })
  }

  /** When the next retry is due, or `undefined` when nothing waits. */
  wakeAt(send = true): number | undefined {
    return this.#sql.wakeAt.get({ send: send ? 1 : 0 })?.at ?? undefined
  }

  /** Everything that was handed over and has no answer yet, oldest first. */
  waiting(): OutboxRow[] {
    return this.#sql.waiting.all()
  }

  inState(state: OutboxState): OutboxRow[] {
    return this.#sql.inState.all({ state })
  }

  /**
   * Moves a row by the table of `domain/states/outbox.ts`.
   * @returns the row after the move, or `undefined` when the move is not allowed from where the row is now
   */
  move(id: number, event: OutboxEvent, patch: OutboxPatch = {}): OutboxRow | undefined {
    const row = this.get(id)
    const state = row && nextOutbox(row.state, event)
    if (!row || !state) return undefined
    const { attempts = row.attempts, nextAt = 0, failure = '', box = row.box } = patch
    const now = this.#now()
    const moved = {
      ...row,
      state,
      attempts,
      nextAt,
      failure,
      box,
      unknownAt: event === 'unknown' ? now : row.unknownAt,
    }
    const { unknownAt } = moved
    const changed = this.#sql.move.run({ id, from: row.state, state, attempts, nextAt, failure, box, unknownAt, now })
    if (changed.changes !== 1) return undefined
    if (event === 'submit')
      this.#deeds.append({
        deed: 'declaration.submitted',
        subject: row.clientSeqNo,
        facts: { id: row.declarationId, rev: row.rev, body: row.bodySha256 },
      })
    return moved
  }

  /** Notes a try that changed no state. */
  postpone(id: number, patch: Required<OutboxPatch>): void {
    this.#sql.postpone.run({ id, ...patch })
  }

  /** The send of unknown fate counts as one of now. */
  waitAnew(id: number): void {
    this.#sql.waitAnew.run({ id, now: this.#now() })
  }

  /** What waits for a planned retry is due now. */
  hurry(): void {
    this.#sql.hurry.run()
  }

  /** The bytes that are sent, and were hashed and signed; `undefined` for a row that is not there. */
  body(id: number): FilingBody | undefined {
    return this.#sql.body.get({ id })
  }

  /** Is this the hash of an earlier message under the same number, one that the portal has answered? */
  isEarlier(row: OutboxRow, bodySha256: string): boolean {
    return this.#sql.hashes
      .all({ clientSeqNo: row.clientSeqNo, before: row.id })
      .some((earlier) => earlier.hash === bodySha256)
  }

  /** How many wait in each live state. */
  counts(): Partial<Record<OutboxState, number>> {
    return Object.fromEntries(this.#sql.count.all().map(({ state, count }) => [state, count]))
  }
}
