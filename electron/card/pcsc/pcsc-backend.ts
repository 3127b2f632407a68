import { toHex } from '../../../domain/crypto/bytes.ts'
import { failure } from '../../../domain/failures/index.ts'
import { refuse, type Result } from '../../../domain/result.ts'
import type { Picture } from '../../../native/pcsclite/monitor.ts'
import { Pcsc } from '../../../native/pcsclite/pcsc.ts'
import type { ReaderStatus } from '../../../native/pcsclite/reader-state.ts'
import type { BackendPicture, Card, CardBackend, Place } from '../card.ts'
import { pcscFailure } from '../card-failures.ts'
import { patience } from '../profiles/profile.ts'
import { ReaderThread } from './reader-thread.ts'

const place = ({ reader, card, exclusive, atr, changes }: ReaderStatus): Place => ({
  name: reader,
  card: card === 'present' && exclusive ? 'busy' : card,
  insertion: changes,
  atr: toHex(atr),
})

/**
 * Cards in the readers of the system's PC/SC service. Each reader has a thread of its own, in which the calls block:
 * a card that hangs holds up nobody else, and a command costs no change of thread.
 */
export class PcscBackend implements CardBackend {
  readonly kind = 'pcsc'
  readonly #threadFile: string
  readonly #pcsc = new Pcsc()
  /** One a reader, kept when it is unplugged: it comes back under the same name. */
  readonly #threads = new Map<string, ReaderThread>()
  #places: readonly Place[] = []

  /** @param threadFile bundle that `thread.ts` is in */
  constructor(threadFile: string) {
    this.#threadFile = threadFile
  }

  start(tell: (picture: BackendPicture) => void): void {
    this.#pcsc.start((picture) => {
      this.#take(picture)
      tell(
        picture.service
          ? { service: true, places: this.#places }
          : { service: false, failure: pcscFailure(picture.code) },
      )
    })
  }

  #take(picture: Picture): void {
    this.#places = picture.service ? picture.readers.map(place) : []
    // Started ahead of the first card, so that it is read at once.
    for (const { name } of this.#places)
      if (!this.#threads.has(name)) this.#threads.set(name, new ReaderThread(this.#threadFile, name, patience))
    if (!picture.service) for (const thread of this.#threads.values()) void thread.send('leave', [])
  }

  async stop(): Promise<void> {
    await this.#pcsc.stop()
    for (const thread of this.#threads.values()) thread.stop()
  }

  async open(name: string): Promise<Result<Card>> {
    const thread = this.#threads.get(name)
    const atr = this.#places.find((one) => one.name === name)?.atr ?? ''
    return thread ? thread.open(atr) : refuse(failure('card.noCard'))
  }
}
