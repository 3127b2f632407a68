import { fromBase64, toBase64, utf8 } from '../../domain/crypto/bytes.ts'
import { readCertificate, type Certificate } from '../../domain/crypto/certificate.ts'
import { verifyChain } from '../../domain/crypto/verify-chain.ts'
import { verifySignature } from '../../domain/crypto/verify-signature.ts'
import { failure } from '../../domain/failures/index.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { signFacts } from '../../domain/message/sign-facts.ts'
import { writeDecMessage } from '../../domain/message/write.ts'
import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import type { CodeBook, Finding } from '../../domain/rules/rule.ts'
import type { CardClient } from '../card/card-client.ts'
import type { CardStatus } from '../card/card-status.ts'
import type { SignedItem } from '../card/sign-job.ts'
import type { DraftSummary } from '../store/draft-row.ts'
import type { SignedMessage } from '../store/outbox.repo.ts'
import type { SignForm } from './settings.ts'
import { finalMessage, signedMessage, textToSign, type Signer } from './signing-message.ts'
import { cardRefusals, clockCautions, draftRefusals, ownerRefusals, sentence } from './signing-refusals.ts'

/** A declaration as signing reads it. */
export interface DraftToSign {
  readonly summary: DraftSummary
  readonly message: DecMessage
}

/** Long work that is shown and can be cancelled. */
export interface SigningTask {
  readonly signal: AbortSignal
  step(done: number): void
  end(failed?: string): void
}

export interface SigningParts {
  readonly drafts: {
    load(id: string): Result<DraftToSign>
    move(id: string, event: 'sign'): Result<DraftSummary>
  }
  readonly outbox: { put(message: SignedMessage): unknown }
  /** PDF files that go along with a declaration. */
  readonly files: (id: string) => readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** One transaction: all of it, or, when the result is a refusal or it throws, nothing. */
  readonly transaction: <T>(work: () => Result<T>) => Result<T>
  /** All findings of the rules for a declaration, on the day of now; the card is checked here. */
  readonly check: (message: DecMessage, id: string) => readonly Finding[]
  /** Faults of the written message against the schema, as sentences. */
  readonly schemaFaults: (xml: string) => readonly string[]
  readonly codes: CodeBook
  readonly card: Pick<CardClient, 'status' | 'certificate' | 'roots' | 'sign'>
  readonly form: () => SignForm
  readonly practice: boolean
  readonly now: () => number
  /** How far the clock of this computer was ahead of the portal's at its last answer, ms; `undefined` before the first. */
  readonly skew?: () => number | undefined
  readonly task?: (title: string, total: number) => SigningTask
  /** Told after each declaration that was signed. */
  readonly onSigned?: (summary: DraftSummary) => void
}

interface SignItemView {
  id: string
  title: string
  number: string
  clientSeqNo: string
  digest: string
  facts: { label: string; value: string }[]
  signedText: string
  refusals: string[]
}

interface SignListView {
  items: SignItemView[]
  /** Why this card signs nothing at all here; said once, not beside every declaration. */
  against: string[]
  /** What the clerk should see to first, though it stops nothing. */
  cautions: string[]
  card: CardStatus
}

interface Prepared {
  readonly id: string
  readonly summary: DraftSummary
  readonly message: DecMessage
  readonly text: string
  readonly bytes: Uint8Array
  readonly digest: string
  /** What stands against this declaration, with this card. */
  readonly refusals: readonly Failure[]
}

type Outcome = { id: string; outcome: 'signed' | 'skipped' | 'refused'; text: string }

/** What the clerk sees is what is signed: prepares the list, signs with one PIN, checks each signature, queues it. */
export class SigningService {
  readonly #parts: SigningParts
  /** Revision that was shown, by declaration: a later one is not signed, whatever its digest. */
  readonly #shown = new Map<string, number>()

  constructor(parts: SigningParts) {
    this.#parts = parts
  }

