import { readCertificate, type Certificate } from '../../domain/crypto/certificate.ts'
import { verifyChain } from '../../domain/crypto/verify-chain.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Card } from './card.ts'
import type { LineEvent } from './state-machine.ts'

/** Who a card is: read once after insertion, without a PIN. */
export interface Identity {
  readonly certificate: Certificate
  readonly triesLeft: number
  readonly chipNo: string
}

/** Moment as certificates write it. */
export const moment = (now: number): string => `${new Date(now).toISOString().slice(0, 19)}Z`

/** Reads certificate and tries of an open card. */
export async function readIdentity(card: Card): Promise<Result<Identity>> {
  const der = await card.readCertificate()
  if (!der.ok) return der
  const certificate = readCertificate(der.value)
  if (!certificate) return refuse(failure('card.certificateBad'))
  const tries = await card.triesLeft()
  if (!tries.ok) return tries
  return ok({ certificate, triesLeft: tries.value, chipNo: card.info.chipNo })
}

/** What reading means to the line: trust and dates first, then the tries. */
export function verdict(identity: Identity, roots: readonly Certificate[], now: number): LineEvent {
  switch (verifyChain(identity.certificate, [], roots, moment(now))) {
    case 'untrusted':
      return 'readBad'
    case 'expired':
      return 'readExpired'
    case 'notYet':
      return 'readNotYet'
    case 'ok':
      return identity.triesLeft === 0 ? 'readBlocked' : 'readReady'
  }
}

const soon = 30 * 86_400_000

/** A hint beside a ready card: tries already lost, the PIN of a new card, a certificate that ends within 30 days. */
export function noticeOf({ certificate, triesLeft }: Identity, factoryPin: boolean, now: number): string {
  const ends = Date.parse(certificate.notAfter)
  if (triesLeft === 1) return '卡密码只剩最后 1 次机会，请核对后再输入'
  if (triesLeft > 1 && triesLeft <= 3) return `卡密码还可以试 ${triesLeft} 次，曾经输错过`
  if (factoryPin) return '这张卡还在用出厂密码，请尽快修改密码'
  if (ends > now && ends - now < soon) return `证书将于 ${certificate.notAfter.slice(0, 10)} 到期，请提前办理更新`
  return ''
}
