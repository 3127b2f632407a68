import { failure } from '../../../domain/failures/index.ts'
import type { StepText } from '../../../domain/fields/step-text.ts'
import { memberCalls, type HeldApplication } from '../../../domain/portal/members.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Application } from '../../ipc/contract.ts'
import type { Log } from '../../log/log.ts'
import type { SubmissionRow, SubmissionsRepo } from '../../store/submissions.repo.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { WizardFilesRepo } from '../../store/wizard-files.repo.ts'
import type { WizardsRepo } from '../../store/wizards.repo.ts'
import { backOff } from '../back-off.ts'
import type { Timers } from '../timers.ts'
import type { MemberDesk } from './member-desk.ts'
import { PaperSender, type PapersOutcome } from './paper-sender.ts'

type Subject = SubmissionRow['subject']
type HeldUp = Extract<PapersOutcome, { failure: unknown }>
type Problems = readonly { path: string; text: string }[]
export interface HandedIn {
  readonly problems: { path: string; text: string }[]
  readonly application: Application | null
}

export interface SubmissionsParts {
  readonly submissions: SubmissionsRepo
  readonly wizards: WizardsRepo
  readonly files: WizardFilesRepo
  readonly desk: MemberDesk
  readonly transaction: Transaction
  readonly timers: Timers
  readonly log: Log
  readonly random: () => number
  readonly emitChanged: () => void
  /** Main's save dialog; `false` when it was closed. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
}

/** How often what lies with the authority is looked after, ms. */
const lookAfter = 3000
const wizardKinds = { qualification: 'qualification', card: 'cardMedia' } as const

/**
 * Applications on their way: oldest first, one at a time, each done once under its key. Without a line or without a
 * login they wait; what may have arrived is asked about before it is sent again, as in the outbox of the declarations.
 */
export class Submissions {
  readonly name = 'submissions'
  readonly #parts: SubmissionsParts
  #run: Promise<void> | undefined
  #stopped = true
  /** Woken while it worked: what it looked at first may have changed. */
  #again = false
  #failures = 0
  #cancel: () => void = () => undefined
  readonly #papers: PaperSender
  /** What was wrong with a handing-in that was refused at once, by draft. */
  readonly #problems = new Map<string, Problems>()

  constructor(parts: SubmissionsParts) {
    this.#parts = parts
    this.#papers = new PaperSender(parts)
  }

  boot(): void {
    this.#stopped = false
    this.wake()
  }

