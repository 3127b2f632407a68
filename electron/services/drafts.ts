import { failure } from '../../domain/failures/index.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { usualCopy } from '../../domain/fields/copy-parts.ts'
import type { Papers } from '../../domain/fields/papers.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { declarationStates, editable } from '../../domain/states/declaration.ts'
import type { StepEvent } from '../../domain/states/review.ts'
import type { CompanyProfile, Draft, Handlers } from '../ipc/contract.ts'
import { noDeeds, type Deeds } from '../store/audit.repo.ts'
import type { AttachmentRow, NewAttachment } from '../store/attachments.repo.ts'
import type { DraftListRepo } from '../store/draft-list.repo.ts'
import type { DraftSummary } from '../store/draft-row.ts'
import type { DraftsRepo, SavedDraft } from '../store/drafts.repo.ts'
import { edocName, mostEdocs, withEdocRows } from './drafts/edoc-rows.ts'
import { takeParts } from './drafts/copy-parts.ts'
import { queryOf } from './drafts/list-query.ts'
import { completeMessage, newMessage, withFiler } from './drafts/new-message.ts'
import type { TeamService } from './team.ts'

type Drafts = Handlers['drafts']

export interface DraftsParts {
  readonly drafts: DraftsRepo
  readonly list: DraftListRepo
  readonly attachments: {
    add(file: NewAttachment): string
    list(declarationId: string): AttachmentRow[]
    contents(declarationId: string): (AttachmentRow & { readonly content: Uint8Array })[]
    remove(declarationId: string, id: string): boolean
  }
  readonly company: () => CompanyProfile
  /** Told of each declaration that was finished. */
  readonly onFinished: (message: DecMessage) => void
  /** Who sits at the desk, and whether another person has to review. */
  readonly team: Pick<TeamService, 'reviewRequired' | 'edited' | 'note' | 'author'>
  /** All of it, or nothing when the result is a refusal or it throws. */
  readonly transaction: <T>(work: () => Result<T>) => Result<T>
  /** Main's dialog; `null` when it was closed. */
  readonly pickPdf: () => Promise<Result<{ name: string; bytes: Uint8Array } | null>>
  readonly inspectPdf: (bytes: Uint8Array) => { pdf: boolean; encrypted: boolean }
  /** Main's dialog; `false` when it was closed. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
  readonly emitChanged: (id: string) => void
  /** How many red findings the rules give today. */
  readonly countErrors: (id: string, message: DecMessage) => Promise<number>
  /** Start of the local day. */
  readonly today: () => number
  /** Largest file in bytes. */
  readonly largestFile: number
  readonly deeds?: Deeds
}

const recentCount = 24
const megabyte = 1024 * 1024

/** Drafting: from an empty form to a declaration that is ready to be signed. */
export class DraftsService implements Drafts {
  readonly #parts: DraftsParts

  constructor(parts: DraftsParts) {
    this.#parts = parts
  }

  board: Drafts['board'] = () => {
    const { list, today } = this.#parts
    return settle(ok({ ...list.counts(today()), recent: list.list({ limit: recentCount }).rows }))
  }

