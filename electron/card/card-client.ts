import { randomUUID } from 'node:crypto'
import { utf8 } from '../../domain/crypto/bytes.ts'
import { readCertificate, type Certificate } from '../../domain/crypto/certificate.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { StartHelper } from '../process/helper.ts'
import type { BackendKind } from './card.ts'
import { CardProcess, usualLimits, type CardLimits } from './card-process.ts'
import { bareStatus, type CardStatus, type Surroundings } from './card-status.ts'
import type { CardReply } from './protocol.ts'
import { SignJob, type SignedItem, type SignReport } from './sign-job.ts'

export interface CardClientOptions {
  readonly backend: BackendKind
  /** Practice only: where its authority and cards lie. Their roots are trusted, and no others. */
  readonly practiceFolder?: string
  /** Back end `skf` only: id of a library of the allow-list; without it the first one that is installed. */
  readonly skfLibrary?: string
  /** Real site: PEM of the card authorities that are trusted. */
  readonly roots?: readonly string[]
  readonly log?: (event: string, facts: Record<string, string | number>) => void
  readonly limits?: CardLimits
}

export interface SignOrder {
  /** Whose card; without it the one in the status line. */
  readonly cardNo?: string
  /** Zeroed before this call returns its promise. */
  readonly pin: Uint8Array
  /** Texts are signed as UTF-8; a message is signed as it is. */
  readonly items: readonly ({ readonly id: string } & ({ readonly text: string } | { readonly message: Uint8Array }))[]
}

export interface SignHooks {
  readonly onProgress?: (item: SignedItem, done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Practice: pulls or inserts the card, or takes another one. */
export interface PracticeChange {
  readonly cardOut?: boolean
  readonly card?: string
  readonly profile?: string
  readonly fault?: string
}

/** Main's side of the card process: the live picture, signing, and a restart whenever it dies. */
export class CardClient {
  readonly #options: CardClientOptions
  readonly #process: CardProcess
  readonly #listeners = new Set<(status: CardStatus) => void>()
  readonly #jobs = new Map<string, SignJob>()
  #status: CardStatus
  #cards: readonly { readonly status: CardStatus; readonly certificate: Certificate | undefined }[] = []
  #roots: readonly Certificate[] = []
  #wanted = { cardNo: '', holder: '' }
  #practice: PracticeChange = {}
  /** Runs from the start until the first picture. */
  #startsLate: NodeJS.Timeout | undefined

  constructor(start: StartHelper, options: CardClientOptions) {
    this.#options = options
    this.#status = bareStatus('starting', this.#around())
    const { backend, practiceFolder = '', skfLibrary = '', roots = [], limits = usualLimits, log } = options
    this.#process = new CardProcess({
      start: () => start('card', { backend, practiceFolder, skfLibrary, roots: JSON.stringify(roots) }),
      limits,
      onReply: (reply) => this.#take(reply),
      onLost: (code) => {
        log?.('card.lost', { exitCode: code })
        this.#lost()
      },
    })
  }

