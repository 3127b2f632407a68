import * as asn1 from 'asn1js'
import { randomBytes } from 'node:crypto'
import { oids } from '../../domain/crypto/oids.ts'
import { bits, bytesOf, distinguishedName, integer, octets, oid, ready, seq, time } from './der-writer.ts'
import { signTbs, type KeyPair } from './key-pair.ts'

export type Names = readonly (readonly [string, string])[]

export interface CertificateRequest {
  readonly subject: Names
  readonly issuer: Names
  readonly publicKeyInfo: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly isAuthority: boolean
  /** Private extensions: object identifier → text. */
  readonly texts: Readonly<Record<string, string>>
  readonly hash?: 'SHA-1' | 'SHA-256'
}

/** 8 random bytes, positive: serials of the operator cards have 16 hex digits (signing.json). */
function newSerial(): Uint8Array {
  const serial = new Uint8Array(randomBytes(8))
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  return serial
}

function extension(id: string, critical: boolean, value: asn1.BaseBlock): asn1.Sequence {
  const flag = critical ? [new asn1.Boolean({ value: true })] : []
  return seq(oid(id), ...flag, octets(bytesOf(value)))
}

function extensions({ isAuthority, texts }: CertificateRequest): asn1.BaseBlock {
  // keyUsage: 06 = keyCertSign, cRLSign · C0 = digitalSignature, nonRepudiation
  const usage = new asn1.BitString({
    valueHex: Uint8Array.of(isAuthority ? 0x06 : 0xc0).buffer,
    unusedBits: isAuthority ? 1 : 6,
  })
  const list = [
    extension(oids.basicConstraints, true, isAuthority ? seq(new asn1.Boolean({ value: true })) : seq()),
    extension(oids.keyUsage, true, usage),
    ...Object.entries(texts).map(([id, text]) => extension(id, false, new asn1.Utf8String({ value: text }))),
  ]
  return new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 3 }, value: [seq(...list)] })
}

/** DER of an X.509 v3 certificate, signed by the issuer's key. */
export function issueCertificate(request: CertificateRequest, issuerKey: KeyPair): Uint8Array {
  const hash = request.hash ?? 'SHA-256'
  const rsa = hash === 'SHA-1' ? oids.rsaSha1 : oids.rsaSha256
  const algorithm = () => (issuerKey.algorithm === 'SM2' ? seq(oid(oids.sm2WithSm3)) : seq(oid(rsa), new asn1.Null()))
  const version = new asn1.Constructed({
    idBlock: { tagClass: 3, tagNumber: 0 },
    value: [new asn1.Integer({ value: 2 })],
  })
  const tbs = seq(
    version,
    integer(newSerial()),
    algorithm(),
    distinguishedName(request.issuer),
    seq(time(request.notBefore), time(request.notAfter)),
    distinguishedName(request.subject),
    ready(request.publicKeyInfo),
    extensions(request),
  )
  return bytesOf(seq(tbs, algorithm(), bits(signTbs(bytesOf(tbs), issuerKey, hash))))
}
