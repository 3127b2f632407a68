import type { Row, SectionKey } from '../field.ts'
import { decHead } from './dec-head.ts'
import { decList } from './dec-list.ts'
import {
  container,
  decCopLimit,
  decFreeTxt,
  decMarkLob,
  decOtherPack,
  decRisk,
  decSign,
  decUser,
} from './head-parts.ts'
import { decCopPromise, decRequestCert, ecoRelation, edocRealation, licenseDocu } from './documents.ts'
import { trnContaGoods, trnContainer, trnHead, trnList } from './transit.ts'
import { decSupplementList } from './dec-supplement-list.ts'
import { sddTax } from './tax.ts'
import { decRoyaltyFee, decTpAccess } from './later-parts.ts'

/**
 * Every part of `DecMessage` in the order of the message.
 * Order: sequence of the 2018 schema; the later parts (DecCopPromises, DecRoyaltyFee, DecTpAccess) follow at
 * the end because public writers disagree on their place (unverified).
 */
export const decMessage = [
  decHead,
  decList,
  container,
  licenseDocu,
  decRequestCert,
  decOtherPack,
  decCopLimit,
  decUser,
  decMarkLob,
  decFreeTxt,
  decSign,
  trnHead,
  trnList,
  trnContainer,
  trnContaGoods,
  decSupplementList,
  edocRealation,
  ecoRelation,
  sddTax,
  decRisk,
  decCopPromise,
  decRoyaltyFee,
  decTpAccess,
] as const

type Part = (typeof decMessage)[number]

/**
 * One declaration, by meaning: on exports `OriginCountry` is still the origin and `DestinationCountry` the
 * destination; only the message swaps them. All values are strings; an absent or empty string is "not filled".
 */
export type DecMessage = { [P in Part as SectionKey<P>]?: P['max'] extends 1 ? Row<P> : Row<P>[] }
export type DecHead = NonNullable<DecMessage['DecHead']>
export type DecList = NonNullable<DecMessage['DecLists']>[number]
export type Container = NonNullable<DecMessage['DecContainers']>[number]
