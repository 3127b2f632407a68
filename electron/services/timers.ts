/** Waiting, so that tests can hold the clock in their hand. */
export interface Timers {
  /** Calls back after so many ms; the result takes it back. */
  after(milliseconds: number, work: () => void): () => void
}

/** Longest wait that Node's timers take. */
const longest = 2 ** 31 - 1

/** The timers of the machine. */
export const realTimers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, Math.min(Math.max(milliseconds, 0), longest))
    return () => clearTimeout(timer)
  },
}
