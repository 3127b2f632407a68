import { CardServer, type PracticeOrder } from '../../electron/card/card-server.ts'
import type { CardBackend } from '../../electron/card/card.ts'
import type { Helper, StartHelper } from '../../electron/process/helper.ts'

export interface Loopback {
  readonly start: StartHelper
  /** Lets the process die, as a crash would. */
  crash(): void
  /** Messages that reached the process, as it got them. */
  readonly received: unknown[]
  starts: number
}

/**
 * The card process in this process: the real server behind messages that are copied as between processes, so that a
 * test holds the cards in its hand. The forked process itself is tested in `tests/integration/card`.
 */
export function loopback(
  makeBackend: () => CardBackend,
  roots: readonly string[],
  practice?: (order: PracticeOrder) => void,
): Loopback {
  let crash: () => void = () => undefined
  const received: unknown[] = []
  const start: StartHelper = () => {
    loop.starts++
    let alive = true
    const toMain: ((message: unknown) => void)[] = []
    const toChild: ((message: unknown) => void)[] = []
    const exits: ((code: number) => void)[] = []
    const end = (code: number): void => {
      if (!alive) return
      alive = false
      queueMicrotask(() => exits.forEach((listener) => listener(code)))
    }
    crash = () => end(139)
    const pass = (message: unknown, listeners: ((message: unknown) => void)[]): void => {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => alive && listeners.forEach((listener) => listener(copy)))
    }
    const parent = {
      post: (message: unknown) => alive && pass(message, toMain),
      onMessage: (listener: (message: unknown) => void) => void toChild.push(listener),
    }
    const server = new CardServer({ parent, backend: makeBackend(), roots, practice, exit: () => end(0) })
    queueMicrotask(() => server.start())
    const helper: Helper = {
      post: (message) => {
        received.push(structuredClone(message))
        pass(message, toChild)
      },
      onMessage: (listener) => void toMain.push(listener),
      onExit: (listener) => void exits.push(listener),
      kill: () => end(9),
    }
    return helper
  }
  const loop: Loopback = { start, crash: () => crash(), received, starts: 0 }
  return loop
}
