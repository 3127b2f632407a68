import { sameBytes } from '../../domain/crypto/bytes.ts'
import type { Certificate } from '../../domain/crypto/certificate.ts'
import { verifyChain } from '../../domain/crypto/verify-chain.ts'
import type { CardFailureCode } from '../../domain/failures/card.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import type { BackendPicture, Card, CardBackend } from './card.ts'
import { CardLine } from './card-line.ts'
import { bareStatus, type CardStatus } from './card-status.ts'
import { chooseLine, type Wanted } from './choose-line.ts'
import { moment, readIdentity, verdict } from './identity.ts'
import { isFactoryPin, isSameCard, mayPresent, pinResult } from './present-pin.ts'
import { signBatch, type BatchItem, type ItemOutcome } from './sign-batch.ts'
import type { LineEvent, LineState } from './state-machine.ts'

/** One reader with the DER of the certificate in it. */
export interface SeenCard {
  readonly status: CardStatus
  readonly certificate?: Uint8Array | undefined
}

/** The picture that main is told. */
export interface DeskView {
  readonly status: CardStatus
  /** One entry a reader. */
  readonly cards: readonly SeenCard[]
}

export interface DeskOptions {
  readonly backend: CardBackend
  /** Card authorities that are trusted. */
  readonly roots: readonly Certificate[]
  readonly tell: (view: DeskView) => void
  readonly now?: () => number
}

export interface SignJob {
  readonly cardNo: string
  /** Zeroed here, whatever happens. */
  readonly pin: Uint8Array
  readonly items: readonly BatchItem[]
  readonly tell: (outcome: ItemOutcome) => void
  readonly cancelled: () => boolean
}

/** First and longest pause before a busy or broken card is read again. */
const [firstPause, longestPause] = [300, 2000]
const mostAttempts = 6

/** What a failure to open or read means to the line. */
function eventOf(code: string): LineEvent {
  const known: Partial<Record<CardFailureCode, LineEvent>> = {
    'card.unknownCard': 'foreign',
    'card.busy': 'heldElsewhere',
    'card.mute': 'silent',
    'card.certificateBad': 'readBad',
    'card.noCertificate': 'readBad',
  }
  return known[code as CardFailureCode] ?? 'broken'
}

type PinWork = (card: Card, certificate: Certificate, line: CardLine) => Promise<Result<void>>

/** Why a known card cannot work now. */
function notReady(state: LineState, { notBefore, notAfter }: Certificate): Failure {
  switch (state) {
    case 'certificateExpired':
      return failure('card.certificateExpired', { day: notAfter.slice(0, 10) })
    case 'certificateNotYet':
      return failure('card.certificateNotYet', { day: notBefore.slice(0, 10) })
    case 'blocked':
      return failure('card.blocked')
    case 'mute':
      return failure('card.mute')
    case 'reading':
    case 'busy':
      return failure('card.busy')
    default:
      return failure('card.certificateBad')
  }
}

/** All readers of one back end: follows the pictures, reads who came, signs when asked. Lives in the card process. */
export class CardDesk {
  readonly #options: DeskOptions
  readonly #lines = new Map<string, CardLine>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #down: Failure | undefined
  #wanted: Wanted = { cardNo: '', holder: '' }
  #working = false
  #stopped = false

  constructor(options: DeskOptions) {
    this.#options = options
  }

  start(): void {
    this.#options.backend.start((picture) => this.#take(picture))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const timer of this.#timers) clearTimeout(timer)
    await this.#options.backend.stop()
  }

  want(wanted: Wanted): void {
    this.#wanted = wanted
    this.#show()
  }

  /** The clerk's button: looks again at every card that does not work. */
  refresh(): void {
    for (const line of this.#lines.values()) if (line.state !== 'ready') this.#apply(line, 'retry')
    this.#show()
  }

  #now(): number {
    return (this.#options.now ?? Date.now)()
  }

  #take(picture: BackendPicture): void {
    const places = picture.service ? picture.places : []
    this.#down = picture.service ? undefined : picture.failure
    for (const [name, line] of this.#lines)
      if (!places.some((place) => place.name === name)) {
        line.on('removed')
        line.insertion = -1
        this.#lines.delete(name)
      }
    for (const place of places) {
      const line = this.#lines.get(place.name) ?? new CardLine(place.name)
      this.#lines.set(place.name, line)
      const event = line.eventOf(place)
      if (event) this.#apply(line, event)
    }
    this.#show()
  }

  #apply(line: CardLine, event: LineEvent): void {
    if (line.on(event) === 'read') void this.#read(line, line.insertion)
  }