  /** Starts the process; the picture follows by itself. A start without one within the silence limit is a fault. */
  boot(): Promise<void> {
    this.#process.boot()
    const { silence } = this.#options.limits ?? usualLimits
    this.#startsLate = setTimeout(() => {
      if (this.#status.state === 'starting') this.#show(bareStatus('stopped', this.#around(), '读卡程序启动后没有应答'))
    }, silence)
    return Promise.resolve()
  }

  shutdown(): Promise<void> {
    clearTimeout(this.#startsLate)
    return this.#process.shutdown()
  }

  /** The card line. */
  status(): CardStatus {
    return this.#status
  }

  /** Every reader, for the diagnostics and for a choice between two cards. */
  cards(): readonly CardStatus[] {
    return this.#cards.map(({ status }) => status)
  }

  /** Certificate of a card by its number; without one that of the card in the status line. */
  certificate(cardNo?: string): Certificate | undefined {
    const { reader } = this.#status
    const found = this.#cards.filter(({ status }) =>
      cardNo === undefined ? status.reader === reader : status.cardNo === cardNo,
    )
    return (found.find(({ status }) => status.state === 'ready') ?? found[0])?.certificate
  }

  /** Card authorities that are trusted here. */
  roots(): readonly Certificate[] {
    return this.#roots
  }

  /** Called at every change of the card line; answers how to stop it. */
  onChange(listener: (status: CardStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whose card the line should show when there are several. */
  want(cardNo: string, holder: string): void {
    this.#wanted = { cardNo, holder }
    this.#process.post({ type: 'want', ...this.#wanted })
  }

  /** Looks again at cards that do not work; a process that waits for its restart is started now. */
  refresh(): void {
    this.#process.boot()
    this.#process.post({ type: 'refresh' })
  }

  /** Practice mode only. */
  practice(change: PracticeChange): void {
    this.#practice = { ...this.#practice, ...change }
    this.#process.post({ type: 'practice', ...change })
  }

  /**
   * Signs a list with one PIN. Never rejects: what was not signed says why. When the process dies, what it had signed
   * stays signed and the rest is skipped; the PIN is not sent a second time.
   */
  async sign({ cardNo = this.#status.cardNo, pin, items }: SignOrder, hooks: SignHooks = {}): Promise<SignReport> {
    const job = new SignJob(
      items.map(({ id }) => id),
      cardNo === '' ? undefined : this.certificate(cardNo),
      hooks.onProgress,
    )
    const batch = items.map((item) => ({ id: item.id, message: 'text' in item ? utf8(item.text) : item.message }))
    return this.#run(job, { type: 'sign', cardNo, pin, items: batch }, [pin], hooks.signal)
  }

  /** Changes the PIN with one presentation of the old one. */
  async changePin(old: Uint8Array, next: Uint8Array, cardNo = this.#status.cardNo): Promise<Result<void>> {
    const job = new SignJob([], undefined, undefined)
    const order = { type: 'changePin', cardNo, old, next } as const
    const { failure: refused } = await this.#run(job, order, [old, next])
    return refused ? refuse(refused) : ok(undefined)
  }

  async #run(
    job: SignJob,
    order: Parameters<CardProcess['run']>[1],
    secrets: readonly Uint8Array[],
    signal?: AbortSignal,
  ): Promise<SignReport> {
    const id = randomUUID()
    this.#jobs.set(id, job)
    const cancel = (): void => this.#process.post({ type: 'cancel', job: id })
    signal?.addEventListener('abort', cancel, { once: true })
    const sent = signal?.aborted !== true && this.#process.run(id, order)
    for (const secret of secrets) secret.fill(0)
    if (!sent) job.end(failure(signal?.aborted === true ? 'app.cancelled' : 'card.stopped'))
    const report = await job.report
    signal?.removeEventListener('abort', cancel)
    this.#jobs.delete(id)
    return report
  }

  #take(reply: CardReply): void {
    switch (reply.type) {
      case 'hello':
        this.#roots = reply.roots.flatMap((pem) => readCertificate(pem) ?? [])
        // A process that was restarted knows neither whose card is meant nor what practice had changed.
        this.#process.post({ type: 'want', ...this.#wanted })
        if (Object.keys(this.#practice).length > 0) this.#process.post({ type: 'practice', ...this.#practice })
        return
      case 'view':
        this.#cards = reply.cards.map(({ status, certificate }) => ({
          status,
          certificate: certificate && readCertificate(certificate),
        }))
        return this.#show(reply.status)
      case 'item':
        return this.#jobs.get(reply.job)?.take(reply.item)
      case 'done':
        return this.#jobs.get(reply.job)?.end(reply.failure)
      case 'pong':
        return
    }
  }

  #around(): Surroundings {
    return { backend: this.#options.backend, trusting: this.#roots.length > 0 }
  }

  #lost(): void {
    this.#cards = []
    for (const job of this.#jobs.values()) job.end(failure('card.stopped'))
    this.#show(bareStatus('stopped', this.#around()))
  }

  #show(status: CardStatus): void {
    this.#status = status
    for (const listener of this.#listeners) listener(status)
  }
}
