import { derToRaw } from './sm2-signature.ts'
import { rsaDigest, verifyRsa, type RsaHash } from './rsa.ts'
import { messageDigest, verifyDigest } from './sm2.ts'
import type { Certificate } from './certificate.ts'
import { oids } from './oids.ts'
import type { PublicKey } from './public-key.ts'

/**
 * Hash of an RSA card: old cards sign SHA-1 (signing.json), and the certificate's own signature tells its generation.
 * Medium confidence: no real RSA card was at hand; `rsaHashOf` is the one place to change.
 */
export const rsaHashOf = (certificate: Certificate): RsaHash =>
  certificate.signatureAlgorithm === oids.rsaSha256 ? 'SHA-256' : 'SHA-1'

/** The digest that the card of this certificate signs for a message: e for SM2, the hash for RSA. */
export const digestFor = (message: Uint8Array, certificate: Certificate): Uint8Array =>
  certificate.publicKey.algorithm === 'SM2'
    ? messageDigest(message, certificate.publicKey.point)
    : rsaDigest(rsaHashOf(certificate), message)

/**
 * Is this the signature of the certificate's key over the message? Raw r‖s for SM2, PKCS#1 v1.5 for RSA.
 * Hostile input gives `false`, never a throw.
 */
export function verifySignature(message: Uint8Array, signature: Uint8Array, certificate: Certificate): boolean {
  const digest = digestFor(message, certificate)
  const key = certificate.publicKey
  return key.algorithm === 'SM2'
    ? verifyDigest(digest, signature, key.point)
    : verifyRsa(rsaHashOf(certificate), digest, signature, key)
}

/** Did this key sign the certificate? Knows SM2 with SM3 (default identity) and RSA with SHA-1 or SHA-256. */
export function signedBy(certificate: Certificate, key: PublicKey): boolean {
  const { tbs, signature, signatureAlgorithm } = certificate
  if (key.algorithm === 'SM2') {
    const raw = derToRaw(signature)
    return (
      signatureAlgorithm === oids.sm2WithSm3 && !!raw && verifyDigest(messageDigest(tbs, key.point), raw, key.point)
    )
  }
  const hash = ({ [oids.rsaSha1]: 'SHA-1', [oids.rsaSha256]: 'SHA-256' } as const)[signatureAlgorithm]
  return hash !== undefined && verifyRsa(hash, rsaDigest(hash, tbs), signature, key)
}
