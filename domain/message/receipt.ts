import type { DeclarationEvent } from '../states/declaration.ts'
import { channelOf } from './channels.ts'

/**
 * The layouts in which an answer comes: the technical answer to one file, the business receipt since 2018
 * (`CUS_CIQ_NO`), its older form (`SEQ_NO`, GB2312) and the transit receipt. Source: format note V1.0.
 */
export const receiptForms = ['DecImportResponse', 'DEC_RESULT', 'DEC_DATA', 'TRN_DATA'] as const

export type ReceiptForm = (typeof receiptForms)[number]

/** An answer to a declaration, whatever its layout. Absent: the receipt does not carry it. */
export interface Receipt {
  readonly form: ReceiptForm
  /** The sender's own number; only the technical answer echoes it. */
  readonly clientSeqNo?: string
  /** 统一编号. */
  readonly seqNo?: string
  /** 海关编号, given from the acceptance on. */
  readonly entryId?: string
  /** 转关单编号. */
  readonly transitNo?: string
  /** Channel letter as it came, also when nobody knows it. */
  readonly channel?: string
  /** Technical answer: `0` accepted, all else refused. */
  readonly responseCode?: string
  /** Text for people; with logic-check errors each on a line of its own. */
  readonly note: string
  /** Moment of the notice, local, `yyyy-MM-ddTHH:mm:ss`; absent when it cannot be read. */
  readonly noticeAt?: string
  readonly customMaster?: string
  /** 进出口日期 and 申报日期, yyyy-MM-dd. */
  readonly ieDate?: string
  readonly declareDate?: string
  /** Every other element with a text, and dates that cannot be read, under their element names. */
  readonly more: Readonly<Record<string, string>>
}

/** What a receipt does to the declaration; `undefined` when it is only added to the time line. */
export function eventOf(receipt: Receipt): DeclarationEvent | undefined {
  if (receipt.responseCode !== undefined) return receipt.responseCode === '0' ? 'saved' : 'refused'
  // A transit receipt tells of the transit declaration, not of the declaration.
  if (receipt.form === 'TRN_DATA' || receipt.channel === undefined) return undefined
  return channelOf(receipt.channel)?.event
}
