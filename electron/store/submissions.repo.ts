import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { heldApplicationSchema, type HeldApplication } from '../../domain/portal/members.ts'
import { sql } from './sql.ts'

/** `sending` on disk after a start means that nobody knows: it is asked about first. */
export const submissionStates = ['pending', 'sending', 'unknown', 'accepted', 'refused', 'withdrawn'] as const
export type SubmissionState = (typeof submissionStates)[number]
export const submissionSubjects = ['qualification', 'card'] as const

export interface SubmissionRow {
  readonly id: number
  readonly key: string
  readonly wizardId: string
  readonly subject: (typeof submissionSubjects)[number]
  readonly kind: string
  readonly title: string
  readonly state: SubmissionState
  readonly reason: string
  readonly createdAt: number
  readonly changedAt: number
  readonly held: HeldApplication | undefined
}
type Stored = Omit<SubmissionRow, 'held'> & { readonly held: string }

export interface NewSubmission {
  readonly wizardId: string
  readonly subject: SubmissionRow['subject']
  readonly kind: string
  readonly title: string
  /** Body of the call, JSON. */
  readonly body: string
}

const columns = `id, key, wizard_id AS wizardId, subject, kind, title, state, reason, created_at AS createdAt,
  changed_at AS changedAt, held`

const statements = (db: Database) => ({
  add: db.prepare(
    `INSERT INTO submissions (key, wizard_id, subject, kind, title, state, created_at, changed_at, body)
     VALUES (@key, @wizardId, @subject, @kind, @title, 'pending', @now, @now, @body)`,
  ),
  count: db.prepare<{ wizardId: string }, { count: number }>(
    'SELECT count(*) AS count FROM submissions WHERE wizard_id = @wizardId',
  ),
  list: db.prepare<[], Stored>(sql`SELECT ${columns} FROM submissions WHERE state <> 'withdrawn' ORDER BY id DESC`),
  open: db.prepare<[], Stored>(
    sql`SELECT ${columns} FROM submissions WHERE state IN ('pending', 'sending', 'unknown') ORDER BY id`,
  ),
  body: db.prepare<{ id: number }, { body: string }>('SELECT body FROM submissions WHERE id = @id'),
  move: db.prepare('UPDATE submissions SET state = @state, reason = @reason, changed_at = @now WHERE id = @id'),
  held: db.prepare('UPDATE submissions SET held = @held, changed_at = @now WHERE key = @key'),
  clear: db.prepare('DELETE FROM submissions'),
})

/** Applications that were handed in. Every step is on disk before and after the network is touched. */
export class SubmissionsRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** Keeps one that is to go out. A draft that is handed in anew after a refusal gets a new key. */
  add(submission: NewSubmission): void {
    const { count } = this.#sql.count.get({ wizardId: submission.wizardId }) ?? { count: 0 }
    this.#sql.add.run({ ...submission, key: `${submission.wizardId}-${count + 1}`, now: this.#now() })
  }

  /** Newest first. */
  list(): SubmissionRow[] {
    return this.#sql.list.all().map(fromStored)
  }

  /** What has to go out or to be asked about, oldest first. */
  open(): SubmissionRow[] {
    return this.#sql.open.all().map(fromStored)
  }

  body(id: number): string {
    return this.#sql.body.get({ id })?.body ?? ''
  }

  move(id: number, state: SubmissionState, reason = ''): void {
    this.#sql.move.run({ id, state, reason, now: this.#now() })
  }

  setHeld(held: HeldApplication): void {
    this.#sql.held.run({ key: held.key, held: JSON.stringify(held), now: this.#now() })
  }

  /** Practice began anew: the portal knows none of them any more. */
  clear(): void {
    this.#sql.clear.run()
  }
}

/** An application as it was told; an answer of the time before papers were sent does not speak of them. */
export const withPapers = z.preprocess(
  (held) => (typeof held === 'object' ? { papers: [], ...held } : held),
  heldApplicationSchema,
)

const fromStored = ({ held, ...row }: Stored): SubmissionRow => ({
  ...row,
  held: held === '' ? undefined : withPapers.parse(JSON.parse(held)),
})
