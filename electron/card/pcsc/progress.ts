/**
 * What the thread waits for right now: nothing, the card (another program may hold it), a command, a command over
 * which a chip may think long.
 */
export const waits = ['nothing', 'card', 'command', 'secret'] as const
export type Wait = (typeof waits)[number]

/** How far a thread has got, for its owner to see while it is blocked: the number of waits begun, and the last one. */
export class Progress {
  readonly shared: SharedArrayBuffer
  readonly #cells: Int32Array

  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.shared = shared
    this.#cells = new Int32Array(shared)
  }

  /** The thread's side: says what it waits for while the work goes on. */
  async during<T>(wait: Wait, work: () => Promise<T>): Promise<T> {
    Atomics.store(this.#cells, 1, waits.indexOf(wait))
    Atomics.add(this.#cells, 0, 1)
    try {
      return await work()
    } finally {
      Atomics.store(this.#cells, 1, 0)
    }
  }

  /** The owner's side. */
  now(): { readonly begun: number; readonly wait: Wait } {
    return { begun: Atomics.load(this.#cells, 0), wait: waits[Atomics.load(this.#cells, 1)] ?? 'nothing' }
  }
}
