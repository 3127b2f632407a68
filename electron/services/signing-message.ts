import iconv from 'iconv-lite'
import { sm3 } from '../../domain/crypto/sm3.ts'
import { toHex, utf8 } from '../../domain/crypto/bytes.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { beijingDigits } from '../../domain/message/beijing-time.ts'
import { signText, type SignEncoding } from '../../domain/message/sign-text.ts'
import type { SignForm } from './settings.ts'

/** What of the card goes into the message. */
export interface Signer {
  readonly cardNo: string
  readonly copCode: string
  readonly holder: string
  readonly certificateSerial: string
}

/** Values of `DecSign` that are not taken from the card. */
const fixed = {
  /** C: the declaration is filed. G would only save it (oper_type). */
  OperType: 'C',
  /** 2: declarant (domain_id). */
  DomainId: '2',
} as const

/** 16 digits: yyyyMMddHHmmss and two more (signing.json, DecSign_in_save_mode); here hundredths of a second. */
export const signDate = (now: number): string => beijingDigits(now).slice(0, 16)

/**
 * The message as it is filed, without its signature: stored data with `DecSign` filled. None of these values is part
 * of the signed text, so that the digest depends on the stored data alone.
 */
export function finalMessage(stored: DecMessage, clientSeqNo: string, signer: Signer, now: number): DecMessage {
  const before = stored.DecSign ?? {}
  return {
    ...stored,
    DecSign: {
      ...before,
      ...fixed,
      ICCode: signer.cardNo,
      CopCode: signer.copCode,
      OperName: signer.holder,
      ClientSeqNo: clientSeqNo,
      SignDate: signDate(now),
      Certificate: signer.certificateSerial,
      // The list's unified number where there is one, else our own number (DecSign_in_save_mode).
      BillSeqNo: before.BillSeqNo || clientSeqNo,
      Sign: '',
    },
  }
}

/** The bytes of the signed text; in GB18030 every character of Unicode has its place. */
const signedBytes = (text: string, encoding: SignEncoding): Uint8Array =>
  encoding === 'gb18030' ? new Uint8Array(iconv.encode(text, 'gb18030')) : utf8(text)

/** The text that is signed, with the SM3 digest of its bytes as the clerk sees it. */
export function textToSign(
  message: DecMessage,
  { separator, encoding }: SignForm,
): { text: string; bytes: Uint8Array; digest: string } {
  const text = signText(message, { separator })
  const bytes = signedBytes(text, encoding)
  return { text, bytes, digest: toHex(sm3(bytes)) }
}

/** The message with its signature inside. */
export const signedMessage = (message: DecMessage, signature: string): DecMessage => ({
  ...message,
  DecSign: { ...message.DecSign, Sign: signature },
})