  async shutdown(): Promise<void> {
    this.#stopped = true
    this.#cancel()
    while (this.#run) await this.#run
  }

  /** Something is to be sent, the line is back, or somebody logged in. */
  wake(): void {
    if (this.#stopped) return
    this.#cancel()
    this.#again = this.#run !== undefined
    this.#run ??= this.#drain()
      .catch((cause: unknown) => {
        this.#failures++
        this.#parts.log.error('submissions.failed', cause)
      })
      .finally(() => {
        this.#run = undefined
        if (this.#again) this.wake()
        else this.#plan()
      })
  }

  /** Hands a draft in and waits for the first try. Refuses `wizards.stale` when the page has an older state. */
  async submit(subject: Subject, draftId: string, rev: number): Promise<Result<HandedIn>> {
    const { wizards, transaction } = this.#parts
    const draft = wizards.load(draftId)
    if (!draft.ok) return draft
    const { kind, state, text, rev: current } = draft.value
    if (kind !== wizardKinds[subject] || !['editing', 'ready', 'refused'].includes(state))
      return refuse(failure('wizards.notEditable'))
    if (current !== rev) return refuse(failure('wizards.stale', { base: rev, current }))
    this.#problems.delete(draftId)
    transaction(() => {
      this.#queue(subject, draftId, text)
      wizards.mark(draftId, 'waiting', '等待发送')
    })
    this.#parts.emitChanged()
    this.wake()
    while (this.#run) await this.#run
    const problems = this.#problems.get(draftId) ?? []
    const row = this.#parts.submissions.list().find((one) => one.wizardId === draftId)
    return ok({ problems: [...problems], application: row && problems.length === 0 ? applicationOf(row) : null })
  }

  /** Takes one back that surely was not sent. */
  withdraw(draftId: string): Result<Record<string, never>> {
    const { submissions, wizards, transaction } = this.#parts
    const row = submissions.open().find((one) => one.wizardId === draftId)
    if (row?.state !== 'pending') return refuse(failure('wizards.notWaiting'))
    transaction(() => {
      submissions.move(row.id, 'withdrawn')
      wizards.mark(draftId, 'editing')
    })
    this.#parts.emitChanged()
    return ok({})
  }

  /** As last known. */
  list(subject: Subject): Application[] {
    return this.#parts.submissions.list().flatMap((row) => (row.subject === subject ? [applicationOf(row)] : []))
  }

  /** Asks the portal how the applications stand. */
  async refresh(): Promise<Result<Record<string, never>>> {
    const answer = await this.#parts.desk.ask('applications', {})
    if (!answer.ok) return answer
    let changed = false
    for (const held of answer.value.items) changed = this.#take(held) || changed
    if (changed) this.#parts.emitChanged()
    return ok({})
  }

  /** Saves a paper as the authority has it. Refuses `application.noPaper` for one that was not handed in. */
  async savePaper(draftId: string, sha256: string): Promise<Result<{ saved: boolean }>> {
    const row = this.#parts.submissions.list().find((one) => one.wizardId === draftId)
    const paper = row?.held?.papers.find((one) => one.sha256 === sha256)
    if (!row || !paper) return refuse(failure('application.noPaper'))
    const bytes = await this.#papers.readBack(row.key, sha256)
    if (!bytes.ok) return bytes
    const saved = await this.#parts.saveFile(paper.name, bytes.value)
    return saved.ok ? ok({ saved: saved.value }) : saved
  }

  /** Practice began anew: what was handed in is a draft again. */
  forget(): void {
    const { submissions, wizards, transaction } = this.#parts
    transaction(() => {
      for (const { wizardId } of submissions.list()) wizards.mark(wizardId, 'editing')
      submissions.clear()
    })
  }

  #queue(subject: Subject, wizardId: string, text: StepText): void {
    const papers = this.#parts.files
      .list(wizardId)
      .map(({ kind, name, sha256, bytes }) => ({ kind, name, sha256, bytes }))
    const part = (section: string): Record<string, string> => {
      const found = text[section]
      return found === undefined || Array.isArray(found) ? {} : found
    }
    const kind = subject === 'card' ? part('card')['service'] : part('application')['kind']
    const title = subject === 'card' ? part('card')['holder'] : part('basic')['name']
    const body = JSON.stringify({ subject, text, papers })
    this.#parts.submissions.add({ wizardId, subject, kind: kind ?? '', title: title ?? '', body })
  }

  async #drain(): Promise<void> {
    let works = true
    for (const row of this.#parts.submissions.open()) {
      if (this.#stopped) return
      // One that the portal cannot answer about does not hold up the others.
      works = (await this.#step(row)) && works
    }
    this.#failures = works ? 0 : this.#failures + 1
    if (this.#parts.desk.session && this.#waitsForAuthority()) await this.refresh()
  }

  /** One step of one application. @returns whether the line works */
  async #step(row: SubmissionRow): Promise<boolean> {
    if (!this.#parts.desk.session) return this.#wait(row, failure('account.noSession').todo)
    if (row.state === 'pending') return await this.#send(row)
    const asked = await this.#parts.desk.ask('askApplication', { key: row.key })
    if (!asked.ok) return this.#wait(row, asked.error.why)
    const [held] = asked.value.items
    if (held) this.#take(held)
    else this.#parts.submissions.move(row.id, 'pending', '已查询：平台没有收到，将再次发送')
    if (!held) return await this.#send({ ...row, state: 'pending' })
    this.#parts.emitChanged()
    return true
  }

  async #send(row: SubmissionRow): Promise<boolean> {
    const { submissions, desk } = this.#parts
    const body = memberCalls.apply.body.parse(JSON.parse(submissions.body(row.id)))
    const papers = await this.#papers.send(row.wizardId, body.papers, (text) => this.#say(row, text))
    // Sending papers takes time: it may have been taken back meanwhile.
    if (papers.kind === 'stopped' || !this.#mayGoOn(row)) return true
    if ('failure' in papers) return this.#papersHeldUp(row, papers)
    submissions.move(row.id, 'sending')
    const outcome = await desk.call('apply', body, row.key)
    if (outcome.kind === 'done') this.#take(outcome.value)
    else if (outcome.kind === 'refused' && outcome.failure.code !== 'account.noSession')
      this.#refuse(row, outcome.problems.length > 0 ? outcome.problems : [{ path: '', text: outcome.failure.why }])
    else
      this.#wait({ ...row, state: 'sending' }, outcome.failure.why, outcome.kind === 'unknown' ? 'unknown' : 'pending')
    this.#parts.emitChanged()
    return outcome.kind === 'done' || outcome.kind === 'refused'
  }

  #mayGoOn({ id: wanted }: SubmissionRow): boolean {
    return !this.#stopped && this.#parts.submissions.open().find(({ id }) => id === wanted)?.state === 'pending'
  }

  /** What the clerk reads while it works. @returns whether it may go on */
  #say(row: SubmissionRow, text: string): boolean {
    if (!this.#mayGoOn(row)) return false
    this.#parts.submissions.move(row.id, 'pending', text)
    this.#parts.wizards.mark(row.wizardId, 'waiting', text)
    this.#parts.emitChanged()
    return true
  }

  #papersHeldUp(row: SubmissionRow, { kind, failure: { what, why, todo }, name }: HeldUp): boolean {
    if (kind === 'later') {
      this.#say(row, name === '' ? why : `材料“${name}”还没有送到：${why}`)
      return false
    }
    this.#refuse(row, [{ path: '', text: `材料“${name}”：${what}。${why}。${todo}` }])
    this.#parts.emitChanged()
    return true
  }

  #refuse(row: SubmissionRow, problems: Problems): void {
    const { submissions, wizards, transaction } = this.#parts
    const reason = problems
      .map(({ text }) => text)
      .join('；')
      .slice(0, 2000)
    transaction(() => {
      this.#problems.set(row.wizardId, problems)
      submissions.move(row.id, 'refused', reason)
      wizards.mark(row.wizardId, 'refused', reason)
    })
  }

  #wait(row: SubmissionRow, reason: string, state = row.state === 'sending' ? 'unknown' : row.state): boolean {
    if (state !== row.state || reason !== row.reason) {
      this.#parts.submissions.move(row.id, state, reason)
      this.#parts.wizards.mark(row.wizardId, 'waiting', reason)
      this.#parts.emitChanged()
    }
    return false
  }

  /** What the portal says of an application. @returns whether that was new */
  #take(held: HeldApplication): boolean {
    const { submissions, wizards, transaction } = this.#parts
    const row = submissions.list().find(({ key }) => key === held.key)
    const isSame = row?.held?.state === held.state && row.held.reason === held.reason
    if (!row || isSame) return false
    transaction(() => {
      submissions.move(row.id, 'accepted', held.reason)
      submissions.setHeld(held)
      const states = { received: 'sent', reviewing: 'sent', refused: 'refused', filed: 'done' } as const
      wizards.mark(row.wizardId, states[held.state], held.reason)
    })
    return true
  }