  /** Reads who is there. A card that changed meanwhile is not touched: its own reading is under way. */
  async #read(line: CardLine, insertion: number): Promise<void> {
    this.#show()
    const opened = await this.#options.backend.open(line.place)
    const identity = opened.ok ? await readIdentity(opened.value) : opened
    if (opened.ok) await opened.value.close()
    if (line.insertion !== insertion || line.state !== 'reading') return
    line.identity = identity.ok ? identity.value : undefined
    line.failure = identity.ok ? undefined : identity.error
    this.#apply(
      line,
      identity.ok ? verdict(identity.value, this.#options.roots, this.#now()) : eventOf(identity.error.code),
    )
    if (line.is('busy')) this.#later(line, insertion)
    this.#show()
  }

  /** A card that another program holds is waited for; one that fails is tried some times and then left to the clerk. */
  #later(line: CardLine, insertion: number): void {
    const held = line.failure?.code === 'card.busy'
    if (this.#stopped || (!held && line.attempts >= mostAttempts)) return
    const pause = Math.min(longestPause, firstPause * 2 ** line.attempts++)
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (line.insertion === insertion && line.is('busy')) this.#apply(line, 'retry')
    }, pause)
    this.#timers.add(timer)
  }

  #show(): void {
    if (this.#stopped) return
    const { backend, roots } = this.#options
    const around = { backend: backend.kind, trusting: roots.length > 0 }
    const cards = [...this.#lines.values()].map((line) => ({
      status: line.status(around, this.#now()),
      certificate: line.identity?.certificate.der,
    }))
    const chosen = chooseLine(
      cards.map((card) => card.status),
      this.#wanted,
    )
    const because = this.#down ? `${this.#down.what}：${this.#down.todo}` : ''
    const status = this.#down ? bareStatus('noService', around, because) : (chosen ?? bareStatus('noReader', around))
    this.#options.tell({ status, cards })
  }

  /** The ready line of a card number with its certificate, or why there is none. */
  #lineFor(cardNo: string): Result<{ line: CardLine; certificate: Certificate }> {
    if (this.#working) return refuse(failure('card.working'))
    if (this.#down) return refuse(this.#down)
    const found = [...this.#lines.values()].flatMap((line) => {
      const certificate = line.identity?.certificate
      return certificate && cardNo !== '' && certificate.card.cardNo === cardNo ? [{ line, certificate }] : []
    })
    const one = found.find(({ line }) => line.is('ready')) ?? found[0]
    if (one) return one.line.is('ready') ? ok(one) : refuse(notReady(one.line.state, one.certificate))
    return refuse(failure(this.#lines.size === 0 ? 'card.noReader' : 'card.noCard'))
  }

  /**
   * Work that presents one PIN: opens the card that the clerk saw, makes sure of it, presents, works, closes. The
   * line is read anew at the end, so that the tries shown are the card's own.
   */
  async #withPin(cardNo: string, pins: readonly Uint8Array[], work: PinWork): Promise<Result<void>> {
    const found = this.#lineFor(cardNo)
    if (!found.ok) return found
    const { line, certificate } = found.value
    // The desk runs for days: a certificate that was good this morning may have ended since.
    const trust = verifyChain(certificate, [], this.#options.roots, moment(this.#now()))
    if (trust !== 'ok') {
      this.#apply(line, 'retry')
      return refuse(notReady(trust === 'notYet' ? 'certificateNotYet' : 'certificateExpired', certificate))
    }
    const { insertion } = line
    this.#working = true
    this.#apply(line, 'asked')
    this.#show()
    const opened = await this.#options.backend.open(line.place)
    const same = opened.ok ? await isSameCard(opened.value, certificate.der) : opened
    const may = opened.ok && same.ok ? await mayPresent(opened.value, ...pins) : same
    const result = opened.ok && may.ok ? await work(opened.value, certificate, line) : may
    if (opened.ok) await opened.value.close()
    this.#working = false
    // A card that was pulled has a reading of its own; only the same insertion goes on here.
    if (line.insertion === insertion)
      this.#apply(line, !result.ok && result.error.code === 'card.mute' ? 'silent' : 'finished')
    this.#show()
    return result
  }

  /** One PIN, one batch. The PIN is zeroed before the first signature. */
  async sign({ cardNo, pin, items, tell, cancelled }: SignJob): Promise<Result<void>> {
    const result = await this.#withPin(cardNo, [pin], async (card, certificate, line) => {
      const factory = isFactoryPin(pin)
      const given = pinResult(await card.verifyPin(pin))
      pin.fill(0)
      if (!given.ok) return given
      line.factoryPin = factory
      this.#apply(line, 'pinRight')
      const stop = await signBatch(card, certificate, items, tell, cancelled)
      return stop ? refuse(stop) : ok(undefined)
    })
    pin.fill(0)
    return result
  }

  /** One presentation of the old PIN. */
  async changePin(cardNo: string, old: Uint8Array, next: Uint8Array): Promise<Result<void>> {
    const weak = sameBytes(old, next) || isFactoryPin(next)
    const result = weak
      ? refuse(failure('card.samePin'))
      : await this.#withPin(cardNo, [old, next], async (card, _, line) => {
          const changed = pinResult(await card.changePin(old, next))
          if (changed.ok) line.factoryPin = false
          return changed
        })
    old.fill(0)
    next.fill(0)
    return result
  }
}
