import type { CardFailureCode } from '../../../domain/failures/card.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { BackendPicture, Card, CardBackend, Place } from '../card.ts'
import { patience as usualPatience, type Patience } from '../profiles/profile.ts'
import { controlAddress, reconnect } from './address.ts'
import { ControlLine } from './control-line.ts'
import { cardNumber, EportCard, type PlaceMemory } from './eport-card.ts'

const placeName = '电子口岸控件'

export interface EportOptions {
  readonly host: string
  readonly port: number
  readonly patience: Patience
  /** Between two looks for a card: the control tells no insertion. */
  readonly look: number
}

/** The fixed address; the product knows no other. */
export const usualControl: EportOptions = { ...controlAddress, patience: usualPatience, look: 1000 }

/** What a refusal to tell the card number means for the place; every other one is no service. */
const seenAs: Partial<Record<CardFailureCode, Place['card']>> = {
  'card.noCard': 'absent',
  'card.mute': 'mute',
  'card.lost': 'mute',
}

/**
 * The control of the electronic port as a back end: one place, looked at every second, because it has no events. Only
 * the card number is asked for, which opens nothing: pages of the Single Window may use the same control meanwhile.
 * While a card of ours is open nobody looks, so that a signing is never disturbed.
 */
export class EportBackend implements CardBackend {
  readonly kind = 'eport'
  readonly #options: EportOptions
  #tell: ((picture: BackendPicture) => void) | undefined
  #line: ControlLine | undefined
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> = Promise.resolve()
  #inUse = false
  /** Connections refused in a row. */
  #refusals = 0
  #cardNo = ''
  #insertion = 0
  #memory: PlaceMemory = { triesLeft: -1 }

  constructor(options: EportOptions = usualControl) {
    this.#options = options
  }

  start(tell: (picture: BackendPicture) => void): void {
    this.#tell = tell
    this.#lookOn()
  }

  async stop(): Promise<void> {
    this.#tell = undefined
    clearTimeout(this.#timer)
    this.#line?.end()
    await this.#looking
  }

  async open(): Promise<Result<Card>> {
    if (this.#inUse) return refuse(failure('card.busy'))
    this.#inUse = true
    const released = (): void => {
      this.#inUse = false
    }
    await this.#looking
    const line = await this.#connected()
    const card = line.ok ? await EportCard.open(line.value, this.#memory, released) : line
    if (!card.ok) released()
    return card
  }

  async #connected(): Promise<Result<ControlLine>> {
    if (this.#line && !this.#line.closed) return ok(this.#line)
    const { host, port, patience } = this.#options
    const opened = await ControlLine.open({ host, port, patience, onClose: () => this.#lost() })
    this.#refusals = opened.ok ? 0 : this.#refusals + 1
    if (opened.ok) this.#line = opened.value
    return opened
  }

  /** A lost line may mean a lost card: whatever lies there next counts as a new insertion and is read anew. */
  #lost(): void {
    this.#line = undefined
    this.#cardNo = ''
  }

  #lookOn(): void {
    this.#looking = this.#look().then(() => {
      const { look } = this.#options
      const trying = this.#refusals > 0 && this.#refusals <= reconnect.tries
      if (this.#tell) this.#timer = setTimeout(() => this.#lookOn(), trying ? Math.min(reconnect.every, look) : look)
    })
  }

  async #look(): Promise<void> {
    if (this.#inUse) return
    const line = await this.#connected()
    const number = line.ok ? await line.value.call({ method: 'cus-sec_SpcGetCardID' }) : line
    if (number.ok) this.#show('present', cardNumber(number.value))
    else this.#notSeen(number.error)
  }

  #notSeen(error: Failure): void {
    const card = seenAs[error.code as CardFailureCode]
    if (card) this.#show(card, '')
    else this.#tell?.({ service: false, failure: error })
  }

  #show(card: Place['card'], cardNo: string): void {
    if (cardNo !== this.#cardNo) {
      this.#insertion++
      this.#memory = { triesLeft: -1 }
    }
    this.#cardNo = cardNo
    this.#tell?.({ service: true, places: [{ name: placeName, card, insertion: this.#insertion, atr: '' }] })
  }
}
