import { toHex } from '../../domain/crypto/bytes.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import type { Connection } from '../../native/pcsclite/connection.ts'
import type { Picture } from '../../native/pcsclite/monitor.ts'
import { Pcsc } from '../../native/pcsclite/pcsc.ts'
import type { ReaderStatus } from '../../native/pcsclite/reader-state.ts'
import type { ApduChannel, ApduSource } from './apdu-channel.ts'
import type { BackendPicture, Place } from './card.ts'
import { pcscFailure } from './card-failures.ts'

const place = ({ reader, card, exclusive, atr, changes }: ReaderStatus): Place => ({
  name: reader,
  card: card === 'present' && exclusive ? 'busy' : card,
  insertion: changes,
  atr: toHex(atr),
})

/** A connected card inside a transaction: nobody comes between SELECT, VERIFY and the signatures. */
class PcscChannel implements ApduChannel {
  readonly #connection: Connection
  constructor(connection: Connection) {
    this.#connection = connection
  }

  get byteProtocol(): boolean {
    return this.#connection.protocol === 1
  }

  async transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    const answer = await this.#connection.transmit(command)
    return answer.ok ? ok(answer.value) : refuse(pcscFailure(answer.code))
  }

  /** The reset comes while nobody else can: after a plain disconnect the PIN would stay given (measured). */
  async close(): Promise<void> {
    await this.#connection.end('reset')
    await this.#connection.disconnect('leave')
  }
}

/** How long another program's transaction is waited for before the clerk is told. */
const waitForOthers = 1500

/** Cards in the readers of the system's PC/SC service. */
export class PcscSource implements ApduSource {
  readonly #pcsc: Pcsc
  /** Readers whose card another program holds while we wait for it. */
  readonly #waiting = new Set<string>()

  constructor(pcsc: Pcsc = new Pcsc()) {
    this.#pcsc = pcsc
  }

  start(tell: (picture: BackendPicture) => void): void {
    this.#pcsc.start((picture: Picture) => {
      tell(
        picture.service
          ? { service: true, places: picture.readers.map(place) }
          : { service: false, failure: pcscFailure(picture.code) },
      )
    })
  }

  stop(): Promise<void> {
    return this.#pcsc.stop()
  }

  /**
   * Connects and begins a transaction. Both wait while another program holds the card and cannot be broken off, so
   * after a while the card counts as busy; the lost call goes on, is undone when it ends, and holds up only this reader.
   */
  async connect(name: string): Promise<Result<ApduChannel>> {
    if (this.#waiting.has(name)) return refuse(failure('card.busy'))
    const opening = this.#open(name)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), waitForOthers)
    })
    const first = await Promise.race([opening, late])
    clearTimeout(timer)
    if (first !== 'late') return first
    this.#waiting.add(name)
    void opening
      .then((channel) => (channel.ok ? channel.value.close() : undefined))
      .catch(() => undefined)
      .finally(() => this.#waiting.delete(name))
    return refuse(failure('card.busy'))
  }

  async #open(name: string): Promise<Result<ApduChannel>> {
    const connected = await this.#pcsc.connect(name)
    if (!connected.ok) return refuse(this.#connectFailure(connected.code))
    const connection = connected.value
    const begun = await connection.begin()
    if (begun.ok) return ok(new PcscChannel(connection))
    // Reset by another program before we began: the same card, asked once more. No PIN has been given yet.
    const again = await connection.reconnect()
    const second = again.ok ? await connection.begin() : again
    if (second.ok) return ok(new PcscChannel(connection))
    await connection.disconnect('leave')
    return refuse(pcscFailure(second.code))
  }

  /** Nothing was under way yet, so a card that is gone was not pulled out of a signing. */
  #connectFailure(code: number): Failure {
    const told = pcscFailure(code)
    return told.code === 'card.removed' ? failure('card.noCard', { detail: told.detail ?? '' }) : told
  }
}
