import * as asn1 from 'asn1js'
import { oids } from '../../domain/crypto/oids.ts'

/** Short ways to the asn1js objects that a certificate is made of. */
export const seq = (...value: asn1.BaseBlock[]): asn1.Sequence => new asn1.Sequence({ value })
export const oid = (value: string): asn1.ObjectIdentifier => new asn1.ObjectIdentifier({ value })
export const utf8Text = (value: string): asn1.Utf8String => new asn1.Utf8String({ value })
export const bits = (bytes: Uint8Array): asn1.BitString => new asn1.BitString({ valueHex: bytes.slice().buffer })
export const octets = (bytes: Uint8Array): asn1.OctetString => new asn1.OctetString({ valueHex: bytes.slice().buffer })
export const bytesOf = (block: asn1.BaseBlock): Uint8Array => new Uint8Array(block.toBER())

/** A positive INTEGER of the given big-endian bytes (first bit clear). */
export const integer = (bytes: Uint8Array): asn1.Integer => new asn1.Integer({ valueHex: bytes.slice().buffer })

/** UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5). */
export const time = (date: Date): asn1.BaseBlock =>
  date.getUTCFullYear() < 2050 ? new asn1.UTCTime({ valueDate: date }) : new asn1.GeneralizedTime({ valueDate: date })

/** A block of bytes that are DER already. */
export function ready(der: Uint8Array): asn1.BaseBlock {
  const { offset, result } = asn1.fromBER(der.slice())
  if (offset !== der.length || !(result instanceof asn1.BaseBlock)) throw new Error('no DER')
  return result
}

/** A distinguished name of `[object identifier, text]` pairs. */
export const distinguishedName = (pairs: readonly (readonly [string, string])[]): asn1.Sequence =>
  seq(...pairs.map(([id, text]) => new asn1.Set({ value: [seq(oid(id), utf8Text(text))] })))

/** SubjectPublicKeyInfo of a point of the SM2 curve. */
export const ecPublicKeyInfo = (point: Uint8Array): Uint8Array =>
  bytesOf(seq(seq(oid(oids.ecPublicKey), oid(oids.sm2Curve)), bits(point)))
