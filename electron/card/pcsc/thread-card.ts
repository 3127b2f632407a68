import { refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { Card, CardInfo, SignRequest } from '../card.ts'
import type { ReaderCall, ReaderCalls } from './calls.ts'
import type { ReaderThread } from './reader-thread.ts'

type Value<Call extends ReaderCall> = Awaited<ReturnType<ReaderCalls[Call]>> extends Result<infer T> ? T : never

/**
 * The time from opening a card to closing it. When a call is waited for in vain, nothing more is sent: the lost call
 * ends when the clerk pulls the card or another program lets go of it, and the card is closed then.
 */
export class Session {
  readonly closed: Promise<void>
  readonly #thread: ReaderThread
  #close: () => void = () => undefined
  #lost: Failure | undefined

  constructor(thread: ReaderThread) {
    this.#thread = thread
    this.closed = new Promise((resolve) => {
      this.#close = resolve
    })
  }

  async ask<Call extends ReaderCall>(
    call: Call,
    values: Parameters<ReaderCalls[Call]>,
    secrets: readonly Uint8Array<ArrayBuffer>[] = [],
  ): Promise<Result<Value<Call>>> {
    if (this.#lost) return refuse(this.#lost)
    const answer = this.#thread.send(call, values, secrets) as Promise<Result<Value<Call>>>
    const late = this.#thread.lostPatience()
    const first = await Promise.race([answer, late.told])
    late.end()
    if ('ok' in first) return first
    this.#lost = first
    void answer.then(() => this.#end())
    return refuse(first)
  }

  /** Does not wait for a call that is lost. */
  async close(): Promise<void> {
    if (!this.#lost) await this.#end()
  }

  async #end(): Promise<void> {
    await this.#thread.send('close', [])
    this.#close()
  }
}

/** A card that lives in the thread of its reader. */
export class ThreadCard implements Card {
  readonly info: CardInfo
  readonly #session: Session

  constructor(session: Session, info: CardInfo) {
    this.#session = session
    this.info = info
  }

  triesLeft(): Promise<Result<number>> {
    return this.#session.ask('triesLeft', [])
  }

  readCertificate(): Promise<Result<Uint8Array>> {
    return this.#session.ask('readCertificate', [])
  }

  verifyPin(pin: Uint8Array): ReturnType<Card['verifyPin']> {
    const moved = pin.slice()
    return this.#session.ask('verifyPin', [moved], [moved])
  }

  changePin(old: Uint8Array, next: Uint8Array): ReturnType<Card['changePin']> {
    const [before, after] = [old.slice(), next.slice()]
    return this.#session.ask('changePin', [before, after], [before, after])
  }

  sign(request: SignRequest): Promise<Result<Uint8Array>> {
    return this.#session.ask('sign', [request])
  }

  close(): Promise<void> {
    return this.#session.close()
  }
}
