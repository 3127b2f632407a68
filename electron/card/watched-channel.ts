import { failure } from '../../domain/failures/index.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { ApduChannel } from './apdu-channel.ts'
import type { Patience } from './profiles/profile.ts'

/** Presents a PIN or signs: a chip may think long over it. VERIFY, CHANGE REFERENCE DATA, PSO; tokens: 18, 16, 74. */
const slow = new Set([0x20, 0x24, 0x2a, 0x18, 0x16, 0x74])

/** May the chip think longer over this command than over others? */
export const thinksLong = (command: Uint8Array): boolean => slow.has(command[1] ?? 0)

/**
 * A channel with a watchdog. No call can break off a command (SCardCancel does not), so when patience ends the
 * failure is told and the channel is closed to further commands; the lost call ends when the clerk pulls the card.
 */
export class WatchedChannel implements ApduChannel {
  readonly #inner: ApduChannel
  readonly #patience: Patience
  #silent = false

  constructor(inner: ApduChannel, patience: Patience) {
    this.#inner = inner
    this.#patience = patience
  }

  get byteProtocol(): boolean {
    return this.#inner.byteProtocol
  }

  async transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    if (this.#silent) return refuse(failure('card.mute'))
    const limit = thinksLong(command) ? this.#patience.secret : this.#patience.command
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Result<Uint8Array>>((resolve) => {
      timer = setTimeout(() => {
        this.#silent = true
        resolve(refuse(failure('card.mute', { detail: `${limit} ms` })))
      }, limit)
    })
    const answer = await Promise.race([this.#inner.transmit(command), late])
    clearTimeout(timer)
    return answer
  }

  /** Does not wait for a silent card: its line closes when the card is pulled. */
  async close(): Promise<void> {
    const closing = this.#inner.close()
    if (this.#silent) void closing.catch(() => undefined)
    else await closing
  }
}
