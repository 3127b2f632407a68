import type { Certificate, DistinguishedName } from '../../domain/crypto/certificate.ts'
import type { CardFailureCode } from '../../domain/failures/card.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import type { CardState } from '../../domain/states/card.ts'
import type { CardClient } from '../card/card-client.ts'
import type { CardStatus } from '../card/card-status.ts'
import { foundLibraries } from '../card/skf/find-library.ts'
import type { Handlers } from '../ipc/contract.ts'

export interface CardParts {
  readonly client: Pick<
    CardClient,
    'status' | 'cards' | 'certificate' | 'roots' | 'refresh' | 'want' | 'onChange' | 'changePin' | 'boot' | 'shutdown'
  >
  /** Operator of the settings: the line shows this card where several lie in the readers. */
  readonly operator: () => { readonly cardNo: string; readonly holder: string }
  /** Starts the control of the electronic port; `false` where this system has no such program. */
  readonly startControl: () => Promise<boolean>
  /** Told after a card took another PIN. */
  readonly onPinChanged?: (cardNo: string) => void
}

type Room = Handlers['card']

/** Why the certificate of a card in this state cannot be used. */
const against: Partial<Record<CardState, CardFailureCode>> = {
  certificateBad: 'card.certificateBad',
  certificateExpired: 'card.certificateExpired',
  certificateNotYet: 'card.certificateNotYet',
  blocked: 'card.blocked',
}

/** The card line for the page: what it says, whose card it shows, and what its button does. */
export class CardService {
  readonly #parts: CardParts

  constructor(parts: CardParts) {
    this.#parts = parts
  }

  async boot(): Promise<void> {
    await this.#parts.client.boot()
    this.follow()
  }

  shutdown(): Promise<void> {
    return this.#parts.client.shutdown()
  }

  /** Shows the card of the operator who stands in the settings now. */
  follow(): void {
    const { cardNo, holder } = this.#parts.operator()
    if (cardNo !== '' || holder !== '') this.#parts.client.want(cardNo, holder)
  }

  /** The room of the bridge. */
  handlers(): Room {
    const { client, startControl } = this.#parts
    const status = (): Promise<Result<CardStatus>> => Promise.resolve(ok(client.status()))
    return {
      status,
      refresh: () => {
        client.refresh()
        return status()
      },
      list: () => Promise.resolve(ok({ cards: [...client.cards()] })),
      choose: ({ cardNo }) => this.#choose(cardNo),
      certificate: () => Promise.resolve(this.#certificate()),
      libraries: () => Promise.resolve(ok({ libraries: foundLibraries() })),
      startControl: async () => ok({ started: await startControl() }),
      changePin: async ({ old, next, cardNo }) => {
        const changed = await client.changePin(old, next, cardNo)
        if (!changed.ok) return changed
        this.#parts.onPinChanged?.(cardNo)
        return status()
      },
    }
  }

  /** The chosen card is shown when this returns: the card process answers at once, or not at all. */
  async #choose(cardNo: string): Promise<Result<CardStatus>> {
    const { client } = this.#parts
    if (!client.cards().some((card) => card.cardNo === cardNo && cardNo !== '')) return refuse(failure('card.noCard'))
    const shown = new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(late)
        stop()
        resolve()
      }
      const stop = client.onChange((status) => status.cardNo === cardNo && done())
      const late = setTimeout(done, 2000)
      if (client.status().cardNo === cardNo) done()
    })
    client.want(cardNo, '')
    await shown
    return ok(client.status())
  }

  #certificate() {
    const { client } = this.#parts
    const certificate = client.certificate()
    if (!certificate) return refuse(failure('card.noCertificate'))
    return ok(viewOf(certificate, this.#reason(client.status())))
  }

  #reason({ state, notBefore, notAfter }: CardStatus): Failure | undefined {
    const code = against[state]
    if (code === undefined) return undefined
    if (code === 'card.certificateBad' && this.#parts.client.roots().length === 0) return failure('signing.noTrust')
    return failure(code, { day: (state === 'certificateNotYet' ? notBefore : notAfter).slice(0, 10) })
  }
}

const named = (names: DistinguishedName): string =>
  Object.entries(names)
    .map(([name, value = '']) => `${name}=${value}`)
    .join(', ')
    .slice(0, 500)

const viewOf = (
  { card, subject, issuer, serialHex, notBefore, notAfter, algorithm }: Certificate,
  reason?: Failure,
) => ({
  holder: subject.CN ?? '',
  company: card.enterprise || (subject.OU ?? ''),
  cardNo: card.cardNo,
  copCode: card.copCode,
  issuer: named(issuer),
  serial: serialHex,
  notBefore,
  notAfter,
  algorithm,
  why: reason?.why ?? '',
  todo: reason?.todo ?? '',
})
