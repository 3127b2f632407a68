import { failure } from '../../domain/failures/index.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { ApduChannel } from './apdu-channel.ts'
import type { Card } from './card.ts'
import { Gmt0017Driver } from './gmt0017-driver.ts'
import { Iso7816Driver } from './iso7816-driver.ts'
import { candidates } from './profiles/index.ts'
import type { CardProfile } from './profiles/profile.ts'

const openAs = (channel: ApduChannel, profile: CardProfile): Promise<Result<Card>> =>
  profile.driver === 'iso7816' ? Iso7816Driver.open(channel, profile) : Gmt0017Driver.open(channel, profile)

/**
 * Finds the profile that knows the card behind a channel; closes the channel where none does.
 * @param atr answer to reset in hex
 */
export async function openCard(channel: ApduChannel, atr: string): Promise<Result<Card>> {
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
