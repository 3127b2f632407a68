import { failure } from '../../../domain/failures/index.ts'
import { refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { BackendPicture, Card, CardBackend, Place } from '../card.ts'
import { controlAddress } from './address.ts'
import { ControlLine } from './control-line.ts'
import { EportCard } from './eport-card.ts'

const place = '电子口岸控件'

export interface EportOptions {
  readonly host: string
  readonly port: number
  /** Longest wait for an answer. */
  readonly patience: number
  /** Between two looks for a card: the control tells no insertion. */
  readonly look: number
}

/** The fixed address; the product knows no other. */
export const usualControl: EportOptions = { ...controlAddress, patience: 15_000, look: 1000 }

/**
 * The control of the electronic port as a back end: one place, looked at every second, because it has no events.
 * While a card is open nobody looks, so that a signing is never disturbed.
 */
export class EportBackend implements CardBackend {
  readonly kind = 'eport'
  readonly #options: EportOptions
  #tell: ((picture: BackendPicture) => void) | undefined
  #line: ControlLine | undefined
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> | undefined
  #open = false
  #seen: { present: boolean; certificateNo: string; insertion: number } = {
    present: false,
    certificateNo: '',
    insertion: 0,
  }

  constructor(options: EportOptions = usualControl) {
    this.#options = options
  }

  start(tell: (picture: BackendPicture) => void): void {
    this.#tell = tell
    this.#lookNow()
  }

  async stop(): Promise<void> {
    this.#tell = undefined
    clearTimeout(this.#timer)
    this.#line?.end()
    await this.#looking
  }

  async open(): Promise<Result<Card>> {
    if (this.#open) return refuse(failure('card.busy'))
    this.#open = true
    await this.#looking
    const line = await this.#lineNow()
    const card = line.ok ? await EportCard.open(line.value) : line
    if (!card.ok) {
      this.#open = false
      return card
    }
    return { ok: true, value: this.#returning(card.value) }
  }

  /** The card, with a close that lets the looking go on. */
  #returning(card: Card): Card {
    return {
      info: card.info,
      triesLeft: () => card.triesLeft(),
      readCertificate: () => card.readCertificate(),
      verifyPin: (pin) => card.verifyPin(pin),
      sign: (request) => card.sign(request),
      changePin: (old, next) => card.changePin(old, next),
      close: async () => {
        await card.close()
        this.#open = false
      },
    }
  }

  async #lineNow(): Promise<Result<ControlLine>> {
    if (this.#line && !this.#line.closed) return { ok: true, value: this.#line }
    const { host, port, patience } = this.#options
    const opened = await ControlLine.open({ host, port, patience, onClose: () => this.#lost() })
    if (opened.ok) this.#line = opened.value
    return opened
  }

  /** A lost line may mean a lost card: whatever lies there next counts as a new insertion and is read anew. */
  #lost(): void {
    this.#line = undefined
    this.#seen = { ...this.#seen, present: false, certificateNo: '' }
  }

  #lookNow(): void {
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined
      if (this.#tell) this.#timer = setTimeout(() => this.#lookNow(), this.#options.look)
    })
  }

  async #look(): Promise<void> {
    if (this.#open) return
    const line = await this.#lineNow()
    const opened = line.ok ? await line.value.call('cus-sec_SpcInitEnvEx') : line
    if (!line.ok || !opened.ok) {
      if (!opened.ok) this.#notOpened(opened.error)
      return
    }
    const number = await line.value.call('cus-sec_SpcGetCertNo')
    await line.value.call('cus-sec_SpcClearEnv')
    if (number.ok) this.#show(true, number.value[0] ?? '')
  }

  /** No card is the usual case; a control that answers nonsense is no service. */
  #notOpened(error: Failure): void {
    if (error.code === 'card.controlAnswer' || error.code === 'card.controlMissing') this.#down(error)
    else this.#show(false, '')
  }

  #down(error: Failure): void {
    this.#tell?.({ service: false, failure: error })
  }

  #show(present: boolean, certificateNo: string): void {
    const same = this.#seen.present === present && this.#seen.certificateNo === certificateNo
    const insertion = this.#seen.insertion + (same ? 0 : 1)
    this.#seen = { present, certificateNo, insertion }
    const here: Place = { name: place, card: present ? 'present' : 'absent', insertion, atr: '' }
    this.#tell?.({ service: true, places: [here] })
  }
}
