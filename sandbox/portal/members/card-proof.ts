import { fromBase64, toBase64, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { verifyChain } from '../../../domain/crypto/verify-chain.ts'
import { verifySignature } from '../../../domain/crypto/verify-signature.ts'
import { challengeText, type ChallengePurpose } from '../../../domain/message/challenge-text.ts'
import type { RegisteredCard } from '../../authority/registry.ts'
import { done, no, type MemberResult } from './answer.ts'
import type { MemberParts } from './parts.ts'

export interface Proof {
  readonly challengeId: string
  /** DER in base64. */
  readonly certificate: string
  readonly signature: string
}

const verdicts = { untrusted: 'card-untrusted', expired: 'card-expired', notYet: 'card-not-yet' } as const

/**
 * The card that signed a challenge: the challenge is ours, still open and now used up; the certificate was issued by the
 * authority and is in force; the signature is right over exactly the text that was given out.
 */
export function checkProof(
  purpose: ChallengePurpose,
  { challengeId, certificate: given, signature: signed }: Proof,
  { tickets, registry, now }: MemberParts,
): MemberResult<{ card: RegisteredCard; subject: string; text: string }> {
  const challenge = tickets.take(purpose, challengeId)
  if (!challenge) return no('challenge')
  const der = fromBase64(given)
  const certificate = der && readCertificate(der)
  const roots = registry.roots.flatMap((pem) => readCertificate(pem) ?? [])
  const at = `${new Date(now()).toISOString().slice(0, 19)}Z`
  const verdict = certificate ? verifyChain(certificate, [], roots, at) : 'untrusted'
  if (verdict !== 'ok') return no(verdicts[verdict])
  const card = certificate && registry.cards.find((one) => one.certificate === toBase64(certificate.der))
  if (!card) return no('card-untrusted')
  const text = challengeText(purpose, challenge.text)
  const signature = fromBase64(signed)
  const right = text !== undefined && signature !== undefined && verifySignature(utf8(text), signature, certificate)
  return right ? done({ card, ...challenge }) : no('card-signature')
}
