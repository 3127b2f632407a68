import type { Database } from 'better-sqlite3'
import { failure } from '../../domain/failures/index.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import type { Papers } from '../../domain/fields/papers.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { declarationStates, next, unsigned, type DeclarationEvent } from '../../domain/states/declaration.ts'
import { noDeeds, type Deeds } from './audit.repo.ts'
import { nextClientSeqNo } from './desk-number.ts'
import { listColumns, summaryOf, type DraftRow, type DraftSummary } from './draft-row.ts'
import { draftStatements, revisionSpan, type DraftStatements } from './drafts.sql.ts'
import { thinRevisions } from './thin-revisions.ts'
import { uuid7 } from './uuid7.ts'

/** Yellow findings that the clerk accepted: `rule|path` → note. */
export type Accepted = Readonly<Record<string, string>>

/** One saved state. */
export interface SavedDraft {
  readonly summary: DraftSummary
  readonly message: DecMessage
  readonly accepted: Accepted
  readonly papers: Papers
}

/** What the form hands over at a save. */
export interface DraftChange {
  readonly id: string
  /** Revision that the form started from. */
  readonly rev: number
  readonly message: DecMessage
  readonly accepted: Accepted
  /** Figures of the papers; left out, those of the revision before stay. */
  readonly papers?: Papers | undefined
  readonly errors: number
  readonly warnings: number
}

export interface NewDraft {
  readonly ieFlag: 'I' | 'E'
  readonly message: DecMessage
  /** Customer named at the import. */
  readonly customer?: string
  readonly papers?: Papers | undefined
}

/** What one revision holds. */
type Revision = Pick<DraftChange, 'message' | 'accepted' | 'papers'>

/** Moves that a clerk makes; all others come from the line to the portal. */
const byClerk = new Set<DeclarationEvent>([
  ...(['make', 'askReview', 'approve', 'sendBack'] as const),
  ...(['markReady', 'reopen', 'sign', 'withdraw'] as const),
])

/** A save every so often looks for revisions to thin. */
const thinEvery = 64

/** Moment → local day, yyyy-MM-dd. */
export type LocalDay = (moment: number) => string

/** Declarations and their revisions. Every change is on disk (FULL) when a call returns. */
export class DraftsRepo {
  readonly #db: Database
  readonly #sql: DraftStatements
  readonly #now: () => number
  readonly #day: LocalDay
  readonly #deeds: Deeds
  readonly #saveOnce: (change: DraftChange, now: string) => Result<{ rev: number; savedAt: string }>

  constructor(db: Database, now: () => number, day: LocalDay, deeds: Deeds = noDeeds) {
    this.#db = db
    this.#sql = draftStatements(db)
    this.#now = now
    this.#day = day
    this.#deeds = deeds
    this.#saveOnce = db.transaction((change: DraftChange, at: string) => this.#save(change, at))
  }

  /** Makes drafts of messages, all or none. Each gets an id and our own number (ClientSeqNo) of 18 characters. */
  create(drafts: readonly NewDraft[]): SavedDraft[] {
    return this.#db.transaction(() => drafts.map((draft) => this.#create(draft))).immediate()
  }

  /** The newest saved state. */
  load(id: string): Result<SavedDraft> {
    const row = this.#sql.byId.get({ id })
    return row === undefined ? refuse(failure('store.gone')) : this.#state(row, row.rev)
  }

  /** A saved state of the past. The summary is the one of today. */
  loadRevision(id: string, rev: number): Result<SavedDraft> {
    const row = this.#sql.byId.get({ id })
    return row === undefined ? refuse(failure('store.gone')) : this.#state(row, rev)
  }

  /** What the list shows of one declaration. */
  summary(id: string): DraftSummary | undefined {
    const row = this.#sql.byId.get({ id })
    return row && summaryOf(row)
  }

  /**
   * Stores a new revision in one transaction. A revision that is not built on the newest one is refused
   * (`store.stale`), and so is one of a declaration that may no longer be edited (`drafts.notEditable`).
   */
  save(change: DraftChange): Result<{ rev: number; savedAt: string }> {
    return this.#saveOnce(change, this.#iso())
  }

