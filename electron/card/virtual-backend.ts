import { toHex } from '../../domain/crypto/bytes.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { ApduChannel, ApduSource } from './apdu-channel.ts'
import type { BackendPicture } from './card.ts'

/** A practice card in this process. Who makes it is told from outside, so that this folder knows no sandbox. */
export interface VirtualCard {
  readonly atr: Uint8Array
  reset(): void
  transmit(command: Uint8Array): Promise<{ kind: 'answer'; bytes: Uint8Array } | { kind: 'mute' | 'gone' }>
}

interface Slot {
  readonly name: string
  card: VirtualCard | undefined
  insertion: number
  /** Ends what a mute card keeps waiting, when the card is pulled. */
  readonly waiting: Set<() => void>
}

/** Virtual readers of this process, into which practice puts its cards. */
export class VirtualReaders implements ApduSource {
  readonly #slots = new Map<string, Slot>()
  #tell: ((picture: BackendPicture) => void) | undefined

  constructor(names: readonly string[]) {
    for (const name of names) this.#slots.set(name, { name, card: undefined, insertion: 0, waiting: new Set() })
  }

  start(tell: (picture: BackendPicture) => void): void {
    this.#tell = tell
    this.#show()
  }

  stop(): Promise<void> {
    for (const { name } of this.#slots.values()) this.remove(name)
    this.#tell = undefined
    return Promise.resolve()
  }

  /** Puts a card into a reader; one that lies there is pulled first. */
  insert(name: string, card: VirtualCard): void {
    const slot = this.#slots.get(name)
    if (!slot) throw new Error(`no reader ${name}`)
    this.remove(name)
    slot.card = card
    slot.insertion++
    this.#show()
  }

  /** Pulls the card; a command that it has not answered fails now. */
  remove(name: string): void {
    const slot = this.#slots.get(name)
    if (!slot?.card) return
    slot.card.reset()
    slot.card = undefined
    slot.insertion++
    for (const end of slot.waiting) end()
    slot.waiting.clear()
    this.#show()
  }

  holds(name: string): boolean {
    return this.#slots.get(name)?.card !== undefined
  }

  #show(): void {
    const places = [...this.#slots.values()].map(({ name, card, insertion }) => ({
      name,
      card: card ? ('present' as const) : ('absent' as const),
      insertion,
      atr: card ? toHex(card.atr) : '',
    }))
    this.#tell?.({ service: true, places })
  }

  connect(name: string): Promise<Result<ApduChannel>> {
    const slot = this.#slots.get(name)
    const card = slot?.card
    if (!slot || !card) return Promise.resolve(refuse(failure('card.noCard')))
    const channel: ApduChannel = {
      byteProtocol: card.atr[1] !== undefined && (card.atr[1] & 0x80) === 0,
      transmit: (command) => this.#transmit(slot, card, command),
      close: () => {
        if (slot.card === card) card.reset()
        return Promise.resolve()
      },
    }
    return Promise.resolve(ok(channel))
  }

  async #transmit(slot: Slot, card: VirtualCard, command: Uint8Array): Promise<Result<Uint8Array>> {
    if (slot.card !== card) return refuse(failure('card.removed'))
    let pull: () => void = () => undefined
    const pulled = new Promise<'pulled'>((resolve) => {
      pull = () => resolve('pulled')
      slot.waiting.add(pull)
    })
    const answer = await Promise.race([card.transmit(command), pulled])
    if (answer === 'pulled') return refuse(failure('card.removed'))
    if (answer.kind === 'mute') {
      await pulled
      return refuse(failure('card.removed'))
    }
    slot.waiting.delete(pull)
    if (answer.kind === 'answer') return ok(answer.bytes)
    this.remove(slot.name)
    return refuse(failure('card.removed'))
  }
}
