import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { Connection } from '../../../native/pcsclite/connection.ts'
import type { Pcsc } from '../../../native/pcsclite/pcsc.ts'
import type { ApduChannel } from '../apdu-channel.ts'
import { pcscFailure } from '../card-failures.ts'
import { thinksLong } from '../watched-channel.ts'
import type { Progress } from './progress.ts'

/** A connected card inside a transaction: nobody comes between SELECT, VERIFY and the signatures. */
class PcscChannel implements ApduChannel {
  readonly #connection: Connection
  readonly #progress: Progress

  constructor(connection: Connection, progress: Progress) {
    this.#connection = connection
    this.#progress = progress
  }

  get byteProtocol(): boolean {
    return this.#connection.protocol === 1
  }

  async transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    const wait = thinksLong(command) ? 'secret' : 'command'
    const answer = await this.#progress.during(wait, () => this.#connection.transmit(command))
    return answer.ok ? ok(answer.value) : refuse(pcscFailure(answer.code))
  }

  /** The reset comes while nobody else can: after a plain disconnect the PIN would stay given (measured). */
  async close(): Promise<void> {
    await this.#connection.end('reset')
    await this.#connection.disconnect('leave')
  }
}

/** Nothing was under way yet, so a card that is gone was not pulled out of a signing. */
function connectFailure(code: number): Failure {
  const told = pcscFailure(code)
  return told.code === 'card.removed' ? failure('card.noCard', { detail: told.detail ?? '' }) : told
}

/** Connects for this program alone. Both calls wait while another program holds the card. */
export async function openChannel(pcsc: Pcsc, reader: string, progress: Progress): Promise<Result<ApduChannel>> {
  const connected = await progress.during('card', () => pcsc.connect(reader))
  if (!connected.ok) return refuse(connectFailure(connected.code))
  const connection = connected.value
  const begin = () => progress.during('card', () => connection.begin())
  const begun = await begin()
  if (begun.ok) return ok(new PcscChannel(connection, progress))
  // Reset by another program before we began: the same card, asked once more. No PIN has been given yet.
  const again = await connection.reconnect()
  const second = again.ok ? await begin() : again
  if (second.ok) return ok(new PcscChannel(connection, progress))
  await connection.disconnect('leave')
  return refuse(pcscFailure(second.code))
}
