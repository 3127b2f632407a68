import { createPrivateKey, sign } from 'node:crypto'
import { toBase64, utf8 } from '../../domain/crypto/bytes.ts'
import { readCertificate } from '../../domain/crypto/certificate.ts'
import { messageDigest, publicKeyOf, signDigest } from '../../domain/crypto/sm2.ts'
import { rsaHashOf } from '../../domain/crypto/verify-signature.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { signText } from '../../domain/message/sign-text.ts'
import { writeDecMessage } from '../../domain/message/write.ts'
import { openAuthority } from '../../sandbox/authority/authority.ts'
import { readCardFile, type CardFile } from '../../sandbox/authority/card-file.ts'
import type { CardName } from '../../sandbox/authority/card-plans.ts'
import { sm2Scalar } from '../../sandbox/authority/key-pair.ts'

/** Signature of a practice card over a text, base64. */
export function signWith(card: CardFile, text: string): string {
  const bytes = utf8(text)
  if (card.algorithm === 'SM2') {
    const key = sm2Scalar(card.privateKey)
    return toBase64(signDigest(messageDigest(bytes, publicKeyOf(key)), key))
  }
  const certificate = readCertificate(card.certificate)
  const hash = certificate && rsaHashOf(certificate) === 'SHA-256' ? 'RSA-SHA256' : 'RSA-SHA1'
  return toBase64(new Uint8Array(sign(hash, bytes, createPrivateKey(card.privateKey))))
}

export interface Signing {
  /** Practice folder whose authority issued the card. */
  readonly folder: string
  readonly card?: CardName
  readonly clientSeqNo?: string
  /** Last touch before the message is signed. */
  readonly before?: (message: DecMessage) => void
  /** Last touch after it was signed. */
  readonly after?: (message: DecMessage) => void
}

/** A message as the signing service makes it, signed with the key of a practice card. */
export function signMessage(original: DecMessage, signing: Signing): Uint8Array {
  const { folder, card: name = 'operator', clientSeqNo } = signing
  const authority = openAuthority(folder)
  const card = readCardFile(authority.card(name))
  const message = structuredClone(original)
  const certificate = readCertificate(card.certificate)
  const registered = authority.registry.cards.find((entry) => entry.cardNo === card.cardNo)
  const head = (message.DecHead ??= {})
  const part = (message.DecSign ??= {})
  head.TypistNo = card.cardNo
  head.CopCode = registered?.copCode ?? head.CopCode
  part.ICCode = card.cardNo
  part.CopCode = head.CopCode
  part.ClientSeqNo = clientSeqNo ?? part.ClientSeqNo
  part.BillSeqNo = part.ClientSeqNo
  part.SignDate = '2026111010203000'
  part.Certificate = certificate?.serialHex ?? ''
  signing.before?.(message)
  part.Sign = signWith(card, signText(message))
  signing.after?.(message)
  return utf8(writeDecMessage(message))
}