  #waitsForAuthority(): boolean {
    return this.#parts.submissions.list().some(({ held }) => held?.state === 'received' || held?.state === 'reviewing')
  }

  #plan(): void {
    if (this.#stopped) return
    const waiting = this.#parts.submissions.open().length > 0
    if (waiting && this.#parts.desk.session) this.#after(backOff(Math.max(this.#failures, 1), this.#parts.random()))
    else if (this.#parts.desk.session && this.#waitsForAuthority()) this.#after(lookAfter)
  }

  #after(wait: number): void {
    this.#cancel = this.#parts.timers.after(wait, () => this.wake())
  }
}

const stateOf = ({ state, held }: SubmissionRow): Application['state'] => {
  if (held) return held.state
  if (state === 'refused') return 'refused'
  return state === 'unknown' || state === 'sending' ? 'unknown' : 'waiting'
}

const applicationOf = (row: SubmissionRow): Application => ({
  id: row.key,
  draftId: row.wizardId,
  subject: row.subject,
  kind: row.kind,
  title: row.held?.title ?? row.title,
  state: stateOf(row),
  reason: row.held?.reason ?? row.reason,
  number: row.held?.number ?? '',
  submittedAt: new Date(row.createdAt).toISOString(),
  updatedAt: row.held?.updatedAt ?? new Date(row.changedAt).toISOString(),
  papers: row.held?.papers ?? [],
})
