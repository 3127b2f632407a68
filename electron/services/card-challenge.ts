import { fromBase64, toBase64, utf8 } from '../../domain/crypto/bytes.ts'
import { readCertificate, type Certificate } from '../../domain/crypto/certificate.ts'
import { verifyChain } from '../../domain/crypto/verify-chain.ts'
import { verifySignature } from '../../domain/crypto/verify-signature.ts'
import { failure } from '../../domain/failures/index.ts'
import { challengePurposes, challengeText, type ChallengePurpose } from '../../domain/message/challenge-text.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { CardClient } from '../card/card-client.ts'
import type { CardStatus } from '../card/card-status.ts'
import { cardRefusals } from './signing-refusals.ts'

/** Whose card signs a challenge. */
export type ChallengeCard = 'operator' | 'legal' | 'either'

/** What is to be signed, and by whom. */
export interface ChallengeOrder {
  readonly purpose: ChallengePurpose
  /** What the portal (or the grant) wants signed: 1 to 4000 characters without control characters. */
  readonly text: string
  readonly card: ChallengeCard
  /** Which card; without it the one of the card line where it fits, else the only one that fits. */
  readonly cardNo?: string
  /** Presented once. Zeroed on return, whatever happens. */
  readonly pin: Uint8Array
}

/** A signature that was verified here against text, certificate and trusted authorities. */
export interface SignedChallenge {
  readonly cardNo: string
  readonly holder: string
  readonly copCode: string
  readonly kind: CardStatus['kind']
  readonly algorithm: 'SM2' | 'RSA'
  /** Hex, as `DecSign.Certificate` carries it. */
  readonly certificateSerial: string
  /** DER in base64. */
  readonly certificate: string
  /** The exact text that was signed: `challengeText(purpose, text)`. */
  readonly signedText: string
  /** Base64 of raw r‖s (SM2) or PKCS#1 v1.5 (RSA). */
  readonly signature: string
}

export interface ChallengeParts {
  readonly card: Pick<CardClient, 'status' | 'cards' | 'certificate' | 'roots' | 'sign'>
  readonly practice: boolean
  readonly now: () => number
}

const kindNames: Record<ChallengeCard, string> = { operator: '操作员卡', legal: '法人卡', either: '操作员卡或法人卡' }

/** Does the card fit? A certificate that does not tell its kind is the authority's to judge, not refused here. */
const fits = (wanted: ChallengeCard, { kind }: CardStatus): boolean =>
  wanted === 'either' || kind === 'unknown' || kind === wanted

/**
 * Signs small named texts that are no declarations: login and binding at the portal, grants of the legal-person card.
 * The text that reaches the card begins with a mark that no declaration can begin with (`challengeText`), so that this
 * way can never be used to have a declaration signed unseen.
 *
 *     const signed = await challenge.sign({ purpose: 'grant', text, card: 'legal', pin })
 *     if (signed.ok) await portal.grant({ ...signed.value })
 *
 * The other side checks with `challengeText` and `verifySignature`. Nothing is retried: one call is one PIN.
 * Refusals: `challenge.noCard` (no such card is ready), `challenge.whichCard` (several fit and none is named),
 * `challenge.badText`, the states of the card line (`card.*`), `signing.practiceCard`, `signing.realCard`,
 * `signing.noTrust`, `card.wrongPin`, `card.blocked`, `card.badSignature`.
 */
export class ChallengeService {
  readonly #parts: ChallengeParts

  constructor(parts: ChallengeParts) {
    this.#parts = parts
  }

  /** The card that would sign, for the page that asks for the PIN: its holder and its tries left. */
  cardFor(wanted: ChallengeCard, cardNo?: string): Result<CardStatus> {
    const found = this.#find(wanted, cardNo)
    if (!found.ok) return found
    const { practice, card } = this.#parts
    const certificate = card.certificate(found.value.cardNo)
    const against = cardRefusals(found.value, certificate, practice, card.roots().length).find(
      ({ code }) => code !== 'signing.legalCard' && code !== 'signing.entryCard',
    )
    return against ? refuse(against) : found
  }

  /** Signs one challenge; see the class. */
  async sign(order: ChallengeOrder): Promise<Result<SignedChallenge>> {
    try {
      return await this.#sign(order)
    } finally {
      order.pin.fill(0)
    }
  }

  async #sign({ purpose, text, card: wanted, cardNo, pin }: ChallengeOrder): Promise<Result<SignedChallenge>> {
    const { card } = this.#parts
    const signedText = challengeText(purpose, text)
    if (signedText === undefined) return refuse(failure('challenge.badText', { purpose: challengePurposes[purpose] }))
    const found = this.cardFor(wanted, cardNo)
    if (!found.ok) return found
    const { status, certificate } = { status: found.value, certificate: card.certificate(found.value.cardNo) }
    if (!certificate) return refuse(failure('card.noCard'))
    const report = await card.sign({ cardNo: status.cardNo, pin, items: [{ id: purpose, text: signedText }] })
    const [item] = report.items
    if (item?.outcome !== 'signed') return refuse(item?.failure ?? report.failure ?? failure('card.stopped'))
    if (!this.#verified(signedText, item.signature, item.certificate, certificate))
      return refuse(failure('card.badSignature'))
    const { holder, copCode, kind } = status
    const { algorithm } = certificate.publicKey
    return ok({
      cardNo: status.cardNo,
      holder,
      copCode,
      kind,
      algorithm,
      certificateSerial: certificate.serialHex,
      certificate: toBase64(certificate.der),
      signedText,
      signature: item.signature,
    })
  }

  #verified(text: string, signature: string, der: Uint8Array, expected: Certificate): boolean {
    const certificate = readCertificate(der)
    const bytes = fromBase64(signature)
    const at = `${new Date(this.#parts.now()).toISOString().slice(0, 19)}Z`
    return (
      certificate !== undefined &&
      bytes !== undefined &&
      toBase64(certificate.der) === toBase64(expected.der) &&
      verifySignature(utf8(text), bytes, certificate) &&
      verifyChain(certificate, [], this.#parts.card.roots(), at) === 'ok'
    )
  }

  /** The named card, else the one of the line, else the only ready one; never by reader. */
  #find(wanted: ChallengeCard, cardNo: string | undefined): Result<CardStatus> {
    const { card } = this.#parts
    const line = card.status()
    const kind = kindNames[wanted]
    const seen = card.cards().filter((one) => one.cardNo !== '' && (cardNo === undefined || one.cardNo === cardNo))
    const right = seen.filter((one) => fits(wanted, one))
    const ready = right.filter(({ state }) => state === 'ready')
    const told = ready.filter((one) => one.kind === wanted)
    const choice = told.length > 0 ? told : ready
    const one = choice.find(({ reader }) => reader === line.reader) ?? (choice.length === 1 ? choice[0] : undefined)
    if (one) return ok(one)
    if (choice.length > 1)
      return refuse(failure('challenge.whichCard', { kind, holders: choice.map(({ holder }) => holder).join('、') }))
    // Not ready: the card itself says why; no such card: what lies there is named.
    if (right[0]) return ok(right[0])
    if (seen[0] && cardNo === undefined)
      return refuse(failure('challenge.noCard', { kind, seen: `现在是${seen[0].holder}的卡` }))
    return refuse(failure('challenge.noCard', { kind, seen: line.sentence }))
  }
}
