import type { Database } from 'better-sqlite3'
import type { FilingBody } from '../../domain/portal/package.ts'
import { filingFactsSchema, outcomeOf, stateOf, type Filing, type FilingFacts } from './filing.ts'

interface Row extends Omit<Filing, 'state' | 'outcome' | 'sent' | 'facts'> {
  readonly state: string
  readonly outcome: string
  readonly sent: string
  readonly facts: string
}

const filingOf = (row: Row): Filing => ({
  ...row,
  state: stateOf(row.state),
  outcome: outcomeOf(row.outcome),
  sent: row.sent === '' ? [] : row.sent.split(','),
  facts: filingFactsSchema.parse(JSON.parse(row.facts)),
})

const select = `
  SELECT f.id, f.client_seq_no AS clientSeqNo, f.seq_no AS seqNo, f.entry_id AS entryId, f.version, f.state, f.outcome,
    f.reason, f.sent, f.due_at AS dueAt, f.notice_at AS noticeAt, f.facts, v.body_sha256 AS bodySha256
  FROM filings f JOIN versions v ON v.filing_id = f.id AND v.version = f.version`

/** Statements that share their columns. */
const texts = {
  byNumber: `${select} WHERE f.client_seq_no = @clientSeqNo`,
  all: `${select} ORDER BY f.id`,
  due: `${select} WHERE f.due_at <= @now ORDER BY f.due_at, f.id LIMIT 500`,
}

const statements = (db: Database) => ({
  byNumber: db.prepare<{ clientSeqNo: string }, Row>(texts.byNumber),
  all: db.prepare<[], Row>(texts.all),
  due: db.prepare<{ now: number }, Row>(texts.due),
  wakeAt: db.prepare<[], { at: number | null }>('SELECT min(due_at) AS at FROM filings'),
  last: db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM filings'),
  add: db.prepare(`
    INSERT INTO filings (client_seq_no, seq_no, version, state, outcome, reason, due_at, facts)
    VALUES (@clientSeqNo, @seqNo, 1, 'saved', @outcome, @reason, @dueAt, @facts)`),
  renew: db.prepare(`
    UPDATE filings SET version = @version, state = 'saved', outcome = @outcome, reason = @reason, sent = '',
      due_at = @dueAt, facts = @facts WHERE id = @id`),
  addVersion: db.prepare(`
    INSERT INTO versions (filing_id, version, body_sha256, received_at, answer, content_type, body)
    VALUES (@id, @version, @bodySha256, @now, @answer, @contentType, @body)`),
  answer: db.prepare<{ clientSeqNo: string; bodySha256: string }, { answer: string }>(`
    SELECT v.answer FROM versions v JOIN filings f ON f.id = v.filing_id
    WHERE f.client_seq_no = @clientSeqNo AND v.body_sha256 = @bodySha256`),
  step: db.prepare(`
    UPDATE filings SET state = @state, entry_id = @entryId, sent = @sent, due_at = @dueAt, notice_at = @noticeAt
    WHERE id = @id`),
  steer: db.prepare('UPDATE filings SET outcome = @outcome, reason = @reason, due_at = @dueAt WHERE id = @id'),
  hurry: db.prepare('UPDATE filings SET due_at = @latest WHERE due_at > @latest'),
})

/** How a filing will end and when its first receipt goes out. */
export interface Course {
  readonly outcome: string
  readonly reason: string
  readonly dueAt: number | null
}

export interface NewVersion {
  readonly bodySha256: string
  readonly now: number
  readonly answer: string
  readonly body: FilingBody
}

/** Declarations that the practice portal holds, with every version that was sent. */
export class FilingsRepo {
  readonly #sql: ReturnType<typeof statements>

  constructor(db: Database) {
    this.#sql = statements(db)
  }

  byNumber(clientSeqNo: string): Filing | undefined {
    const row = this.#sql.byNumber.get({ clientSeqNo })
    return row && filingOf(row)
  }

  all(): Filing[] {
    return this.#sql.all.all().map(filingOf)
  }

  /** Filings whose next receipt is due. */
  due(now: number): Filing[] {
    return this.#sql.due.all({ now }).map(filingOf)
  }

  wakeAt(): number | undefined {
    return this.#sql.wakeAt.get()?.at ?? undefined
  }

  /** Serial of the next filing, from 1. */
  nextSerial(): number {
    return (this.#sql.last.get()?.id ?? 0) + 1
  }

  /** The answer that was given to this body before. */
  answer(clientSeqNo: string, bodySha256: string): string | undefined {
    return this.#sql.answer.get({ clientSeqNo, bodySha256 })?.answer
  }

  add(clientSeqNo: string, seqNo: string, facts: FilingFacts, course: Course, version: NewVersion): void {
    const added = this.#sql.add.run({ clientSeqNo, seqNo, ...course, facts: JSON.stringify(facts) })
    this.#addVersion(Number(added.lastInsertRowid), 1, version)
  }

  /** The next version of a filing that was refused. */
  renew(filing: Filing, facts: FilingFacts, course: Course, version: NewVersion): void {
    const next = filing.version + 1
    this.#sql.renew.run({ id: filing.id, version: next, ...course, facts: JSON.stringify(facts) })
    this.#addVersion(filing.id, next, version)
  }

  #addVersion(id: number, version: number, { body, ...facts }: NewVersion): void {
    const { contentType, bytes } = body
    this.#sql.addVersion.run({ id, version, ...facts, contentType, body: Buffer.from(bytes) })
  }

  /** Where the filing stands after a receipt. */
  step(filing: Pick<Filing, 'id' | 'state' | 'entryId' | 'sent' | 'dueAt' | 'noticeAt'>): void {
    this.#sql.step.run({ ...filing, sent: filing.sent.join(',') })
  }

  steer(id: number, course: Course): void {
    this.#sql.steer.run({ id, ...course })
  }

  /** No receipt waits longer than until then. */
  hurry(latest: number): void {
    this.#sql.hurry.run({ latest })
  }
}
