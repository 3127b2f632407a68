import { gmt0017 } from './gmt0017.ts'
import { iso7816 } from './iso7816.ts'
import type { CardProfile } from './profile.ts'

/** Every layout that the product knows; a real one is one row more. */
export const profiles: readonly CardProfile[] = [iso7816, gmt0017]

/** Profiles to try on a card, in this order: those that its answer to reset speaks for, then those that may probe. */
export function candidates(atr: string): readonly CardProfile[] {
  const speaks = (profile: CardProfile): boolean => profile.atr.some((start) => atr.startsWith(start))
  return [...profiles.filter(speaks), ...profiles.filter((profile) => !speaks(profile) && profile.probes)]
}
