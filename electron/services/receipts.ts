import type { ReceiptPage } from '../../domain/portal/answers.ts'
import { readAnswerName } from '../../domain/portal/exchange-names.ts'
import type { Failure } from '../../domain/result.ts'
import type { Log } from '../log/log.ts'
import type { Portal } from '../portal/portal.ts'
import { troubleOf } from '../store/store-failure.ts'
import { backOff } from './back-off.ts'
import type { FilingBook } from './filings/filing-book.ts'
import type { ReceiptIntake } from './filings/receipt-intake.ts'
import type { Timers } from './timers.ts'

export interface ReceiptParts {
  readonly book: FilingBook
  readonly intake: ReceiptIntake
  readonly portal: Portal
  readonly timers: Timers
  readonly log: Log
  readonly now: () => number
  readonly random: () => number
  /** Told when the portal answered after it did not: the outbox need not wait any longer. */
  readonly onLineBack?: () => void
}

/** How long the portal may hold a question back, seconds: shorter than what routers forget lines after. */
const waitSeconds = 25
/** Pause after an answer that brought nothing sooner than it should, ms: a portal that does not wait is not hammered. */
const breath = 1000

/**
 * Where a receipt comes from: the same bytes from there are the same receipt. Answers of the import client to one file
 * are told apart by the name of that file: a second try of a message may be answered in the same words.
 */
function originOf(fileName: string): string {
  const name = readAnswerName(fileName)
  return name && name.kind !== 'business' ? `answer:${name.subject}`.slice(0, 100) : 'portal'
}

/** Reads the stream of receipts for as long as the program runs, from where it was left off. */
export class ReceiptService {
  readonly name = 'receipts'
  readonly #parts: ReceiptParts
  readonly #stop = new AbortController()
  #run: Promise<void> | undefined
  #failures = 0
  #trouble: Failure | undefined
  #lastContact: number | undefined
  #wake: () => void = () => undefined

  constructor(parts: ReceiptParts) {
    this.#parts = parts
  }

  boot(): void {
    this.#run ??= this.#loop()
  }

  async shutdown(): Promise<void> {
    this.#stop.abort()
    this.#wake()
    await this.#run
  }

  /** Asks again now, whatever pause was planned. */
  wake(): void {
    this.#wake()
  }

  /** Why no receipts come; `undefined` when they do. */
  get trouble(): Failure | undefined {
    return this.#trouble
  }

  /** When the portal last answered, ms of the epoch. */
  get lastContact(): number | undefined {
    return this.#lastContact
  }

  /** Reads one page and keeps it. @returns how long to pause before the next, ms */
  async read(wait = waitSeconds): Promise<number> {
    const { book, portal, now } = this.#parts
    const before = book.parts.receipts.cursor()
    const asked = now()
    const page = await portal.receipts(before, wait, this.#stop.signal)
    if (!page.ok) return this.#failed(page.error)
    this.#take(page.value)
    this.#works()
    const moved = page.value.cursor !== before && page.value.items.length > 0
    const waited = page.value.items.length === 0 && now() - asked >= breath
    return moved || waited ? 0 : breath
  }

  /** Receipts and cursor in one transaction: a page is kept whole or read again. */
  #take({ cursor, items }: ReceiptPage): void {
    const { book, intake } = this.#parts
    if (items.length === 0 && cursor === book.parts.receipts.cursor()) return
    book.change(() => {
      for (const { id, fileName, content } of items)
        intake.keep({ origin: originOf(fileName), portalId: id, fileName, raw: Buffer.from(content, 'base64') })
      book.parts.receipts.setCursor(cursor)
    })
  }

  #works(): void {
    const wasBroken = this.#failures > 0
    this.#failures = 0
    this.#trouble = undefined
    this.#lastContact = this.#parts.now()
    if (wasBroken) this.#parts.onLineBack?.()
  }

  #failed(why: Failure): number {
    // It is waited for, and wakes the line itself: nothing is broken.
    if (why.code === 'portal.practiceStarting') return breath
    if (this.#trouble?.code !== why.code) this.#parts.log.warn('receipts.lineBroken', { code: why.code })
    this.#trouble = why
    this.#failures++
    return backOff(this.#failures, this.#parts.random())
  }

  async #loop(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const pause = await this.read().catch((cause: unknown) => this.#stumbled(cause))
      if (pause > 0) await this.#pause(pause)
    }
  }

  /** The store refused (disk full) or there is a bug: the cursor stands where it was, the page is read again. */
  #stumbled(cause: unknown): number {
    this.#parts.log.error('receipts.pageFailed', cause)
    this.#trouble = troubleOf(cause)
    this.#failures++
    return backOff(this.#failures, this.#parts.random())
  }

  #pause(milliseconds: number): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const cancel = this.#parts.timers.after(milliseconds, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
  }
}
