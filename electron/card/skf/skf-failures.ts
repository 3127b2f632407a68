import type { CardFailureCode } from '../../../domain/failures/card.ts'
import { failure } from '../../../domain/failures/index.ts'
import type { Failure } from '../../../domain/result.ts'
import { skfCodeName, type SkfCodeName } from '../../../native/skf/codes.ts'

/**
 * What each code of GM/T 0016 means to the clerk. Every name is listed: a code is never guessed. SAR_FAIL says nothing
 * and stays unknown, SAR_PIN_INVALID is no wrong PIN but one of a form that the token does not take.
 */
const meaning: Record<SkfCodeName, CardFailureCode> = {
  SAR_OK: 'card.unknown',
  SAR_FAIL: 'card.unknown',
  SAR_UNKNOWNERR: 'card.unknown',
  SAR_NOTSUPPORTYETERR: 'card.notSupported',
  SAR_FILEERR: 'card.damaged',
  SAR_INVALIDHANDLEERR: 'card.lost',
  SAR_INVALIDPARAMERR: 'card.program',
  SAR_READFILEERR: 'card.damaged',
  SAR_WRITEFILEERR: 'card.damaged',
  SAR_NAMELENERR: 'card.program',
  SAR_KEYUSAGEERR: 'card.refused',
  SAR_MODULUSLENERR: 'card.wrongData',
  SAR_NOTINITIALIZEERR: 'card.unknownCard',
  SAR_OBJERR: 'card.program',
  SAR_MEMORYERR: 'card.program',
  SAR_TIMEOUTERR: 'card.mute',
  SAR_INDATALENERR: 'card.wrongData',
  SAR_INDATAERR: 'card.wrongData',
  SAR_GENRANDERR: 'card.damaged',
  SAR_HASHOBJERR: 'card.program',
  SAR_HASHERR: 'card.damaged',
  SAR_GENRSAKEYERR: 'card.damaged',
  SAR_RSAMODULUSLENERR: 'card.wrongData',
  SAR_CSPIMPRTPUBKEYERR: 'card.program',
  SAR_RSAENCERR: 'card.damaged',
  SAR_RSADECERR: 'card.damaged',
  SAR_HASHNOTEQUALERR: 'card.wrongData',
  SAR_KEYNOTFOUNTERR: 'card.notFound',
  SAR_CERTNOTFOUNTERR: 'card.noCertificate',
  SAR_NOTEXPORTERR: 'card.refused',
  SAR_DECRYPTPADERR: 'card.wrongData',
  SAR_MACLENERR: 'card.wrongData',
  SAR_BUFFER_TOO_SMALL: 'card.program',
  SAR_KEYINFOTYPEERR: 'card.notSupported',
  SAR_NOT_EVENTERR: 'card.program',
  SAR_DEVICE_REMOVED: 'card.removed',
  SAR_PIN_INCORRECT: 'card.wrongPin',
  SAR_PIN_LOCKED: 'card.blocked',
  SAR_PIN_INVALID: 'card.refused',
  SAR_PIN_LEN_RANGE: 'card.pinLength',
  SAR_USER_ALREADY_LOGGED_IN: 'card.busy',
  SAR_USER_PIN_NOT_INITIALIZED: 'card.refused',
  SAR_USER_TYPE_INVALID: 'card.program',
  SAR_APPLICATION_NAME_INVALID: 'card.unknownCard',
  SAR_APPLICATION_EXISTS: 'card.program',
  SAR_USER_NOT_LOGGED_IN: 'card.pinNeeded',
  SAR_APPLICATION_NOT_EXISTS: 'card.unknownCard',
  SAR_FILE_ALREADY_EXIST: 'card.program',
  SAR_NO_ROOM: 'card.damaged',
  SAR_FILE_NOT_EXIST: 'card.notFound',
  SAR_REACH_MAX_CONTAINER_COUNT: 'card.refused',
  BAD_ANSWER: 'card.lost',
}

/** PIN lengths that reach the library; shorter and longer ones are refused before. */
export const pinRules = { least: 6, most: 16 } as const

/** Failure of a code; a vendor's own stays unknown, with its raw form. */
export function skfFailure(code: number): Failure {
  const name = skfCodeName(code)
  const raw = `0x${code.toString(16).toUpperCase().padStart(8, '0')}`
  const detail = name === undefined ? `SKF ${raw}` : `${name} (${raw})`
  return failure(name === undefined ? 'card.unknown' : meaning[name], { detail, left: '未知', ...pinRules })
}
