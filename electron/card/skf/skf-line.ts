import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { SkfResult } from '../../../native/skf/result.ts'
import type { Patience } from '../profiles/profile.ts'
import { skfFailure } from './skf-failures.ts'

/**
 * Calls to one vendor library, one at a time because vendors promise no more. No call can be broken off: when patience
 * ends the failure is told, and until the lost call ends nothing else is sent after it.
 */
export class SkfLine {
  readonly #patience: Patience
  #queue: Promise<unknown> = Promise.resolve()
  #lost: Promise<unknown> | undefined

  constructor(patience: Patience) {
    this.#patience = patience
  }

  /**
   * Runs a call after those before it.
   * @param kind `secret`: presents a PIN or signs, over which a token may think long
   */
  run<T>(work: () => Promise<T>, kind: keyof Patience = 'command'): Promise<Result<T>> {
    const turn = this.#queue.then(() => this.#watch(work, this.#patience[kind]))
    this.#queue = turn
    return turn
  }

  /** Same, for a call that answers a code. */
  async ask<T>(work: () => Promise<SkfResult<T>>, kind: keyof Patience = 'command'): Promise<Result<T>> {
    const called = await this.run(work, kind)
    if (!called.ok) return called
    return called.value.ok ? ok(called.value.value) : refuse(skfFailure(called.value.code))
  }

  /** Tidies up: now, or, when a call was given up, as soon as that one ends. Then nobody waits for it. */
  async finish(work: () => Promise<unknown>): Promise<void> {
    if (this.#lost) this.#lose(this.#lost.then(work))
    else await this.run(work)
  }

  #lose(call: Promise<unknown>): void {
    const lost = call
      .catch(() => undefined)
      .then(() => {
        if (this.#lost === lost) this.#lost = undefined
      })
    this.#lost = lost
  }

  async #watch<T>(work: () => Promise<T>, limit: number): Promise<Result<T>> {
    if (this.#lost) return refuse(failure('card.mute'))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limit)
    })
    const call = work()
    const first = await Promise.race([call.then((value) => ({ value })), late])
    clearTimeout(timer)
    if (first !== 'late') return ok(first.value)
    this.#lose(call)
    return refuse(failure('card.mute', { detail: `${limit} ms` }))
  }
}
