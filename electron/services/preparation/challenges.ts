import { failure } from '../../../domain/failures/index.ts'
import type { ChallengePurpose } from '../../../domain/message/challenge-text.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { CardStatus } from '../../card/card-status.ts'
import type { Challenge } from '../../ipc/contract.ts'
import type { ChallengeCard, ChallengeService } from '../card-challenge.ts'

interface Given {
  readonly id: string
  readonly text: string
  readonly expiresAt: string
}

/** What the portal checks: the certificate and the signature over the challenge. */
export interface Proof {
  readonly challengeId: string
  readonly certificate: string
  readonly signature: string
}

interface Waiting {
  readonly purpose: ChallengePurpose
  readonly text: string
  readonly wanted: ChallengeCard
  readonly cardNo: string
}

/** Kept at once; older ones are forgotten. */
const most = 8

export interface ChallengesParts {
  readonly challenge: Pick<ChallengeService, 'sign' | 'cardFor'>
  /** Serial of the certificate of a card, hex; empty when it is not in a reader. */
  readonly serialOf: (cardNo: string) => string
}

/**
 * Challenges between their being shown and their being signed. The page names one by its id; what is signed and by which
 * card stays here, so that the page cannot have another text signed.
 */
export class Challenges {
  readonly #parts: ChallengesParts
  readonly #waiting = new Map<string, Waiting>()

  constructor(parts: ChallengesParts) {
    this.#parts = parts
  }

  /** The card that would sign. */
  card(wanted: ChallengeCard): Result<CardStatus> {
    return this.#parts.challenge.cardFor(wanted)
  }

  /** Keeps a challenge and shows it beside the card that would sign it. */
  show(purpose: ChallengePurpose, { id, text, expiresAt }: Given, wanted: ChallengeCard): Result<Challenge> {
    const card = this.card(wanted)
    if (!card.ok) return card
    const { cardNo, holder, company, copCode, kind, notBefore, notAfter, triesLeft } = card.value
    this.#waiting.set(id, { purpose, text, wanted, cardNo })
    const [oldest] = this.#waiting.keys()
    if (this.#waiting.size > most && oldest !== undefined) this.#waiting.delete(oldest)
    const serial = this.#parts.serialOf(cardNo)
    return ok({
      id,
      text,
      expiresAt,
      card: { cardNo, holder, company, copCode, kind, serial, notBefore, notAfter, triesLeft },
    })
  }

  /** Signs a challenge that was shown, once, with the card that was shown. */
  async sign(purpose: ChallengePurpose, id: string, pin: Uint8Array): Promise<Result<Proof>> {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (waiting?.purpose !== purpose) {
      pin.fill(0)
      return refuse(failure('challenge.badText', { purpose }))
    }
    const { text, wanted: card, cardNo } = waiting
    const signed = await this.#parts.challenge.sign({ purpose, text, card, cardNo, pin })
    if (!signed.ok) return signed
    const { certificate, signature } = signed.value
    return ok({ challengeId: id, certificate, signature })
  }
}
