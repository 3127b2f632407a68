import { ok } from '../../../domain/result.ts'
import type { Handlers } from '../../ipc/contract.ts'
import type { Challenges } from './challenges.ts'
import type { MemberDesk } from './member-desk.ts'

type Room = Handlers['binding']

export interface BindingParts {
  readonly desk: MemberDesk
  readonly challenges: Challenges
  readonly emitChanged: () => void
}

/** Binds cards to users, each by a signature of the card itself. */
export class BindingService implements Room {
  readonly #parts: BindingParts

  constructor(parts: BindingParts) {
    this.#parts = parts
  }

  list: Room['list'] = async () => {
    const answer = await this.#parts.desk.ask('bindings', {})
    return answer.ok ? ok(answer.value.items) : answer
  }

  challenge: Room['challenge'] = async ({ userName }) => {
    const { desk, challenges } = this.#parts
    const card = challenges.card('either')
    if (!card.ok) return card
    const given = await desk.ask('bindChallenge', { userName, cardNo: card.value.cardNo })
    return given.ok ? challenges.show('bind', given.value, 'either') : given
  }

  bind: Room['bind'] = async ({ challengeId, pin, reason = '' }) => {
    const proof = await this.#parts.challenges.sign('bind', challengeId, pin)
    if (!proof.ok) return proof
    const bound = await this.#parts.desk.ask('bind', { ...proof.value, reason })
    this.#parts.emitChanged()
    return bound.ok ? ok(bound.value.items) : bound
  }

  unbind: Room['unbind'] = async (input) => {
    const ended = await this.#parts.desk.ask('unbind', input)
    this.#parts.emitChanged()
    return ended.ok ? ok(ended.value.items) : ended
  }
}
