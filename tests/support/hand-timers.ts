import type { Timers } from '../../electron/services/timers.ts'

/** Timers that the test lets run out by hand. */
export class HandTimers implements Timers {
  #work = new Map<() => void, number>()

  after(milliseconds: number, work: () => void): () => void {
    this.#work.set(work, milliseconds)
    return () => this.#work.delete(work)
  }

  /** What was planned, ms. */
  waits(): number[] {
    return [...this.#work.values()]
  }

  /** Lets everything that was planned happen now. */
  fire(): void {
    const due = [...this.#work.keys()]
    this.#work.clear()
    for (const work of due) work()
  }
}
