import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import type { Log } from '../log/log.ts'
import type { OutboxRow } from '../store/outbox.repo.ts'
import { troubleOf } from '../store/store-failure.ts'
import { backOff, longestBackOff } from './back-off.ts'
import { Dispatch, type DispatchParts, type StepReport } from './filings/dispatch.ts'
import type { Timers } from './timers.ts'

export interface OutboxParts extends DispatchParts {
  readonly timers: Timers
  readonly log: Log
  /** Messages that are on the line at once. */
  readonly lanes?: number
  /** Whether the clerk holds sending back, kept over a restart. */
  readonly hold?: { get(): boolean; set(paused: boolean): void }
}

/** How long a send may go on after the program was told to end, ms. */
const grace = 2000

/**
 * Drains the outbox: oldest first, a few at once, one of a declaration at a time. While the line is broken nothing
 * is tried but after a growing pause; days offline cost nothing. What may have arrived is asked about before anything
 * else is done with it.
 */
export class OutboxService {
  readonly name = 'outbox'
  readonly #parts: OutboxParts
  readonly #dispatch: Dispatch
  readonly #stop = new AbortController()
  readonly #busy = new Set<number>()
  #run: Promise<void> | undefined
  #again = false
  #stopped = true
  /** A step broke off in the middle: its message may be left as being sent. */
  #stumbled = false
  /** The line broke in this run. */
  #lineBroke = false
  #plannedAt: number | undefined
  #held: boolean
  #failures = 0
  #trouble: Failure | undefined
  #cancelTimer: () => void = () => undefined

  constructor(parts: OutboxParts) {
    this.#parts = parts
    this.#dispatch = new Dispatch(parts)
    this.#held = parts.hold?.get() ?? false
  }

  /** What was being sent when the program ended last time is asked about first. */
  boot(): void {
    this.#stumbled = true
    this.#stopped = false
    this.wake()
  }

  /** Takes nothing new, waits a moment for what is on the line, then lets it go as unknown. */
  async shutdown(): Promise<void> {
    this.#stopped = true
    this.#cancelTimer()
    const cancel = this.#parts.timers.after(grace, () => this.#stop.abort())
    await this.#run
    cancel()
  }

  /** Something is to be sent, or the line is back: tries now, whatever pause was planned. */
  wake(): void {
    if (this.#stopped) return
    this.#cancelTimer()
    this.#again = true
    this.#run ??= this.#drain().finally(() => {
      this.#run = undefined
      this.#plan()
    })
  }

  /** The clerk says now: no message waits for its planned retry either. */
  tryNow(): void {
    this.#parts.book.parts.outbox.hurry()
    this.wake()
  }

  /** Does the clerk hold sending back? What left the house is still followed. */
  get paused(): boolean {
    return this.#held
  }

  pause(paused: boolean): void {
    this.#held = paused
    this.#parts.hold?.set(paused)
    this.wake()
  }

  /** When something is tried next, ms of the epoch; `undefined` when nothing is planned. */
  get plannedAt(): number | undefined {
    return this.#plannedAt
  }

  /** Why the line does not work, as far as the outbox knows; `undefined` when it does. */
  get trouble(): Failure | undefined {
    return this.#trouble
  }

  /** Over when nothing is on the line and nothing is due. */
  async idle(): Promise<void> {
    while (this.#run) await this.#run
  }

  async #drain(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      this.#recover()
      const { lanes = 3 } = this.#parts
      await Promise.all(Array.from({ length: lanes }, () => this.#lane()))
    }
  }

  /** What a step left in the middle is of unknown fate, as after a crash. */
  #recover(): void {
    if (!this.#stumbled || this.#busy.size > 0) return
    try {
      this.#dispatch.recover()
      this.#stumbled = false
    } catch (cause) {
      this.#parts.log.error('outbox.recoverFailed', cause)
      this.#breakLine(troubleOf(cause))
    }
  }

  /** Asks the portal about a message of unknown fate, now. Refuses with the reason when it gave no answer. */
  async askNow(id: number): Promise<Result<Record<string, never>>> {
    if (this.#busy.has(id)) await this.idle()
    const row = this.#parts.book.parts.outbox.get(id)
    if (row?.state !== 'unknown' && row?.state !== 'placed') return ok({})
    const report = await this.#step(row)
    this.wake()
    return report.failure ? refuse(report.failure) : ok({})
  }

  /** One message after the other until nothing is due or the line breaks. */
  async #lane(): Promise<void> {
    for (let row = this.#next(); row !== undefined; row = this.#next()) {
      const report = await this.#step(row)
      if (report.lineWorks) this.#lineWorks()
      else this.#breakLine(report.failure)
    }
  }

  async #step(row: OutboxRow): Promise<StepReport> {
    this.#busy.add(row.id)
    try {
      return await this.#dispatch.step(row, this.#stop.signal)
    } catch (cause) {
      // The store refused (disk full) or there is a bug: what is on disk decides later, nothing is sent on.
      this.#parts.log.error('outbox.stepFailed', cause)
      this.#stumbled = true
      return { lineWorks: false, failure: troubleOf(cause) }
    } finally {
      this.#busy.delete(row.id)
    }
  }

  #next(): OutboxRow | undefined {
    if (this.#stopped || this.#lineBroke) return undefined
    const { book, now, lanes = 3 } = this.#parts
    const at = now()
    try {
      const due = book.parts.outbox.due(at, at + longestBackOff, lanes + 1, !this.#held)
      return due.find((row) => !this.#busy.has(row.id))
    } catch (cause) {
      this.#unreadable(cause)
      return undefined
    }
  }

  /** The store cannot be read: the line counts as broken, so that it is looked at again. */
  #unreadable(cause: unknown): void {
    this.#parts.log.error('outbox.readFailed', cause)
    this.#breakLine(troubleOf(cause))
  }

  #lineWorks(): void {
    this.#failures = 0
    this.#trouble = undefined
  }

  #breakLine(why: Failure | undefined): void {
    const brokeBefore = this.#lineBroke
    this.#lineBroke = true
    // It is waited for, and wakes the outbox itself: nothing is broken.
    if (why?.code === 'portal.practiceStarting') return
    if (!brokeBefore) this.#failures++
    this.#trouble = why
    this.#parts.log.warn('outbox.lineBroken', { code: why?.code, count: this.#failures })
  }

  /** When to look again: after the pause of a broken line, or when the next retry is due. */
  #plan(): void {
    const { now, timers } = this.#parts
    if (this.#stopped) return
    if (this.#again) return this.wake()
    this.#plannedAt = undefined
    const wakeAt = this.#wakeAt()
    this.#lineBroke = false
    if (wakeAt === undefined) return this.#lineWorks()
    // A clock that was set back would make it wait for hours.
    const wait = Math.min(Math.max(wakeAt - now(), 0), longestBackOff)
    this.#plannedAt = now() + wait
    this.#cancelTimer = timers.after(wait, () => this.wake())
  }

  /** The moment, ms; `undefined` when nothing waits. */
  #wakeAt(): number | undefined {
    const { book, now, random } = this.#parts
    try {
      if (!this.#lineBroke) return book.parts.outbox.wakeAt(!this.#held)
    } catch (cause) {
      this.#unreadable(cause)
    }
    return now() + backOff(this.#failures, random())
  }
}
