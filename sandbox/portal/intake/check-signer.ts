import { fromBase64 } from '../../../domain/crypto/bytes.ts'
import { readCertificate, type Certificate } from '../../../domain/crypto/certificate.ts'
import { verifyChain } from '../../../domain/crypto/verify-chain.ts'
import { verifySignature } from '../../../domain/crypto/verify-signature.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { signText } from '../../../domain/message/sign-text.ts'
import type { RegisteredCard, Registry } from '../../authority/registry.ts'
import { refusal, type Refusal } from '../refusals.ts'

export interface SignerChecks {
  readonly registry: Registry
  readonly now: () => number
  /** What stands between the signed values; absent: the default of the message room. */
  readonly separator?: string
  /** Rights of a card as the portal keeps them, or why its company or user may not file yet; absent: the certificate's. */
  readonly standing?: (card: RegisteredCard) => { readonly reason: string } | { readonly rights: readonly string[] }
}

const chainTexts = {
  untrusted: '证书不是演练证书管理机构签发的',
  expired: '证书已过有效期',
  notYet: '证书尚未生效',
} as const

function certificateOf(card: RegisteredCard): Certificate | undefined {
  const der = fromBase64(card.certificate)
  return der && readCertificate(der)
}

/** Is the certificate the authority's, in force today, and on an operator card that may declare? */
function checkCard(card: RegisteredCard, certificate: Certificate, checks: SignerChecks): Refusal | undefined {
  const roots = checks.registry.roots.flatMap((pem) => readCertificate(pem) ?? [])
  const at = `${new Date(checks.now()).toISOString().slice(0, 19)}Z`
  const verdict = verifyChain(certificate, [], roots, at)
  if (verdict !== 'ok') return refusal('card', chainTexts[verdict])
  if (card.kind !== 'operator') return refusal('card', '法人卡不能用于申报')
  const standing = checks.standing?.(card) ?? card
  if ('reason' in standing) return refusal('unprepared', standing.reason)
  return standing.rights.includes('declare') ? undefined : refusal('right')
}

/** Do the numbers in the message belong to the card that signed? */
function checkNumbers(message: DecMessage, card: RegisteredCard): Refusal | undefined {
  const { DecHead: head = {}, DecSign: sign = {} } = message
  if (sign.ICCode !== card.cardNo || head.TypistNo !== card.cardNo) return refusal('operator')
  return sign.CopCode !== card.copCode || head.CopCode !== card.copCode ? refusal('company') : undefined
}

/**
 * Checks who signed: certificate, chain, validity, right, the numbers of the message, and the signature over the text
 * that is rebuilt from the message. @returns why it is refused, or `undefined` when it is in order
 */
export function checkSigner(message: DecMessage, checks: SignerChecks): Refusal | undefined {
  const { DecSign: sign = {} } = message
  const card = checks.registry.cards.find((entry) => entry.serial === sign.Certificate?.toUpperCase())
  const certificate = card && certificateOf(card)
  if (!card || !certificate) return refusal('card', '证书未登记')
  const refused = checkCard(card, certificate, checks) ?? checkNumbers(message, card)
  if (refused) return refused
  const signature = fromBase64(sign.Sign ?? '')
  const text = new TextEncoder().encode(signText(message, { separator: checks.separator }))
  const right = signature !== undefined && verifySignature(text, signature, certificate)
  return right ? undefined : refusal('signature')
}