  /** Moves a declaration by the table of `domain/states`; a move that is not in the table is refused. */
  move(id: string, event: DeclarationEvent): Result<DraftSummary> {
    return this.#db.transaction(() => this.#move(id, event)).immediate()
  }

  /** Keeps the numbers that a receipt brought. An empty or missing one leaves the known number. */
  setNumbers(id: string, numbers: { seqNo?: string; entryId?: string }): Result<DraftSummary> {
    const row = this.#sql.byId.get({ id })
    if (row === undefined) return refuse(failure('store.gone'))
    const { seqNo, entryId } = { seqNo: numbers.seqNo || row.seqNo, entryId: numbers.entryId || row.entryId }
    const now = this.#iso()
    if (seqNo !== row.seqNo || entryId !== row.entryId) this.#sql.number.run({ id, seqNo, entryId, now })
    return ok(summaryOf({ ...row, seqNo, entryId }))
  }

  /** The declaration that carries a number now, tried in the order: our own, 统一编号, 海关编号. */
  find(numbers: { clientSeqNo?: string; seqNo?: string; entryId?: string }): DraftSummary | undefined {
    const { byClientSeqNo, bySeqNo, byEntryId } = this.#sql
    const row =
      (numbers.clientSeqNo && byClientSeqNo.get({ number: numbers.clientSeqNo })) ||
      (numbers.seqNo && bySeqNo.get({ number: numbers.seqNo })) ||
      (numbers.entryId && byEntryId.get({ number: numbers.entryId })) ||
      undefined
    return row && summaryOf(row)
  }

  /** The declaration that carried a number in an earlier filing: for the time line, never for its state. */
  findFormer(number: string): DraftSummary | undefined {
    const row = this.#sql.byFormerNumber.get({ number })
    return row && summaryOf(row)
  }

  /** Saved states, newest first. */
  revisions(id: string): Result<{ rev: number; savedAt: string; lines: number; bytes: number }[]> {
    const row = this.#sql.byId.get({ id })
    if (row === undefined) return refuse(failure('store.gone'))
    const rows = this.#sql.revisions.all(keysOf(row.key))
    return ok(rows.map(({ key, ...rest }) => ({ rev: key % revisionSpan, ...rest })))
  }

