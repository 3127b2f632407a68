import { makeEntryNumber } from '../../domain/identity/entry-number.ts'

/** 统一编号: direction, year, and a serial of 13 digits; 18 characters. Form seen in public samples. */
export const makeSeqNo = (direction: 'I' | 'E', year: number, serial: number): string =>
  `${direction}${year}${String(serial).padStart(13, '0')}`

/** 海关编号: office, year, direction, serial of 9 digits; 18 digits. */
export const makeEntryId = makeEntryNumber
