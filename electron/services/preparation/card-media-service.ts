import { remaining } from '../../../domain/preparation/renewal.ts'
import type { MemberAnswer } from '../../../domain/portal/members.ts'
import { ok } from '../../../domain/result.ts'
import type { Handlers, IssuedCard } from '../../ipc/contract.ts'
import { localDay } from '../local-day.ts'
import type { Challenges } from './challenges.ts'
import type { KeptFacts } from './kept-facts.ts'
import type { MemberDesk } from './member-desk.ts'
import type { Submissions } from './submissions.ts'

type Room = Handlers['cardMedia']
type PortalCard = MemberAnswer<'cards'>['items'][number]

export interface CardMediaParts {
  readonly desk: MemberDesk
  readonly kept: KeptFacts
  readonly challenges: Challenges
  readonly submissions: Submissions
  readonly now: () => number
  readonly emitChanged: () => void
}

/** The warning that is due for something that ends on a day. */
export function renewalOf(notAfter: string, today: string): Pick<IssuedCard, 'daysLeft' | 'renewal'> {
  const left = remaining(notAfter, today)
  if (!left) return { daysLeft: 0, renewal: 'none' }
  const { days: daysLeft, warning } = left
  if (warning === undefined) return { daysLeft, renewal: 'none' }
  return { daysLeft, renewal: warning === 'expired' ? 'over' : `in${warning}` }
}

/** Applications for cards, the cards of the company, and what its legal-person card lets them do. */
export class CardMediaService implements Room {
  readonly #parts: CardMediaParts

  constructor(parts: CardMediaParts) {
    this.#parts = parts
  }

  submit: Room['submit'] = ({ draftId, rev }) => this.#parts.submissions.submit('card', draftId, rev)
  paper: Room['paper'] = ({ draftId, sha256 }) => this.#parts.submissions.savePaper(draftId, sha256)
  withdraw: Room['withdraw'] = ({ draftId }) => Promise.resolve(this.#parts.submissions.withdraw(draftId))
  list: Room['list'] = () => Promise.resolve(ok(this.#parts.submissions.list('card')))

  refresh: Room['refresh'] = async () => {
    const asked = await this.#parts.submissions.refresh()
    return asked.ok ? this.list({}) : asked
  }

  cards: Room['cards'] = async () => {
    const { desk, kept } = this.#parts
    const answer = await desk.ask('cards', {})
    if (answer.ok) return ok(this.#shown(answer.value.items))
    const board = kept.board()
    return board ? ok(this.#shown(board.cards)) : answer
  }

  grantChallenge: Room['grantChallenge'] = async (input) => {
    const given = await this.#parts.desk.ask('grantChallenge', input)
    return given.ok ? this.#parts.challenges.show('grant', given.value, 'legal') : given
  }

  grant: Room['grant'] = async ({ challengeId, pin }) => {
    const proof = await this.#parts.challenges.sign('grant', challengeId, pin)
    if (!proof.ok) return proof
    const granted = await this.#parts.desk.ask('grant', proof.value)
    this.#parts.emitChanged()
    return granted.ok ? ok(this.#shown(granted.value.items)) : granted
  }

  #shown(cards: readonly PortalCard[]): IssuedCard[] {
    const today = localDay(this.#parts.now())
    return cards.map((card) => ({ ...card, ...renewalOf(card.notAfter, today) }))
  }
}