  list: Drafts['list'] = (query) => settle(ok(this.#parts.list.list(queryOf(query))))

  create: Drafts['create'] = ({ ieFlag }) => {
    const { drafts, company } = this.#parts
    const [made] = drafts.create([{ ieFlag, message: newMessage(ieFlag, company()) }])
    return settle(made === undefined ? refuse(failure('app.internal')) : this.#told(made))
  }

  /** Makes drafts of imported messages, each with the figures of its papers, all or none, and answers their ids. */
  createFrom(
    customer: string,
    messages: readonly DecMessage[],
    papers: readonly Papers[] = [],
  ): Promise<Result<string[]>> {
    return settle(ok(this.makeFrom(customer, messages, papers)))
  }

  /** The same at once, for a transaction that does more. */
  makeFrom(customer: string, messages: readonly DecMessage[], papers: readonly Papers[] = []): string[] {
    const { drafts, company } = this.#parts
    const made = drafts.create(
      messages.map((message, at) => {
        const ieFlag = message.DecHead?.IEFlag === 'E' ? 'E' : 'I'
        return { ieFlag, customer, papers: papers[at], message: completeMessage(message, ieFlag, company()) }
      }),
    )
    for (const draft of made) this.#parts.emitChanged(draft.summary.id)
    return made.map((draft) => draft.summary.id)
  }

  open: Drafts['open'] = ({ id }) => settle(this.#opened(id))

  save: Drafts['save'] = (change) => {
    const saved = this.#parts.drafts.save(change)
    if (saved.ok) {
      this.#parts.team.edited(change.id, saved.value.rev)
      this.#parts.emitChanged(change.id)
    }
    return settle(saved)
  }

  copy: Drafts['copy'] = ({ id, parts = usualCopy }) => {
    const { drafts, company } = this.#parts
    const source = drafts.load(id)
    if (!source.ok) return settle(source)
    const { summary, message } = source.value
    const copied = {
      ieFlag: summary.ieFlag,
      customer: summary.customer,
      message: withFiler(takeParts(message, parts), company()),
    }
    const [made] = drafts.create([copied])
    if (made === undefined) return settle(refuse(failure('app.internal')))
    this.#parts.emitChanged(made.summary.id)
    return settle(ok({ id: made.summary.id }))
  }

  remove: Drafts['remove'] = ({ id }) => {
    const removed = this.#parts.drafts.remove(id)
    if (removed.ok) this.#parts.emitChanged(id)
    return settle(removed)
  }

  /** On to signing: straight from the draft, or after the review where one is required. */
  markReady: Drafts['markReady'] = async ({ id, rev }) => {
    const state = this.#parts.drafts.summary(id)?.state
    if (state !== undefined && state !== 'reviewed' && this.#parts.team.reviewRequired())
      return refuse(failure('team.notReviewed', { state: declarationStates[state] }))
    return this.finish(id, rev, 'markReady')
  }

  /** Checked here again: what the page counted is not taken on trust. */
  async finish(id: string, rev: number, event: 'make' | 'markReady'): Promise<Result<DraftSummary>> {
    const draft = this.#parts.drafts.load(id)
    if (!draft.ok) return draft
    // What is counted is what is finished: a save on its way could bring other contents under that number.
    if (draft.value.summary.rev !== rev) return refuse(failure('drafts.notSaved'))
    const count = await this.#parts.countErrors(id, draft.value.message)
    if (count > 0) return refuse(failure('drafts.hasErrors', { count }))
    return this.#parts.transaction(() => this.#finish(id, rev, event))
  }

  reopen: Drafts['reopen'] = ({ id }) => {
    const moved = this.#parts.drafts.move(id, 'reopen')
    if (moved.ok) this.#noted(moved.value, 'reopen')
    return settle(moved)
  }

  revisions: Drafts['revisions'] = ({ id }) => {
    const rows = this.#parts.drafts.revisions(id)
    const author = this.#parts.team.author(id)
    return settle(rows.ok ? ok(rows.value.map((row) => ({ ...row, who: author(row.rev) }))) : rows)
  }

  revision: Drafts['revision'] = ({ id, rev }) => {
    const old = this.#parts.drafts.loadRevision(id, rev)
    return settle(old.ok ? ok({ message: old.value.message }) : old)
  }

  /** Brings an old state back as a new revision: nothing is overwritten. The files stay those of today. */
  restore: Drafts['restore'] = ({ id, rev }) => {
    const old = this.#parts.drafts.loadRevision(id, rev)
    if (!old.ok) return settle(old)
    const { deeds = noDeeds, transaction } = this.#parts
    return settle(
      transaction(() => {
        const written = this.#rewrite(old.value, old.value.message)
        if (!written.ok) return written
        const subject = written.value.summary.clientSeqNo
        deeds.append({
          deed: 'declaration.restored',
          subject,
          facts: { id, from: rev, rev: written.value.summary.rev },
        })
        return written
      }),
    )
  }

  attach: Drafts['attach'] = async ({ id, edocCode }) => {
    const refused = this.#mayAttach(id)
    if (refused !== undefined) return refused
    const picked = await this.#parts.pickPdf()
    if (!picked.ok) return picked
    if (picked.value === null) return ok(null)
    const { name, bytes } = picked.value
    const facts = this.#parts.inspectPdf(bytes)
    const limit = this.#parts.largestFile
    if (!facts.pdf) return refuse(failure('drafts.notPdf', { name }))
    if (facts.encrypted) return refuse(failure('drafts.encryptedPdf', { name }))
    if (bytes.length > limit)
      return refuse(failure('drafts.pdfTooLarge', { name, size: megabytes(bytes.length), limit: megabytes(limit) }))
    return this.#parts.transaction(() => {
      this.#parts.attachments.add({ declarationId: id, edocCode, name: name.slice(0, 200), content: bytes, ...facts })
      return this.#refreshed(id)
    })
  }

  detach: Drafts['detach'] = ({ id, attachmentId }) =>
    settle(
      this.#parts.transaction(() => {
        const refused = this.#mayEdit(id)
        if (refused !== undefined) return refused
        if (!this.#parts.attachments.remove(id, attachmentId)) return refuse(failure('drafts.noAttachment'))
        return this.#refreshed(id)
      }),
    )

  exportXml: Drafts['exportXml'] = async ({ id }) => {
    const draft = this.#parts.drafts.load(id)
    if (!draft.ok) return draft
    const { message, summary } = draft.value
    // What writes and packs is loaded at the first use, not at the start.
    const { packDraft } = await import('./drafts/pack-draft.ts')
    const { contentType, bytes } = packDraft(summary.clientSeqNo, message, this.files(id))
    const ending = contentType === 'application/zip' ? 'zip' : 'xml'
    const saved = await this.#parts.saveFile(`${summary.clientSeqNo}.${ending}`, bytes)
    return saved.ok ? ok({ saved: saved.value }) : saved
  }

  /** Attaches the PDF files that came with a message from elsewhere. */
  attachAll(id: string, files: readonly Omit<NewAttachment, 'declarationId'>[]): Result<Draft> {
    for (const file of files) this.#parts.attachments.add({ ...file, declarationId: id })
    return this.#refreshed(id)
  }

  /** PDF files as they are sent with a declaration: the names are those of its message. */
  files(id: string): { name: string; bytes: Uint8Array }[] {
    const draft = this.#parts.drafts.load(id)
    if (!draft.ok) return []
    const { message } = draft.value
    return this.#parts.attachments.contents(id).map((file) => ({ name: edocName(message, file), bytes: file.content }))
  }

  #finish(id: string, rev: number, event: 'make' | 'markReady'): Result<DraftSummary> {
    const draft = this.#parts.drafts.load(id)
    if (!draft.ok) return draft
    const { summary, message } = draft.value
    if (summary.rev !== rev) return refuse(failure('drafts.notSaved'))
    if (editable(summary.state) && this.#parts.attachments.list(id).length > 0) {
      const named = this.#rewrite(draft.value, message)
      if (!named.ok) return named
    }
    const moved = this.#parts.drafts.move(id, event)
    if (!moved.ok) return moved
    this.#noted(moved.value, event)
    this.#parts.onFinished(message)
    return moved
  }

  #noted({ id, rev }: DraftSummary, event: StepEvent): void {
    this.#parts.team.note(id, event, rev)
    this.#parts.emitChanged(id)
  }

