import type { Receipt, ReceiptForm } from './receipt.ts'

/** Keys of a receipt that are plain texts. */
export type TextKey = Exclude<keyof Receipt, 'form' | 'more'>

/** Which element carries what, in the order of the format note. Elements not named here go into `more`. */
export const receiptElements: Record<ReceiptForm, Readonly<Record<string, TextKey>>> = {
  DecImportResponse: {
    ResponseCode: 'responseCode',
    ErrorMessage: 'note',
    ClientSeqNo: 'clientSeqNo',
    SeqNo: 'seqNo',
    TrnPreId: 'transitNo',
  },
  DEC_RESULT: {
    CUS_CIQ_NO: 'seqNo',
    ENTRY_ID: 'entryId',
    NOTICE_DATE: 'noticeAt',
    CHANNEL: 'channel',
    NOTE: 'note',
    CUSTOM_MASTER: 'customMaster',
    I_E_DATE: 'ieDate',
    D_DATE: 'declareDate',
  },
  DEC_DATA: {
    SEQ_NO: 'seqNo',
    ENTRY_ID: 'entryId',
    NOTICE_DATE: 'noticeAt',
    CHANNEL: 'channel',
    NOTE: 'note',
    DECL_PORT: 'customMaster',
    I_E_DATE: 'ieDate',
    D_DATE: 'declareDate',
  },
  TRN_DATA: {
    SEQ_NO: 'seqNo',
    TRANS_NO: 'transitNo',
    NOTICE_DATE: 'noticeAt',
    CHANNEL: 'channel',
    NOTE: 'note',
  },
}

/** Element around the values, where it is not the root. */
export const resultElement: Partial<Record<ReceiptForm, string>> = {
  DEC_RESULT: 'DEC_RESULT',
  DEC_DATA: 'DEC_RESULT',
  TRN_DATA: 'TRN_RESULT',
}
