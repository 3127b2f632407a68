import type { Iso7816Profile } from './profile.ts'

/**
 * IC card. The layout of a real operator card is not public (smart-token.json, eport_card_number_over_pcsc); every
 * number here is the practice card's own. A real layout is one more object of this shape. Do not guess file ids or
 * try PINs on a real card.
 */
export const iso7816: Iso7816Profile = {
  driver: 'iso7816',
  name: 'IC 卡（ISO 7816）',
  // Historical bytes "YL-IC" of the practice card, T=1 and T=0.
  atr: ['3b8a8001594c2d4943', '3b07594c2d4943'],
  probes: true,
  application: 'f059414e4c49414e01',
  files: { chipNo: 5, certificate: 6 },
  pinReference: 1,
  asksTries: true,
  // ISO/IEC 7816-8 §11.4: P1 9E digital signature, P2 9A data to be signed.
  sign: { p1: 0x9e, p2: 0x9a },
  pin: { least: 6, most: 16 },
}
