import { failure } from '../../domain/failures/index.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { ApduChannel, ApduSource } from './apdu-channel.ts'
import type { BackendKind, BackendPicture, Card, CardBackend, Place } from './card.ts'
import { Gmt0017Driver } from './gmt0017-driver.ts'
import { Iso7816Driver } from './iso7816-driver.ts'
import { candidates } from './profiles/index.ts'
import { patience as usualPatience, type CardProfile, type Patience } from './profiles/profile.ts'
import { WatchedChannel } from './watched-channel.ts'

const openAs = (channel: ApduChannel, profile: CardProfile): Promise<Result<Card>> =>
  profile.driver === 'iso7816' ? Iso7816Driver.open(channel, profile) : Gmt0017Driver.open(channel, profile)

/** Cards that take commands (PC/SC, or in this process): finds the profile that knows the card. */
export class ApduBackend implements CardBackend {
  readonly kind: BackendKind
  readonly #source: ApduSource
  readonly #patience: Patience
  #places: readonly Place[] = []

  constructor(kind: BackendKind, source: ApduSource, patience: Patience = usualPatience) {
    this.kind = kind
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
    const channel = new WatchedChannel(connected.value, this.#patience)
    const atr = this.#places.find(({ name }) => name === place)?.atr ?? ''
    for (const profile of candidates(atr)) {
      const card = await openAs(channel, profile)
      if (card.ok) return card
      if (card.error.code !== 'card.unknownCard') {
        await channel.close()
        return card
      }
    }
    await channel.close()
    return refuse(failure('card.unknownCard', { detail: `ATR ${atr}` }))
  }
}
