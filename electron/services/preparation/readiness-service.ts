import { ok, type Failure, type Result } from '../../../domain/result.ts'
import type { CardStatus } from '../../card/card-status.ts'
import type { Handlers } from '../../ipc/contract.ts'
import type { WizardsRepo } from '../../store/wizards.repo.ts'
import { boardOf } from './board.ts'
import type { KeptFacts } from './kept-facts.ts'
import { withoutToken, type MemberDesk } from './member-desk.ts'
import type { QualificationService } from './qualification-service.ts'
import type { Submissions } from './submissions.ts'

type Room = Handlers['readiness']

export interface ReadinessParts {
  readonly desk: MemberDesk
  readonly kept: KeptFacts
  readonly wizards: WizardsRepo
  readonly submissions: Submissions
  readonly qualification: Pick<QualificationService, 'fetch'>
  /** What lies in the readers. */
  readonly inReader: () => readonly CardStatus[]
  readonly now: () => number
}

/** How far the company is: one board for company and people. */
export class ReadinessService implements Room {
  readonly #parts: ReadinessParts

  constructor(parts: ReadinessParts) {
    this.#parts = parts
  }

  get: Room['get'] = async ({ refresh }) => {
    const { desk, kept, wizards, submissions, inReader, now } = this.#parts
    const asked = refresh && desk.session ? await this.#refresh() : ok({})
    const trouble: Failure | null = asked.ok ? null : asked.error
    const board = boardOf({
      board: kept.board(),
      qualification: kept.qualification()?.record,
      session: desk.session,
      wizards: wizards.list(),
      applications: [...submissions.list('qualification'), ...submissions.list('card')],
      inReader: inReader(),
      now: now(),
    })
    const told = trouble && { code: trouble.code, what: trouble.what, why: trouble.why, todo: trouble.todo }
    return ok({ ...board, trouble: told })
  }

  /** Asks the portal for everything that the board shows, and keeps it. */
  async #refresh(): Promise<Result<Record<string, never>>> {
    const { desk, kept, submissions, qualification, now } = this.#parts
    const cards = await desk.ask('cards', {})
    if (!cards.ok) return cards
    const bindings = await desk.ask('bindings', {})
    if (!bindings.ok) return bindings
    const filed = await qualification.fetch({})
    if (!filed.ok) return filed
    const applications = await submissions.refresh()
    if (!applications.ok) return applications
    const isAdministrator = desk.session?.role === 'administrator'
    const operators = isAdministrator ? await desk.ask('operators', {}) : ok({ items: [] })
    if (!operators.ok) return operators
    const { session } = desk
    if (!session) return ok({})
    kept.setBoard({
      asOf: new Date(now()).toISOString(),
      company: withoutToken(session),
      operators: operators.value.items,
      bindings: bindings.value.items,
      cards: cards.value.items,
    })
    return ok({})
  }
}
