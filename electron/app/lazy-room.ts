import { channels } from '../ipc/channels.ts'
import type { Handlers } from '../ipc/contract.ts'

/**
 * Handlers of a room whose code comes later: each call waits for it. So the window does not pay for parts that nobody
 * has asked for yet.
 */
export function lazyRoom<R extends keyof Handlers>(room: R, load: () => Promise<Pick<Handlers, R>>): Handlers[R] {
  const entries = channels[room].map((method: string) => [
    method,
    async (input: unknown): Promise<unknown> => {
      const handlers = (await load())[room] as Record<string, (input: unknown) => Promise<unknown>>
      return handlers[method]?.(input)
    },
  ])
  return Object.fromEntries(entries) as Handlers[R]
}