  /** What would be signed, beside its digest and whatever stands against it. */
  prepare(ids: readonly string[]): Promise<Result<SignListView>> {
    const items: SignItemView[] = []
    for (const id of ids) {
      const prepared = this.#prepare(id)
      if (!prepared.ok) return Promise.resolve(prepared)
      const { summary, message, text, digest, refusals } = prepared.value
      this.#shown.set(id, summary.rev)
      items.push({
        id,
        title: summary.customer || '（没有客户名）',
        number: summary.contractNo || summary.billNo,
        clientSeqNo: summary.clientSeqNo,
        digest,
        facts: signFacts(message, this.#parts.codes),
        signedText: text,
        refusals: refusals.map(sentence),
      })
    }
    const against = this.#againstCard().map(sentence)
    const cautions = clockCautions(this.#parts.skew?.()).map(sentence)
    return Promise.resolve(ok({ items, against, cautions, card: this.#parts.card.status() }))
  }

  /**
   * Signs what the clerk saw. One PIN, presented once; the first failure of the card ends the batch, and what was
   * signed before it is queued already.
   * @param pin zeroed on return
   * @param cardNo card that the clerk saw beside the field of the PIN; no other one gets it
   */
  async sign(
    wanted: readonly { readonly id: string; readonly digest: string }[],
    pin: Uint8Array,
    cardNo: string = this.#parts.card.status().cardNo,
  ): Promise<Result<{ items: Outcome[]; card: CardStatus }>> {
    try {
      if (cardNo !== this.#parts.card.status().cardNo) return refuse(failure('card.changed'))
      const items = await this.#sign(wanted, pin)
      return items.ok ? ok({ items: items.value, card: this.#parts.card.status() }) : items
    } finally {
      pin.fill(0)
    }
  }

  #signer(): Signer {
    const { cardNo, copCode, holder } = this.#parts.card.status()
    return { cardNo, copCode, holder, certificateSerial: this.#parts.card.certificate()?.serialHex ?? '' }
  }

  #prepare(id: string): Result<Prepared> {
    const { drafts, card, check, form, now } = this.#parts
    const draft = drafts.load(id)
    if (!draft.ok) return draft
    const { summary } = draft.value
    const message = finalMessage(draft.value.message, summary.clientSeqNo, this.#signer(), now())
    const red = check(message, id).filter(({ severity }) => severity === 'error').length
    // A card that signs nothing here is said once for the whole list; whose it is adds nothing then.
    const ofOwner = this.#againstCard().length > 0 ? [] : ownerRefusals(message, card.status())
    const refusals = [...draftRefusals(summary.state, red), ...ofOwner]
    return ok({ id, summary, message, ...textToSign(message, form()), refusals })
  }

  /** Why the card of the moment signs nothing here. */
  #againstCard(): Failure[] {
    const { card, practice } = this.#parts
    return cardRefusals(card.status(), card.certificate(), practice, card.roots().length)
  }

  /** The same once more from the store: nothing that the page says is trusted but which digest the clerk saw. */
  #again(id: string, digest: string): Prepared | Outcome {
    const prepared = this.#prepare(id)
    if (!prepared.ok) return { id, outcome: 'refused', text: sentence(prepared.error) }
    const { value } = prepared
    const changed = value.digest !== digest || this.#shown.get(id) !== value.summary.rev
    const against = changed ? failure('signing.changed') : [...this.#againstCard(), ...value.refusals][0]
    return against ? { id, outcome: 'refused', text: sentence(against) } : value
  }

  async #sign(wanted: readonly { id: string; digest: string }[], pin: Uint8Array): Promise<Result<Outcome[]>> {
    const { card } = this.#parts
    const outcomes = new Map<string, Outcome>()
    const batch = new Map<string, Prepared>()
    for (const { id, digest } of wanted) {
      const again = this.#again(id, digest)
      if ('outcome' in again) outcomes.set(id, again)
      else batch.set(id, again)
    }
    const certificate = card.certificate()
    if (batch.size > 0 && certificate) await this.#run(batch, certificate, pin, outcomes)
    return ok(wanted.flatMap(({ id }) => outcomes.get(id) ?? []))
  }

  async #run(
    batch: ReadonlyMap<string, Prepared>,
    certificate: Certificate,
    pin: Uint8Array,
    outcomes: Map<string, Outcome>,
  ): Promise<void> {
    const task = this.#parts.task?.(`签名 ${batch.size} 票`, batch.size)
    const thrown: unknown[] = []
    const take = (item: SignedItem): void => {
      const prepared = batch.get(item.id)
      if (!prepared || outcomes.has(item.id) || thrown.length > 0) return
      try {
        outcomes.set(item.id, this.#finish(prepared, certificate, item))
      } catch (error) {
        // We stand in the card client's message handler; a bug goes to our own caller instead, below.
        thrown.push(error)
      }
    }
    const items = [...batch.values()].map(({ id, bytes }) => ({ id, message: bytes }))
    const report = await this.#parts.card.sign(
      { cardNo: certificate.card.cardNo, pin, items },
      {
        signal: task?.signal,
        onProgress: (item, done) => {
          take(item)
          task?.step(done)
        },
      },
    )
    report.items.forEach(take)
    task?.end(report.failure?.what)
    if (thrown.length > 0) throw thrown[0]
  }

  /** A signature is taken over only when it fits text and certificate, and the certificate its authority. */
  #finish(prepared: Prepared, expected: Certificate, item: SignedItem): Outcome {
    if (item.outcome !== 'signed') return { id: item.id, outcome: item.outcome, text: sentence(item.failure) }
    const certificate = readCertificate(item.certificate)
    const signature = fromBase64(item.signature)
    const fits =
      certificate !== undefined &&
      signature !== undefined &&
      toBase64(certificate.der) === toBase64(expected.der) &&
      verifySignature(prepared.bytes, signature, certificate)
    const { card, now } = this.#parts
    const at = `${new Date(now()).toISOString().slice(0, 19)}Z`
    if (!fits || verifyChain(certificate, [], card.roots(), at) !== 'ok')
      return { id: item.id, outcome: 'refused', text: sentence(failure('card.badSignature')) }
    const queued = this.#queue(prepared, certificate, item.signature)
    if (!queued.ok) return { id: item.id, outcome: 'refused', text: sentence(queued.error) }
    this.#parts.onSigned?.(queued.value)
    return { id: item.id, outcome: 'signed', text: '已签名，待发送' }
  }

  #queue(
    { id, summary, message, digest }: Prepared,
    certificate: Certificate,
    signature: string,
  ): Result<DraftSummary> {
    const { outbox, drafts, files, schemaFaults, transaction } = this.#parts
    const xml = writeDecMessage(signedMessage(message, signature))
    const faults = schemaFaults(xml)
    if (faults.length > 0) return refuse({ ...failure('signing.notWritten'), detail: faults.slice(0, 3).join('；') })
    return transaction(() => {
      const moved = drafts.move(id, 'sign')
      if (!moved.ok) return moved
      // A long batch leaves time to take a declaration back, change it and mark it ready again.
      if (moved.value.rev !== summary.rev) return refuse(failure('signing.changed'))
      outbox.put({
        declarationId: id,
        clientSeqNo: summary.clientSeqNo,
        rev: summary.rev,
        xml: utf8(xml),
        files: files(id),
        digest,
        signature,
        certificateSerial: certificate.serialHex,
        cardNo: certificate.card.cardNo,
        operator: certificate.subject.CN ?? '',
      })
      return moved
    })
  }
}