  /** Removes a declaration that was never signed. What was filed is a record and stays. */
  remove(id: string): Result<Record<string, never>> {
    const row = this.#sql.byId.get({ id })
    if (row === undefined) return refuse(failure('store.gone'))
    if (!unsigned(row.state) || row.seqNo !== '' || this.#sql.wasFiled.get({ id }))
      return refuse(failure('drafts.notRemovable', { state: declarationStates[row.state] }))
    this.#db
      .transaction(() => {
        this.#sql.dropRevisions.run(keysOf(row.key))
        this.#sql.drop.run({ id })
        this.#deeds.append({ deed: 'declaration.removed', subject: row.clientSeqNo, facts: { id } })
      })
      .immediate()
    return ok({})
  }

  #create({ ieFlag, message, customer = '', papers = {} }: NewDraft): SavedDraft {
    const moment = this.#now()
    const now = new Date(moment).toISOString()
    const id = uuid7(moment)
    const clientSeqNo = nextClientSeqNo(this.#db, this.#day(moment))
    const numbered: DecMessage = { ...message, DecSign: { ...message.DecSign, ClientSeqNo: clientSeqNo } }
    const columns = listColumns(numbered)
    const named = { customer: columns.customer || customer.slice(0, 200), customerHint: customer }
    const row = { ...columns, ...named, id, clientSeqNo, ieFlag, errors: 0, warnings: 0, now }
    const { lastInsertRowid } = this.#sql.insert.run(row)
    this.#addRevision(Number(lastInsertRowid), 1, { message: numbered, accepted: {}, papers }, now)
    const summary = this.summary(id)
    if (summary === undefined) throw new Error('a new draft is not there')
    this.#deeds.append({ deed: 'declaration.created', subject: clientSeqNo, facts: { id, ieFlag } })
    return { summary, message: numbered, accepted: {}, papers }
  }

  #save(change: DraftChange, now: string): Result<{ rev: number; savedAt: string }> {
    const { id, rev: base, message, errors, warnings } = change
    const key = this.#sql.keyOf.get({ id })?.key
    if (key === undefined) return refuse(failure('store.gone'))
    const { changes } = this.#sql.save.run({ key, base, errors, warnings, now, ...listColumns(message) })
    if (changes === 0) return this.#whyNotSaved(id, base)
    const rev = base + 1
    this.#addRevision(key, rev, change, now)
    if (rev % thinEvery === 0) {
      const { from, to } = keysOf(key)
      thinRevisions(this.#sql, from, to, this.#now())
    }
    return ok({ rev, savedAt: now })
  }

  #addRevision(key: number, rev: number, { message, accepted, papers }: Revision, savedAt: string): void {
    this.#sql.addRevision.run({
      key: key * revisionSpan + rev,
      savedAt,
      lines: message.DecLists?.length ?? 0,
      accepted: JSON.stringify(accepted),
      papers: papers === undefined ? null : JSON.stringify(papers),
      body: utf8(JSON.stringify(message)),
    })
  }

  #whyNotSaved(id: string, base: number): Result<never> {
    const row = this.#sql.byId.get({ id })
    if (row === undefined) return refuse(failure('store.gone'))
    if (row.state !== 'draft') return refuse(failure('drafts.notEditable', { state: declarationStates[row.state] }))
    return refuse(failure('store.stale', { base, current: row.rev }))
  }

  #move(id: string, event: DeclarationEvent): Result<DraftSummary> {
    const row = this.#sql.byId.get({ id })
    if (row === undefined) return refuse(failure('store.gone'))
    const to = next(row.state, event)
    if (to === undefined) return refuse(failure('drafts.notAllowed', { state: declarationStates[row.state] }))
    const now = this.#iso()
    this.#sql.move.run({ id, from: row.state, to, now })
    const facts = { id, event, from: row.state, to, rev: row.rev }
    this.#deeds.append({ deed: 'declaration.moved', subject: row.clientSeqNo, facts, byDesk: !byClerk.has(event) })
    if (row.state === 'refused' && event === 'reopen') this.#renumber(row)
    return ok(this.summary(id) ?? summaryOf({ ...row, state: to, updatedAt: now }))
  }

  /**
   * A refused filing is filed anew under a new number of ours: the portal answers a known number with the old outcome.
   * The old numbers keep leading here.
   */
  #renumber(row: DraftRow): void {
    for (const number of [row.clientSeqNo, row.seqNo, row.entryId])
      if (number !== '') this.#sql.addFormer.run({ number, id: row.id })
    const clientSeqNo = nextClientSeqNo(this.#db, this.#day(this.#now()))
    this.#sql.renumber.run({ id: row.id, clientSeqNo })
    const saved = this.load(row.id)
    if (!saved.ok) return
    const { message, accepted, summary } = saved.value
    const numbered: DecMessage = { ...message, DecSign: { ...message.DecSign, ClientSeqNo: clientSeqNo } }
    this.#save({ ...summary, rev: row.rev, message: numbered, accepted }, this.#iso())
  }

  #state(row: DraftRow, rev: number): Result<SavedDraft> {
    const saved = this.#sql.body.get({ key: row.key * revisionSpan + rev })
    if (saved === undefined) return refuse(failure('store.noRevision', { rev }))
    try {
      const message = JSON.parse(saved.body.toString('utf8')) as DecMessage
      const accepted = JSON.parse(saved.accepted) as Accepted
      return ok({ summary: summaryOf(row), message, accepted, papers: JSON.parse(saved.papers) as Papers })
    } catch {
      return refuse(failure('store.corrupt', { detail: 'JSON' }))
    }
  }

  #iso(): string {
    return new Date(this.#now()).toISOString()
  }
}

const encoder = new TextEncoder()
/** Room for the next body, used again and again: it is copied into the page of the database at once. */
let room = new Uint8Array(256 * 1024)

/** A text as UTF-8 without a new buffer each time. The bytes hold until the next call. */
function utf8(text: string): Uint8Array {
  if (room.length < text.length * 3) room = new Uint8Array(text.length * 3)
  return room.subarray(0, encoder.encodeInto(text, room).written)
}

const keysOf = (key: number): { from: number; to: number } => ({
  from: key * revisionSpan,
  to: key * revisionSpan + revisionSpan - 1,
})
