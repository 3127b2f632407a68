import { failure, type FailureCode } from '../../domain/failures/index.ts'
import type { Failure } from '../../domain/result.ts'
import { WaitOver, type Waits } from './traced-transport.ts'

/** What the network says, one row a code. Sources: errno(3), Node's TLS codes. */
const codes: Record<string, FailureCode> = {
  ENOTFOUND: 'portal.dns',
  EAI_AGAIN: 'portal.dns',
  EAI_FAIL: 'portal.dns',
  ECONNREFUSED: 'portal.refused',
  EACCES: 'portal.refused',
  ENETUNREACH: 'portal.offline',
  EHOSTUNREACH: 'portal.offline',
  ENETDOWN: 'portal.offline',
  EADDRNOTAVAIL: 'portal.offline',
  ETIMEDOUT: 'portal.offline',
  CERT_HAS_EXPIRED: 'portal.certificateExpired',
  CERT_NOT_YET_VALID: 'portal.certificateExpired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'portal.certificateHost',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'portal.certificateUntrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'portal.certificateUntrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'portal.certificateUntrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'portal.certificateUntrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'portal.certificateUntrusted',
  CERT_UNTRUSTED: 'portal.certificateUntrusted',
  CERT_REVOKED: 'portal.certificateUntrusted',
  CERT_SIGNATURE_FAILURE: 'portal.certificateUntrusted',
  INVALID_PURPOSE: 'portal.certificateUntrusted',
  EPROTO: 'portal.tls',
}

const waitCodes = { connect: 'portal.connectTimeout', response: 'portal.timeout', total: 'portal.timeout' } as const

/** What is known of a request that got no whole answer. */
export interface Circumstances {
  readonly waits: Waits & { readonly total: number }
  readonly viaProxy: boolean
  readonly connected: boolean
  /** Why the request was given up by us, where it was. */
  readonly stopped?: WaitOver | 'asked'
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''

const isTooLarge = (cause: unknown): boolean =>
  cause instanceof Error && cause.message.startsWith('maxContentLength size')

/** The wait that ran out, wherever the HTTP client put it. */
function waitOf(cause: unknown): WaitOver | undefined {
  if (cause instanceof WaitOver) return cause
  return cause instanceof Error && cause.cause !== undefined ? waitOf(cause.cause) : undefined
}

/** Names of hosts and addresses stay out of the detail: only the code of the system goes into it. */
const ofCode = (code: FailureCode, detail: string): Failure => failure(code, detail === '' ? {} : { detail })

/**
 * Why a request got no whole answer, as one of our codes. Nothing of the request gets into the failure: the client's
 * own errors carry body, token and addresses.
 */
export function failureOf(cause: unknown, circumstances: Circumstances): Failure {
  const { waits, viaProxy, connected, stopped } = circumstances
  if (stopped === 'asked') return failure('portal.stopped')
  const wait = stopped ?? waitOf(cause)
  if (wait) return failure(waitCodes[wait.phase], { seconds: Math.ceil(waits[wait.phase] / 1000) })
  if (isTooLarge(cause)) return failure('portal.answerTooLarge')
  const detail = codeOf(cause)
  const code =
    codes[detail] ?? (detail.startsWith('ERR_SSL') || detail.startsWith('ERR_TLS') ? 'portal.tls' : undefined)
  const isCertificate = code?.startsWith('portal.certificate') ?? false
  if (!connected && viaProxy && !isCertificate) return ofCode('portal.proxy', detail)
  return ofCode(code ?? (connected ? 'portal.broken' : 'portal.offline'), detail)
}