  #mayEdit(id: string): Result<never> | undefined {
    const summary = this.#parts.drafts.summary(id)
    if (summary === undefined) return refuse(failure('store.gone'))
    if (editable(summary.state)) return undefined
    return refuse(failure('drafts.notEditable', { state: declarationStates[summary.state] }))
  }

  #mayAttach(id: string): Result<never> | undefined {
    const refused = this.#mayEdit(id)
    if (refused !== undefined) return refused
    const full = this.#parts.attachments.list(id).length >= mostEdocs
    return full ? refuse(failure('drafts.tooManyFiles', { limit: mostEdocs })) : undefined
  }

  /** Writes the rows of the files into the newest revision. */
  #refreshed(id: string): Result<Draft> {
    const draft = this.#parts.drafts.load(id)
    return draft.ok ? this.#rewrite(draft.value, draft.value.message) : draft
  }

  #rewrite({ summary, accepted, papers }: SavedDraft, message: DecMessage): Result<Draft> {
    const { drafts, attachments, emitChanged } = this.#parts
    const { id, rev, errors, warnings, clientSeqNo } = summary
    const numbered = { ...message, DecSign: { ...message.DecSign, ClientSeqNo: clientSeqNo } }
    const named = withEdocRows(numbered, attachments.list(id))
    const saved = drafts.save({ id, rev, message: named, accepted, papers, errors, warnings })
    if (!saved.ok) return saved
    this.#parts.team.edited(id, saved.value.rev)
    emitChanged(id)
    return this.#opened(id)
  }

  #opened(id: string): Result<Draft> {
    const draft = this.#parts.drafts.load(id)
    return draft.ok ? ok(this.#whole(draft.value)) : draft
  }

  #told(draft: SavedDraft): Result<Draft> {
    this.#parts.emitChanged(draft.summary.id)
    return ok(this.#whole(draft))
  }

  #whole({ summary, message, accepted, papers }: SavedDraft): Draft {
    const attachments = this.#parts.attachments
      .list(summary.id)
      .map(({ id, edocCode, name, bytes, pdf, encrypted }) => ({ id, edocCode, name, bytes, pdf, encrypted }))
    return { summary, message, attachments, accepted: { ...accepted }, papers }
  }
}

const settle = <T>(result: Result<T>): Promise<Result<T>> => Promise.resolve(result)
const megabytes = (bytes: number): number => Math.ceil((bytes / megabyte) * 10) / 10
