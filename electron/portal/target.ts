import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'

/** How requests leave the house. The address of kind `http` may carry name and password of the proxy. */
export interface ProxySetting {
  readonly kind: 'system' | 'none' | 'http'
  readonly address: string
}

/** The one place that a client talks to: from the site profile or from the practice portal, never from data. */
export interface PortalTarget {
  readonly baseAddress: string
  /** Bearer token; empty where the site needs none. */
  readonly token: string
  /** PEM of an extra certificate authority for this target only; empty where there is none. */
  readonly extraCa: string
  readonly proxy: ProxySetting
}

/** The address as a URL, or `null`. Not every Node 20 has `URL.parse`. */
export const readUrl = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * The base address as a URL without a slash at its end.
 * Refuses (`portal.address`): anything but https (http on the own machine), names, passwords, queries and fragments.
 */
export function baseUrl(address: string): Result<string> {
  const url = readUrl(address)
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === ''
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname))
  // What the parser corrects (backslashes, missing slashes, blanks) was not meant as an address.
  if (!url || !plain || !safe || !/^https?:\/\/[^\s\\]+$/i.test(address)) return refuse(failure('portal.address'))
  return ok(url.href.replace(/\/+$/, ''))
}

/** The extra authority as Node takes it. */
export function extraAuthority(pem: string): Result<string | undefined> {
  if (pem.trim() === '') return ok(undefined)
  return /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(pem)
    ? ok(pem)
    : refuse(failure('portal.extraCa'))
}
