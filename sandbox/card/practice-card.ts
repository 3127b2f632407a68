import { openAuthority } from '../authority/authority.ts'
import type { CardName } from '../authority/card-plans.ts'
import type { CardMachine } from './card-machine.ts'
import { ForeignCard } from './foreign-card.ts'
import { Gmt0017Card } from './gmt0017-card.ts'
import { Iso7816Card } from './iso7816-card.ts'

/** Layouts that the practice card can have: IC card (T=1 or T=0), smart token, and a card that is none of ours. */
export const cardProfiles = ['iso7816', 'iso7816-t0', 'gmt0017', 'foreign'] as const
export type CardProfile = (typeof cardProfiles)[number]

/** A practice card of a practice folder in one of the layouts. */
export function practiceCard(folder: string, name: CardName, profile: CardProfile): CardMachine {
  if (profile === 'foreign') return new ForeignCard()
  const path = openAuthority(folder).card(name)
  if (profile === 'gmt0017') return new Gmt0017Card(path)
  return new Iso7816Card(path, { byteProtocol: profile === 'iso7816-t0' })
}
