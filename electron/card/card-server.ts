import { readCertificate, type Certificate } from '../../domain/crypto/certificate.ts'
import type { Result } from '../../domain/result.ts'
import type { Parent } from '../process/parent.ts'
import { CardDesk, type DeskView } from './card-desk.ts'
import type { CardBackend } from './card.ts'
import { requestSchema, type CardReply, type CardRequest } from './protocol.ts'

/** What practice may do with its card. */
export type PracticeOrder = Omit<Extract<CardRequest, { type: 'practice' }>, 'type'>

export interface CardServerOptions {
  readonly parent: Parent
  readonly backend: CardBackend
  /** PEM of the card authorities that are trusted. */
  readonly roots: readonly string[]
  readonly practice?: (order: PracticeOrder) => void
  readonly exit: () => void
}

const isCertificate = (one: Certificate | undefined): one is Certificate => one !== undefined

/** The card process behind its messages: parses each, hands it to the desk, answers. */
export class CardServer {
  readonly #options: CardServerOptions
  readonly #desk: CardDesk
  /** Jobs under way, and whether each was cancelled. */
  readonly #jobs = new Map<string, boolean>()
  #last = ''

  constructor(options: CardServerOptions) {
    this.#options = options
    const roots = options.roots.map((pem) => readCertificate(pem)).filter(isCertificate)
    this.#desk = new CardDesk({
      backend: options.backend,
      roots,
      tell: (view) => this.#show(view),
    })
  }

  start(): void {
    this.#options.parent.onMessage((message) => {
      const request = requestSchema.safeParse(message)
      // Only main can post here; what it does not speak is a bug of ours, not of the clerk's.
      if (!request.success) throw new Error(`message of an unknown form: ${request.error.issues[0]?.path.join('.')}`)
      this.#serve(request.data)
    })
    this.#post({ type: 'hello', roots: [...this.#options.roots] })
    this.#desk.start()
  }

  /** A picture that says nothing new is not sent. */
  #show({ status, cards }: DeskView): void {
    const key = JSON.stringify([status, cards])
    if (key === this.#last) return
    this.#last = key
    this.#post({ type: 'view', status, cards: [...cards] })
  }

  #post(reply: CardReply): void {
    this.#options.parent.post(reply)
  }

  #serve(request: CardRequest): void {
    switch (request.type) {
      case 'want':
        return this.#desk.want(request)
      case 'refresh':
        return this.#desk.refresh()
      case 'sign':
        return this.#finish(request.job, this.#sign(request))
      case 'cancel':
        if (this.#jobs.has(request.job)) this.#jobs.set(request.job, true)
        return
      case 'changePin':
        return this.#finish(request.job, this.#desk.changePin(request.cardNo, request.old, request.next))
      case 'practice':
        return this.#options.practice?.(request)
      case 'ping':
        return this.#post({ type: 'pong', number: request.number })
      case 'stop':
        return void this.#desk.stop().finally(this.#options.exit)
    }
  }

  #sign({ job, cardNo, pin, items }: Extract<CardRequest, { type: 'sign' }>): Promise<Result<void>> {
    this.#jobs.set(job, false)
    return this.#desk.sign({
      cardNo,
      pin,
      items,
      tell: (item) => this.#post({ type: 'item', job, item }),
      cancelled: () => this.#jobs.get(job) === true,
    })
  }

  #finish(job: string, work: Promise<Result<void>>): void {
    void work.then((result) => {
      this.#jobs.delete(job)
      this.#post({ type: 'done', job, failure: result.ok ? undefined : result.error })
    })
  }
}
