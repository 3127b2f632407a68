import type { Result } from '../../domain/result.ts'
import type { ApduSource } from './apdu-channel.ts'
import type { BackendPicture, Card, CardBackend, Place } from './card.ts'
import { openCard } from './open-card.ts'
import { patience as usualPatience, type Patience } from './profiles/profile.ts'
import { WatchedChannel } from './watched-channel.ts'

/** Cards that take commands in this process. */
export class ApduBackend implements CardBackend {
  readonly kind = 'virtual'
  readonly #source: ApduSource
  readonly #patience: Patience
  #places: readonly Place[] = []

  constructor(source: ApduSource, patience: Patience = usualPatience) {
    this.#source = source
    this.#patience = patience
  }

  start(tell: (picture: BackendPicture) => void): void {
    this.#source.start((picture) => {
      this.#places = picture.service ? picture.places : []
      tell(picture)
    })
  }

  stop(): Promise<void> {
    return this.#source.stop()
  }

  async open(place: string): Promise<Result<Card>> {
    const connected = await this.#source.connect(place)
    if (!connected.ok) return connected
    const atr = this.#places.find(({ name }) => name === place)?.atr ?? ''
    return openCard(new WatchedChannel(connected.value, this.#patience), atr)
  }
}
