import { fromBase64, toHex } from './bytes.ts'
import { readCardFacts, type CardFacts } from './card-facts.ts'
import { bitsOf, contextTag, integerOf, members, octetsOf, oidOf, parseDer, rawBytes, textOf, timeOf } from './der.ts'
import { nameOids, oids } from './oids.ts'
import { readPublicKey, type PublicKey } from './public-key.ts'
import type { BaseBlock } from 'asn1js'

/** Names of a subject or issuer that we show, by their short name. */
export type DistinguishedName = Partial<Record<string, string>>

export interface Certificate {
  readonly der: Uint8Array
  /** What its issuer signed. */
  readonly tbs: Uint8Array
  readonly signature: Uint8Array
  /** Object identifier of the issuer's signature. */
  readonly signatureAlgorithm: string
  readonly subject: DistinguishedName
  readonly issuer: DistinguishedName
  /** Encoded names in hex, to compare issuer with subject. */
  readonly subjectKey: string
  readonly issuerKey: string
  /** Upper-case hex without leading zero byte. */
  readonly serialHex: string
  /** Moments in UTC, `yyyy-MM-ddTHH:mm:ssZ`, so that they compare as texts. */
  readonly notBefore: string
  readonly notAfter: string
  readonly algorithm: 'SM2' | 'RSA'
  readonly publicKey: PublicKey
  readonly isAuthority: boolean
  /** Facts of the operator card from the private extensions; empty texts where there are none. */
  readonly card: CardFacts
}

function nameOf(block: BaseBlock): DistinguishedName {
  const name: DistinguishedName = {}
  for (const pair of members(block).flatMap((set) => members(set))) {
    const [type, value] = members(pair)
    const short = nameOids[oidOf(type) ?? '']
    if (short !== undefined) name[short] ??= textOf(value) ?? ''
  }
  return name
}

/** Values of the extensions by identifier. A second one of the same kind is refused (RFC 5280 §4.2). */
function extensionsOf(rest: BaseBlock[]): Map<string, Uint8Array> | undefined {
  const found = new Map<string, Uint8Array>()
  const wrapper = rest.find((block) => contextTag(block) === 3)
  for (const extension of members(members(wrapper)[0])) {
    const parts = members(extension)
    const id = oidOf(parts[0])
    const value = octetsOf(parts.at(-1))
    if (id === undefined || value === undefined || found.has(id)) return undefined
    found.set(id, value)
  }
  return found
}

function isAuthority(extensions: Map<string, Uint8Array>): boolean {
  const value = extensions.get(oids.basicConstraints)
  const flag = value && members(parseDer(value))[0]
  return flag !== undefined && toHex(rawBytes(flag)) === '0101ff'
}

/** DER of a certificate that comes as DER or PEM. */
function derOf(input: Uint8Array | string): Uint8Array | undefined {
  if (typeof input !== 'string') return input
  const body = /-----BEGIN CERTIFICATE-----([\s\S]{1,100000}?)-----END CERTIFICATE-----/.exec(input)?.[1]
  return fromBase64(body ?? input)
}

/**
 * Reads an X.509 certificate with an SM2 or RSA key.
 * @param input DER bytes, PEM, or base64 of the DER as the card control gives it
 * @returns `undefined` for anything else, hostile input included; says nothing of trust (see `verifyChain`)
 */
export function readCertificate(input: Uint8Array | string): Certificate | undefined {
  const der = derOf(input)
  const [tbs, algorithm, bits] = members(der && parseDer(der))
  const all = members(tbs)
  const fields = all[0] && contextTag(all[0]) === 0 ? all.slice(1) : all
  const [serialBlock, innerAlgorithm, issuer, validity, subject, keyInfo, ...rest] = fields
  if (!der || !tbs || !algorithm || !innerAlgorithm || !issuer || !subject || !keyInfo) return undefined
  const serial = integerOf(serialBlock)
  const signature = bitsOf(bits)
  const signatureAlgorithm = oidOf(members(algorithm)[0])
  const [notBefore, notAfter] = members(validity).map(timeOf)
  const publicKey = readPublicKey(keyInfo)
  const extensions = extensionsOf(rest)
  if (!serial || !signature || !signatureAlgorithm || !notBefore || !notAfter || !publicKey || !extensions)
    return undefined
  // RFC 5280 §4.1.1.2: both places must name the same algorithm, else the outer one could be swapped.
  if (oidOf(members(innerAlgorithm)[0]) !== signatureAlgorithm) return undefined
  return {
    der,
    tbs: rawBytes(tbs),
    signature,
    signatureAlgorithm,
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    subjectKey: toHex(rawBytes(subject)),
    issuerKey: toHex(rawBytes(issuer)),
    serialHex: toHex(serial).toUpperCase(),
    notBefore,
    notAfter,
    algorithm: publicKey.algorithm,
    publicKey,
    isAuthority: isAuthority(extensions),
    card: readCardFacts(extensions),
  }
}
