import * as z from 'zod'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { authorOf, makers, type StepEvent } from '../../domain/states/review.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { DraftSummary } from '../store/draft-row.ts'
import type { DraftsRepo } from '../store/drafts.repo.ts'
import type { SettingsRepo } from '../store/settings.repo.ts'
import type { TeamRepo } from '../store/team.repo.ts'

type Team = Handlers['team']

export interface TeamParts {
  readonly repo: TeamRepo
  readonly drafts: Pick<DraftsRepo, 'summary' | 'move'>
  /** Names belong to the desk, the rule of four eyes to a site. */
  readonly desk: SettingsRepo
  readonly site: SettingsRepo
  /** Name of the clerk in the company profile: who it is until somebody says a name. */
  readonly clerk: () => string
  /** Finishes a draft: checked, files named, moved. */
  readonly finish: (id: string, rev: number) => Promise<Result<DraftSummary>>
  readonly transaction: <T>(work: () => Result<T>) => Result<T>
  readonly emitChanged: (id: string) => void
}

/** The people who share a desk: who sits there now, who made, who reviewed, who said what about a field. */
export class TeamService implements Team {
  readonly #parts: TeamParts
  /** Who is known to have made the last change, so that a save asks the disk only when the hand changes. */
  readonly #hand = new Map<string, string>()

  constructor(parts: TeamParts) {
    this.#parts = parts
  }

  get: Team['get'] = () => {
    const who = this.who()
    const people = this.#people()
    const all = who === '' || people.includes(who) ? people : [who, ...people]
    return settle(ok({ people: all, who, reviewRequired: this.reviewRequired() }))
  }

  save: Team['save'] = ({ people, who, reviewRequired }) => {
    const { desk, site } = this.#parts
    if (people !== undefined) desk.put('people', [...new Set(people)])
    if (who !== undefined) desk.put('who', who)
    if (reviewRequired !== undefined) site.put('reviewRequired', reviewRequired)
    return settle(ok({}))
  }

  about: Team['about'] = ({ id }) => {
    const steps = this.#parts.repo.steps(id)
    return settle(ok({ steps, comments: this.#parts.repo.comments(id), makers: [...makers(steps)] }))
  }

  step: Team['step'] = async ({ id, rev, event, note }) => {
    if (this.who() === '') return refuse(failure('team.noName'))
    if (event === 'make') return this.#parts.finish(id, rev)
    return this.#parts.transaction(() => this.#move(id, rev, event, note))
  }

  comment: Team['comment'] = ({ id, field, text }) => {
    const { drafts, repo, emitChanged } = this.#parts
    const rev = drafts.summary(id)?.rev
    if (rev === undefined) return settle(refuse(failure('store.gone')))
    if (this.who() === '') return settle(refuse(failure('team.noName')))
    repo.addComment(id, { path: field, text, who: this.who(), rev })
    emitChanged(id)
    return settle(ok({}))
  }

  resolve: Team['resolve'] = ({ id, commentId }) => {
    if (!this.#parts.repo.resolve(id, commentId, this.who())) return settle(refuse(failure('team.noComment')))
    this.#parts.emitChanged(id)
    return settle(ok({}))
  }

  /** Name of the person at the desk; empty when nobody ever said one. */
  who(): string {
    return this.#parts.desk.get('who', z.string()) ?? this.#parts.clerk()
  }

  /** Whether a declaration must be reviewed by another person before it is signed. */
  reviewRequired(): boolean {
    return this.#parts.site.get('reviewRequired', z.boolean()) ?? false
  }

  /** Notes a step of the person at the desk. */
  note(id: string, event: StepEvent, rev: number, note = ''): void {
    this.#hand.delete(id)
    this.#parts.repo.addStep(id, { event, who: this.who(), rev, note })
  }

  /** A revision was saved: noted when another hand than the last one wrote it. */
  edited(id: string, rev: number): void {
    const who = this.who()
    if (this.#hand.get(id) === who) return
    const last = this.#parts.repo.steps(id).at(-1)
    if (last?.event !== 'edit' || last.who !== who) this.note(id, 'edit', rev)
    this.#hand.set(id, who)
  }

  /** Whose text each revision is. */
  author(id: string): (rev: number) => string {
    const steps = this.#parts.repo.steps(id)
    return (rev) => authorOf(steps, rev)
  }

  #people(): string[] {
    return this.#parts.desk.get('people', z.array(z.string())) ?? []
  }

  #move(id: string, rev: number, event: 'askReview' | 'approve' | 'sendBack', note: string): Result<DraftSummary> {
    const { drafts, emitChanged } = this.#parts
    if (drafts.summary(id)?.rev !== rev) return refuse(failure('team.changed'))
    const refused = event === 'approve' ? this.#mayApprove(id) : undefined
    if (refused !== undefined) return refused
    const moved = drafts.move(id, event)
    if (!moved.ok) return moved
    this.note(id, event, rev, note)
    emitChanged(id)
    return moved
  }

  #mayApprove(id: string): Result<never> | undefined {
    const { repo } = this.#parts
    const who = this.who()
    if (makers(repo.steps(id)).has(who)) return refuse(failure('team.sameHand', { who }))
    const open = repo.comments(id).filter(({ resolvedAt }) => resolvedAt === '').length
    return open > 0 ? refuse(failure('team.openComments', { count: open })) : undefined
  }
}

const settle = <T>(result: Result<T>): Promise<Result<T>> => Promise.resolve(result)
