import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concat, fromBigInt, fromHex, sameBytes, toBigInt } from './bytes.ts'

export interface RsaPublicKey {
  readonly modulus: Uint8Array
  readonly exponent: Uint8Array
}
export type RsaHash = 'SHA-1' | 'SHA-256'

const hashes = { 'SHA-1': sha1, 'SHA-256': sha256 }
/** DigestInfo before the digest (RFC 8017 §9.2 note 1). */
const prefixes = {
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-256': '3031300d060960864801650304020105000420',
}

export const rsaDigest = (hash: RsaHash, message: Uint8Array): Uint8Array => hashes[hash](message)

/** Algorithm and digest in the DER form that is padded and signed. */
export const digestInfo = (hash: RsaHash, digest: Uint8Array): Uint8Array =>
  concat(fromHex(prefixes[hash]) ?? new Uint8Array(), digest)

/** The block that a PKCS#1 v1.5 signature must open to: 00 01 FF… 00 DigestInfo. */
export function signatureBlock(hash: RsaHash, digest: Uint8Array, length: number): Uint8Array {
  const info = digestInfo(hash, digest)
  const padding = new Uint8Array(Math.max(8, length - info.length - 3)).fill(255)
  return concat(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info)
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square, rest] = [1n, base % modulus, exponent]
  while (rest > 0n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
    rest >>= 1n
  }
  return result
}

/** Plausible key: 1024 to 4096 bits and a small odd exponent, so that a made-up one cannot keep us busy. */
export function isRsaKey({ modulus, exponent }: RsaPublicKey): boolean {
  const e = toBigInt(exponent.subarray(0, 8))
  return modulus.length >= 128 && modulus.length <= 512 && exponent.length <= 4 && e >= 3n && (e & 1n) === 1n
}

/**
 * Is this a PKCS#1 v1.5 signature over a digest? The whole block is rebuilt and compared, so that no
 * second encoding passes (RFC 8017 §8.2.2). Hostile input gives `false`.
 */
export function verifyRsa(hash: RsaHash, digest: Uint8Array, signature: Uint8Array, key: RsaPublicKey): boolean {
  if (!isRsaKey(key) || signature.length !== key.modulus.length) return false
  const modulus = toBigInt(key.modulus)
  const number = toBigInt(signature)
  if (number >= modulus) return false
  const opened = fromBigInt(power(number, toBigInt(key.exponent), modulus), key.modulus.length)
  return sameBytes(opened, signatureBlock(hash, digest, key.modulus.length))
}
