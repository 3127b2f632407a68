import type { CopyPart } from '../../../domain/fields/copy-parts.ts'
import type { DecHead, DecList, DecMessage } from '../../../domain/fields/declaration/dec-message.ts'

type HeadField = keyof DecHead
type LineField = keyof DecList

/** Numbers, days and marks of one filing: never taken over. */
const filing: readonly HeadField[] = ['SeqNo', 'EntryId', 'PreEntryId', 'PDate', 'Risk', 'CheckFlow']
const neverParts = ['DecSign', 'EdocRealation', 'DecRisk'] as const

/** Head fields of each part; what stands in none belongs to the terms. */
const headFields = {
  transport: ['BillNo', 'BLNo', 'TrafName', 'IEDate', 'CmplDschrgDt', 'DespDate'],
  parties: [
    'TradeCode',
    'TradeCoScc',
    'TradeName',
    'TradeCiqCode',
    'OwnerCode',
    'OwnerCodeScc',
    'OwnerName',
    'OwnerCiqCode',
    'OverseasConsignorCode',
    'OverseasConsignorCname',
    'OverseasConsignorEname',
    'OverseasConsignorAddr',
    'OverseasConsigneeCode',
    'OverseasConsigneeEname',
    'DomesticConsigneeEname',
  ],
  amounts: ['NetWt', 'GrossWet', 'PackNo'],
} as const satisfies Partial<Record<CopyPart, readonly HeadField[]>>
const placed = new Set<string>(Object.values(headFields).flat())

const lineAmounts: readonly LineField[] = ['GQty', 'FirstQty', 'SecondQty', 'DeclPrice', 'DeclTotal']
/** What every declaration says, whatever is copied. */
const usual = new Set<string>([
  'IEFlag',
  'EntryType',
  'EdiId',
  'DeclTrnRel',
  'NoOtherPack',
  'ChkSurety',
  'TaxAaminMark',
])
const ownSections = new Set<string>(['DecHead', 'DecLists', 'DecContainers', 'DecFreeTxt'])

/** Written anew for each shipment, though a copy keeps them. */
const ofShipment = new Set<string>(['ContrNo', 'NoteS', 'LicenseNo', 'ManualNo', 'PromiseItmes'])

/** Head fields by which a customer is known again: parties and terms, nothing of one shipment. */
export const isCustomerField = (field: string): boolean =>
  !usual.has(field) &&
  !ofShipment.has(field) &&
  !filing.some((each) => each === field) &&
  ![...headFields.transport, ...headFields.amounts].some((each) => each === field)

/** The chosen parts of a declaration as the message of a new one. */
export function takeParts(message: DecMessage, parts: readonly CopyPart[]): DecMessage {
  const copy: DecMessage = structuredClone(message)
  const has = (part: CopyPart): boolean => parts.includes(part)
  for (const part of neverParts) delete copy[part]
  copy.DecHead = takeHead(copy.DecHead ?? {}, has)
  if (!has('goods')) delete copy.DecLists
  else if (!has('amounts')) for (const line of copy.DecLists ?? []) for (const field of lineAmounts) delete line[field]
  if (!has('containers')) delete copy.DecContainers
  if (!has('transport')) delete copy.DecFreeTxt?.VoyNo
  if (!has('terms')) delete copy.DecFreeTxt
  if (!has('others'))
    for (const key of Object.keys(copy)) if (!ownSections.has(key)) delete copy[key as keyof DecMessage]
  return copy
}

function takeHead(head: DecHead, has: (part: CopyPart) => boolean): DecHead {
  const kept = Object.entries(head).filter(([field]) => {
    if (filing.some((each) => each === field)) return false
    if (usual.has(field)) return true
    if (!placed.has(field)) return has('terms')
    return (Object.entries(headFields) as [CopyPart, readonly string[]][]).some(
      ([part, fields]) => has(part) && fields.includes(field),
    )
  })
  return Object.fromEntries(kept)
}
