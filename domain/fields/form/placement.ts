import { decHead } from '../declaration/dec-head.ts'
import { decControlModel, decGoodsLimit, decGoodsLimitVin, decList } from '../declaration/dec-list.ts'
import { decSupplementList } from '../declaration/dec-supplement-list.ts'
import { decCopPromise, decRequestCert, ecoRelation, edocRealation, licenseDocu } from '../declaration/documents.ts'
import {
  container,
  decCopLimit,
  decFreeTxt,
  decMarkLob,
  decOtherPack,
  decSign,
  decUser,
} from '../declaration/head-parts.ts'
import { decRoyaltyFee, decTpAccess } from '../declaration/later-parts.ts'
import { trnContaGoods, trnContainer, trnHead, trnList } from '../declaration/transit.ts'
import type { Section } from '../field.ts'
import { papers } from '../papers.ts'

/** I for imports, E for exports. */
export type Direction = 'I' | 'E'

/** A text that is the same for both directions, or one for each. */
export type DirectedText = string | { readonly I: string; readonly E: string }

/**
 * How a field is edited. `check` is a tick of 1 and 0, `answer` is 是, 否 or not asked (1, 0, 9),
 * `codes` are several codes joined by commas, `line` and `lines` numbers of goods lines of the same declaration,
 * `secret` is not shown while it is typed. The others follow from the type and the table of the field.
 */
export type FormControl =
  'text' | 'code' | 'codes' | 'number' | 'date' | 'check' | 'answer' | 'line' | 'lines' | 'secret'

/** A field edits only some characters of its element (`PromiseItmes`, `Type` …). */
export interface Slice {
  readonly start: number
  readonly length: number
  /** Length of the whole value, and the character of a position that is not filled. */
  readonly total: number
  readonly fill: string
}

export interface Choice {
  readonly code: string
  readonly name: string
}

/** Where one field stands on the form: data, next to the field's own definition. */
export interface Placement {
  readonly section: Section
  readonly element: string
  /** Width in units; a row has `unitsPerRow` of them. */
  readonly units: number
  /** Short label of the form; the field's own label when absent. */
  readonly label?: DirectedText
  /** The label is not drawn, only read out: the field belongs to the one before it (代码、名称). */
  readonly bare?: true
  /** Only on this kind of declaration. */
  readonly only?: Direction
  /** Marked as needed: always or on this kind of declaration. */
  readonly needed?: true | Direction
  readonly control?: FormControl
  /** Code table that the form offers, where the field itself has none. */
  readonly table?: string
  /** Few values that no table lists. */
  readonly choices?: readonly Choice[]
  readonly slice?: Slice
  /** The program fills it: shown, not typed. */
  readonly locked?: true
  readonly hint?: string
}

/** A part as it is written down: placements instead of resolved fields. */
export type RawPart =
  | { kind: 'fields'; id: string; title: string; folded?: true; only?: Direction; fields: readonly Placement[] }
  | {
      kind: 'table'
      id: string
      title: string
      folded?: true
      only?: Direction
      section: Section
      columns: readonly Placement[]
      /** Further fields of a row, in a sheet of their own. */
      details?: readonly Placement[]
    }

/** Columns of the form: most fields take 4 of 20, so that five columns line up. */
export const unitsPerRow = 20

type More = Omit<Placement, 'section' | 'element' | 'units'>

const placer =
  <S extends Section>(section: S) =>
  (element: S['fields'][number]['element'], units: number, label?: DirectedText, more: More = {}): Placement => ({
    section,
    element,
    units,
    ...(label === undefined ? {} : { label }),
    ...more,
  })

/** One function a section: `head('GrossWet', 4, '毛重')`. A wrong element does not compile. */
export const head = placer(decHead)
export const line = placer(decList)
export const lineLicence = placer(decGoodsLimit)
export const vehicle = placer(decGoodsLimitVin)
export const lineControl = placer(decControlModel)
export const box = placer(container)
export const licence = placer(licenseDocu)
export const originPair = placer(ecoRelation)
export const certificate = placer(decRequestCert)
export const packing = placer(decOtherPack)
export const qualification = placer(decCopLimit)
export const user = placer(decUser)
export const mark = placer(decMarkLob)
export const free = placer(decFreeTxt)
export const promise = placer(decCopPromise)
export const royalty = placer(decRoyaltyFee)
export const access = placer(decTpAccess)
export const transit = placer(trnHead)
export const transitBill = placer(trnList)
export const transitBox = placer(trnContainer)
export const transitGoods = placer(trnContaGoods)
export const paper = placer(papers)
export const attached = placer(edocRealation)
export const supplement = placer(decSupplementList)
export const sign = placer(decSign)
