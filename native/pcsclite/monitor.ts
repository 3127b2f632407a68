import { pcscCodes, serviceLost } from './codes.ts'
import type { Handle, PcscLibrary, ReaderState } from './library.ts'
import { askFor, holdsCard, notificationName, readStatus, settled, type ReaderStatus } from './reader-state.ts'

/** The whole picture, sent whenever it changed. */
export type Picture =
  | { readonly service: false; readonly code: number }
  | { readonly service: true; readonly readers: readonly ReaderStatus[] }

/** Pause before the service is asked for again. */
const retryAfter = 500
const infinite = 0xffffffff
/**
 * Where there is no bell for new readers, they are looked for this often; and so are cards, because the service does
 * not wake anybody when another program takes a card for itself (measured with pcscd 1.9.9).
 */
const lookAgainAfter = 1000

/**
 * Watches all readers on a context of its own, for ever: lists them, waits for a change, tells the picture. When the
 * service goes away it says so and tries again every half second, so that nothing needs a restart.
 */
export class Monitor {
  readonly #library: PcscLibrary
  readonly #tell: (picture: Picture) => void
  #context: Handle | undefined
  #stopping = false
  #wake: (() => void) | undefined
  #done: Promise<void> | undefined
  #last = ''

  constructor(library: PcscLibrary, tell: (picture: Picture) => void) {
    this.#library = library
    this.#tell = tell
  }

  start(): void {
    this.#done ??= this.#run()
  }

  /** Ends the loop; resolves when no call is under way. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#wake?.()
    // A cancel that comes between two calls finds nothing to cancel, so it is said until the loop has ended.
    const cancel = (): void => {
      if (this.#context !== undefined) void this.#library.cancel(this.#context)
    }
    cancel()
    const again = setInterval(cancel, 50)
    await this.#done
    clearInterval(again)
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const { code, context } = await this.#library.establish()
      if (code === 0) {
        this.#context = context
        const lost = await this.#watch(context)
        this.#context = undefined
        await this.#library.release(context)
        if (lost !== undefined) this.#show({ service: false, code: lost })
      } else this.#show({ service: false, code })
      await this.#pause()
    }
  }

  /** Until the context dies or the monitor is stopped; answers the code that ended it. */
  async #watch(context: Handle): Promise<number | undefined> {
    let known = new Map<string, number>()
    while (!this.#stopping) {
      const { code, readers } = await this.#library.list(context)
      if (code !== 0 && code !== pcscCodes.SCARD_E_NO_READERS_AVAILABLE) return code
      known = new Map(readers.map((reader) => [reader, known.get(reader) ?? 0]))
      const outcome = await this.#wait(context, known)
      if (outcome !== undefined) return outcome
    }
    return undefined
  }

  /** Waits for one change and tells it. */
  async #wait(context: Handle, known: Map<string, number>): Promise<number | undefined> {
    const bell = this.#library.abi.plugAndPlay ? [askFor(notificationName, known.size << 16)] : []
    const states = [...[...known].map(([reader, current]) => askFor(reader, current)), ...bell]
    if (states.length === 0) {
      this.#show({ service: true, readers: [] })
      await this.#pause()
      return undefined
    }
    // A reader that was never asked answers at once, and so does an empty list: the picture is told before waiting.
    if (known.size === 0) this.#show({ service: true, readers: [] })
    const patient = bell.length > 0 && ![...known.values()].some(holdsCard)
    const code = await this.#library.status(context, patient ? infinite : lookAgainAfter, states)
    if (code === 0) this.#take(states, known)
    // Asked as if for the first time, every reader answers at once.
    if (code === pcscCodes.SCARD_E_TIMEOUT) for (const reader of known.keys()) known.set(reader, 0)
    const harmless: number[] = [
      pcscCodes.SCARD_S_SUCCESS,
      pcscCodes.SCARD_E_TIMEOUT,
      pcscCodes.SCARD_E_CANCELLED,
      pcscCodes.SCARD_E_UNKNOWN_READER,
      pcscCodes.SCARD_E_NO_READERS_AVAILABLE,
    ]
    return harmless.includes(code) ? undefined : code
  }

  #take(states: readonly ReaderState[], known: Map<string, number>): void {
    const readers: ReaderStatus[] = []
    for (const state of states) {
      if (state.szReader === notificationName) continue
      known.set(state.szReader, settled(state))
      const status = readStatus(state)
      if (status) readers.push(status)
    }
    this.#show({ service: true, readers })
  }

  /** Tells a picture that differs from the last one. */
  #show(picture: Picture): void {
    const key = JSON.stringify(picture)
    if (key === this.#last || this.#stopping) return
    this.#last = key
    this.#tell(picture)
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#stopping ? 0 : retryAfter)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Did this code take the context away? */
export const endsContext = (code: number): boolean => serviceLost.has(code)
