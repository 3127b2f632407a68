import { fromBase64, utf8 } from '../../domain/crypto/bytes.ts'
import { readCertificate } from '../../domain/crypto/certificate.ts'
import { rawToDer } from '../../domain/crypto/sm2-signature.ts'
import type { SignedItem } from '../../electron/card/sign-job.ts'
import { pem } from '../../sandbox/authority/make-authority.ts'
import type { Openssl } from './openssl.ts'

/** Does openssl accept the signature of an item over its text? */
export function opensslAgrees(openssl: Openssl, item: SignedItem | undefined, text: string): boolean {
  if (item?.outcome !== 'signed') return false
  const certificate = readCertificate(item.certificate)
  const signature = fromBase64(item.signature)
  if (!certificate || !signature) return false
  openssl.write('card.pem', pem(certificate.der))
  if (certificate.algorithm === 'SM2') return openssl.verifiesSm2('card.pem', utf8(text), rawToDer(signature))
  // The two generations of RSA cards: 1024 bits with SHA-1, 2048 with SHA-256.
  return openssl.verifiesRsa('card.pem', signature.length === 128 ? 'sha1' : 'sha256', utf8(text), signature)
}
