import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { fromHex, toHex } from '../../domain/crypto/bytes.ts'
import { messageDigest, newPrivateKey, publicKeyOf, signDigest } from '../../domain/crypto/sm2.ts'
import { rawToDer } from '../../domain/crypto/sm2-signature.ts'
import { ecPublicKeyInfo } from './der-writer.ts'

/** A private key as it stands in a file: hex of the SM2 scalar, or PKCS#8 PEM for RSA. */
export interface KeyPair {
  readonly algorithm: 'SM2' | 'RSA'
  readonly privateKey: string
  /** DER of the SubjectPublicKeyInfo. */
  readonly publicKeyInfo: Uint8Array
}

/** Scalar of an SM2 key in a file. */
export function sm2Scalar(privateKey: string): Uint8Array {
  const bytes = fromHex(privateKey)
  if (bytes?.length !== 32) throw new Error('the card file holds no SM2 key')
  return bytes
}

export function newKeyPair(algorithm: 'SM2' | 'RSA', bits = 2048): KeyPair {
  if (algorithm === 'SM2') {
    const privateKey = newPrivateKey()
    return { algorithm, privateKey: toHex(privateKey), publicKeyInfo: ecPublicKeyInfo(publicKeyOf(privateKey)) }
  }
  const pair = generateKeyPairSync('rsa', { modulusLength: bits })
  return {
    algorithm,
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyInfo: new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' })),
  }
}

/** Signature of an authority over a certificate: DER for SM2, PKCS#1 for RSA. */
export function signTbs(tbs: Uint8Array, issuer: KeyPair, hash: 'SHA-1' | 'SHA-256'): Uint8Array {
  if (issuer.algorithm === 'SM2') {
    const key = sm2Scalar(issuer.privateKey)
    return rawToDer(signDigest(messageDigest(tbs, publicKeyOf(key)), key))
  }
  const name = hash === 'SHA-1' ? 'RSA-SHA1' : 'RSA-SHA256'
  return new Uint8Array(sign(name, tbs, createPrivateKey(issuer.privateKey)))
}
