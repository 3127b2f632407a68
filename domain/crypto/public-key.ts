import type { BaseBlock } from 'asn1js'
import { bitsOf, integerOf, members, oidOf, parseDer } from './der.ts'
import { oids } from './oids.ts'
import { isRsaKey, type RsaPublicKey } from './rsa.ts'
import { isPublicKey } from './sm2.ts'

/** Key of a certificate: 65 bytes (04 ‖ x ‖ y) or modulus and exponent. */
export type PublicKey =
  { readonly algorithm: 'SM2'; readonly point: Uint8Array } | ({ readonly algorithm: 'RSA' } & RsaPublicKey)

/** Key of a SubjectPublicKeyInfo, or `undefined` for a kind we do not know or a key that cannot be. */
export function readPublicKey(info: BaseBlock): PublicKey | undefined {
  const [algorithm, bits] = members(info)
  const [kind, curve] = members(algorithm).map(oidOf)
  const key = bitsOf(bits)
  if (!key) return undefined
  if (kind === oids.ecPublicKey && curve === oids.sm2Curve)
    return isPublicKey(key) ? { algorithm: 'SM2', point: key } : undefined
  if (kind !== oids.rsaKey) return undefined
  const [modulus, exponent] = members(parseDer(key)).map(integerOf)
  if (!modulus || !exponent || !isRsaKey({ modulus, exponent })) return undefined
  return { algorithm: 'RSA', modulus, exponent }
}
