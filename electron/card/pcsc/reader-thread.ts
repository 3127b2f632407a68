import { setTimeout as after } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { Card } from '../card.ts'
import type { Patience } from '../profiles/profile.ts'
import type { CallMessage, ReaderCall, ReaderCalls } from './calls.ts'
import { Progress } from './progress.ts'
import { Session, ThreadCard } from './thread-card.ts'
import type { ThreadData } from './thread.ts'

/** How long another program's transaction is waited for before the clerk is told, in milliseconds. */
const waitForOthers = 1500
/** Between two looks at a thread that is blocked, in milliseconds. */
const beat = 50

/** The owner's side of the thread that serves one reader. */
export class ReaderThread {
  readonly #worker: Worker
  readonly #progress = new Progress()
  readonly #patience: Patience
  /** Whoever waits for an answer, in the order of the calls. */
  readonly #asked: ((answer: unknown) => void)[] = []
  #session: Session | undefined

  /** @param file entry of the card process, which serves as a reader's thread too */
  constructor(file: string, reader: string, patience: Patience) {
    this.#patience = patience
    this.#worker = new Worker(file, { workerData: { reader, shared: this.#progress.shared } satisfies ThreadData })
    this.#worker.on('message', (answer: unknown) => this.#asked.shift()?.(answer))
    this.#worker.on('error', (cause) => {
      // A bug of ours: ends the card process, which is started again.
      throw cause
    })
  }

  /**
   * Sends a call; calls are served in their order.
   * @param secrets those of the values whose bytes move to the thread, which wipes them
   */
  send<Call extends ReaderCall>(
    call: Call,
    values: Parameters<ReaderCalls[Call]>,
    secrets: readonly Uint8Array<ArrayBuffer>[] = [],
  ): ReturnType<ReaderCalls[Call]> {
    const message: CallMessage<Call> = { call, values }
    const answer = new Promise<unknown>((resolve) => this.#asked.push(resolve))
    this.#worker.postMessage(
      message,
      secrets.map(({ buffer }) => buffer),
    )
    return answer as ReturnType<ReaderCalls[Call]>
  }

  /**
   * Tells when the thread has waited too long for card or command: no call can break off a command (SCardCancel does
   * not). Counted in beats, so that a machine that slept ends nothing.
   */
  lostPatience(): { readonly told: Promise<Failure>; readonly end: () => void } {
    const { command, secret } = this.#patience
    const limits = { nothing: Infinity, card: waitForOthers, command, secret }
    let [seen, waited] = [-1, 0]
    let timer: NodeJS.Timeout | undefined
    const told = new Promise<Failure>((resolve) => {
      timer = setInterval(() => {
        const { begun, wait } = this.#progress.now()
        waited = begun === seen ? waited + beat : 0
        seen = begun
        if (waited < limits[wait]) return
        resolve(wait === 'card' ? failure('card.busy') : failure('card.mute', { detail: `${limits[wait]} ms` }))
      }, beat)
    })
    return { told, end: () => clearInterval(timer) }
  }

  /** Opens the card in the reader. `card.busy` while another program, or a lost call of ours, holds it. */
  async open(atr: string): Promise<Result<Card>> {
    if (this.#session) await Promise.race([this.#session.closed, after(waitForOthers, undefined, { ref: false })])
    if (this.#session) return refuse(failure('card.busy'))
    const session = new Session(this)
    this.#session = session
    void session.closed.then(() => {
      this.#session = undefined
    })
    const info = await session.ask('open', [atr])
    if (info.ok) return ok(new ThreadCard(session, info.value))
    await session.close()
    return info
  }

  /** Ends the thread, when its call has ended. */
  stop(): void {
    void this.#worker.terminate()
  }
}
