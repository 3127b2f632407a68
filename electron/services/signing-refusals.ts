import type { Certificate } from '../../domain/crypto/certificate.ts'
import { failure } from '../../domain/failures/index.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import type { Failure } from '../../domain/result.ts'
import { declarationStates, type DeclarationState } from '../../domain/states/declaration.ts'
import type { CardStatus } from '../card/card-status.ts'
import type { CardState } from '../../domain/states/card.ts'
import { largestSkew } from './largest-skew.ts'

/** One sentence for the result list. */
export const sentence = ({ what, why, todo }: Failure): string => `${what}：${why}。${todo}`

/** Why a card in this state cannot sign; nothing for a ready one. */
const states: Partial<Record<CardState, (card: CardStatus) => Failure>> = {
  starting: () => failure('card.starting'),
  noService: () => failure('card.noService'),
  noReader: () => failure('card.noReader'),
  noCard: () => failure('card.noCard'),
  reading: () => failure('card.busy'),
  unknownCard: () => failure('card.unknownCard'),
  busy: () => failure('card.busy'),
  mute: () => failure('card.mute'),
  certificateBad: () => failure('card.certificateBad'),
  certificateExpired: ({ notAfter }) => failure('card.certificateExpired', { day: notAfter.slice(0, 10) }),
  certificateNotYet: ({ notBefore }) => failure('card.certificateNotYet', { day: notBefore.slice(0, 10) }),
  blocked: () => failure('card.blocked'),
  signing: () => failure('card.working'),
  stopped: () => failure('card.stopped'),
}

/**
 * Why this card signs no declaration at all here: not ready, practice in real work or the other way round, a
 * legal-person card, no right to declare.
 */
export function cardRefusals(
  card: CardStatus,
  certificate: Certificate | undefined,
  practice: boolean,
  trusted: number,
): Failure[] {
  const notReady = states[card.state]?.(card)
  if (notReady || !certificate) return [notReady ?? failure('card.noCard')]
  const refusals: Failure[] = []
  if (certificate.card.practice && !practice) refusals.push(failure('signing.practiceCard'))
  if (!certificate.card.practice && practice) refusals.push(failure('signing.realCard'))
  if (trusted === 0) refusals.push(failure('signing.noTrust'))
  if (card.kind === 'legal') refusals.push(failure('signing.legalCard'))
  // Rights that the certificate does not tell are the authority's to check; they are not guessed here.
  else if (card.rights.length > 0 && !card.rights.includes('declare')) refusals.push(failure('signing.entryCard'))
  return refusals
}

/** S01: the card is the typist's and belongs to the entering company. */
export function ownerRefusals(message: DecMessage, card: CardStatus): Failure[] {
  const { TypistNo = '', CopCode = '' } = message.DecHead ?? {}
  const refusals: Failure[] = []
  if (card.cardNo === '' || TypistNo !== card.cardNo)
    refusals.push(failure('signing.otherCard', { card: card.cardNo || '（未读到）', typist: TypistNo || '（未填）' }))
  if (card.copCode === '' || CopCode !== card.copCode)
    refusals.push(
      failure('signing.otherCompany', { card: card.copCode || '（未读到）', company: CopCode || '（未填）' }),
    )
  return refusals
}

/** The day of a declaration and the life of a certificate are told by the clock of this computer. @param skew ms */
export function clockCautions(skew = 0): Failure[] {
  const seconds = Math.round(Math.abs(skew) / 1000)
  return seconds > largestSkew ? [failure('diagnostics.clock', { seconds, limit: largestSkew })] : []
}

/** Only a declaration that was finished is signed, and only without red findings. */
export function draftRefusals(state: DeclarationState, redFindings: number): Failure[] {
  const refusals: Failure[] = []
  if (state !== 'ready') refusals.push(failure('signing.state', { state: declarationStates[state] }))
  if (redFindings > 0) refusals.push(failure('signing.findings', { count: redFindings }))
  return refusals
}
