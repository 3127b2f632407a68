import type { CardFailureCode } from '../../domain/failures/card.ts'
import { failure } from '../../domain/failures/index.ts'
import type { Failure } from '../../domain/result.ts'
import { pcscCodeName, pcscCodes, type PcscCodeName } from '../../native/pcsclite/codes.ts'

/** What each PC/SC code means to the clerk. Every name is listed: a code is never guessed. */
const pcscMeaning: Record<PcscCodeName, CardFailureCode> = {
  SCARD_S_SUCCESS: 'card.unknown',
  SCARD_F_INTERNAL_ERROR: 'card.unknown',
  SCARD_E_CANCELLED: 'card.program',
  SCARD_E_INVALID_HANDLE: 'card.noService',
  SCARD_E_INVALID_PARAMETER: 'card.program',
  SCARD_E_INVALID_TARGET: 'card.program',
  SCARD_E_NO_MEMORY: 'card.program',
  SCARD_F_WAITED_TOO_LONG: 'card.mute',
  SCARD_E_INSUFFICIENT_BUFFER: 'card.program',
  SCARD_E_UNKNOWN_READER: 'card.noReader',
  SCARD_E_TIMEOUT: 'card.mute',
  SCARD_E_SHARING_VIOLATION: 'card.busy',
  SCARD_E_NO_SMARTCARD: 'card.removed',
  SCARD_E_UNKNOWN_CARD: 'card.unknownCard',
  SCARD_E_CANT_DISPOSE: 'card.program',
  SCARD_E_PROTO_MISMATCH: 'card.mute',
  SCARD_E_NOT_READY: 'card.noReader',
  SCARD_E_INVALID_VALUE: 'card.program',
  SCARD_E_SYSTEM_CANCELLED: 'card.noService',
  SCARD_F_COMM_ERROR: 'card.lost',
  SCARD_F_UNKNOWN_ERROR: 'card.unknown',
  SCARD_E_INVALID_ATR: 'card.mute',
  SCARD_E_NOT_TRANSACTED: 'card.lost',
  SCARD_E_READER_UNAVAILABLE: 'card.noReader',
  SCARD_P_SHUTDOWN: 'card.noService',
  SCARD_E_PCI_TOO_SMALL: 'card.program',
  SCARD_E_READER_UNSUPPORTED: 'card.noReader',
  SCARD_E_DUPLICATE_READER: 'card.noReader',
  SCARD_E_CARD_UNSUPPORTED: 'card.unknownCard',
  SCARD_E_NO_SERVICE: 'card.noService',
  SCARD_E_SERVICE_STOPPED: 'card.noService',
  SCARD_E_UNSUPPORTED_FEATURE: 'card.program',
  SCARD_E_NO_READERS_AVAILABLE: 'card.noReader',
  SCARD_W_UNSUPPORTED_CARD: 'card.unknownCard',
  SCARD_W_UNRESPONSIVE_CARD: 'card.mute',
  SCARD_W_UNPOWERED_CARD: 'card.mute',
  SCARD_W_RESET_CARD: 'card.reset',
  SCARD_W_REMOVED_CARD: 'card.removed',
  SCARD_W_SECURITY_VIOLATION: 'card.refused',
  SHORT_ANSWER: 'card.lost',
  NO_LIBRARY: 'card.noLibrary',
}

/** Status words of ISO/IEC 7816-4 that are no success. 63Cx is read before this table is asked. */
const statusMeaning: Readonly<Record<number, CardFailureCode>> = {
  0x6281: 'card.damaged',
  0x6282: 'card.wrongData',
  0x6283: 'card.refused',
  0x6300: 'card.refused',
  0x6581: 'card.damaged',
  0x6700: 'card.wrongData',
  0x6982: 'card.pinNeeded',
  0x6983: 'card.blocked',
  0x6984: 'card.refused',
  0x6985: 'card.refused',
  0x6986: 'card.refused',
  0x6a80: 'card.wrongData',
  0x6a81: 'card.notSupported',
  0x6a82: 'card.notFound',
  0x6a83: 'card.notFound',
  0x6a84: 'card.damaged',
  0x6a86: 'card.notSupported',
  0x6a88: 'card.notFound',
  0x6b00: 'card.wrongData',
  0x6d00: 'card.notSupported',
  0x6e00: 'card.notSupported',
}

/** Failure of a PC/SC code; one that is not listed stays unknown, with its raw form. */
export function pcscFailure(code: number): Failure {
  const name = (Object.keys(pcscCodes) as PcscCodeName[]).find((each) => pcscCodes[each] === code)
  const detail = `${pcscCodeName(code)} (0x${code.toString(16)})`
  return failure(name === undefined ? 'card.unknown' : pcscMeaning[name], { detail })
}

/** Failure of a status word; one that is not listed stays unknown, with its raw form. */
export function statusFailure(status: number): Failure {
  const detail = `SW ${status.toString(16).padStart(4, '0').toUpperCase()}`
  if ((status & 0xfff0) === 0x63c0) {
    const left = status & 15
    return left === 0 ? failure('card.blocked', { detail }) : failure('card.wrongPin', { left, detail })
  }
  return failure(statusMeaning[status] ?? 'card.unknown', { detail })
}
