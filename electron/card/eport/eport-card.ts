import { fromBase64 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { verifySignature } from '../../../domain/crypto/verify-signature.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Card, CardInfo, PinOutcome, SignRequest } from '../card.ts'
import type { ControlLine } from './control-line.ts'
import { triesIn } from './eport-failures.ts'

/** What a card's place keeps between two openings. */
export interface PlaceMemory {
  /** Tries left as the control last told them, −1 unknown. It tells them nowhere but in the words of a wrong PIN. */
  triesLeft: number
}

/** Text of UTF-8 bytes, or `undefined` for other bytes: the control takes texts only. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // Not a text: refused by the caller.
    return undefined
  }
}

/**
 * The card that the control of the electronic port reaches (`cus-sec` methods). Reading needs no open card: the
 * control opens and closes it by itself. Only SpcVerifyPIN does not (comment in the control's own script), so the card
 * is opened for the PIN, and closed with it. Whether the PIN outlives each SpcSignDataAsPEM of a batch is unverified;
 * where it does not, the batch ends with the control's refusal and no second PIN.
 */
export class EportCard implements Card {
  readonly info: CardInfo
  readonly #line: ControlLine
  readonly #memory: PlaceMemory
  readonly #released: () => void
  #open = false

  private constructor(line: ControlLine, cardNo: string, memory: PlaceMemory, released: () => void) {
    this.#line = line
    this.#memory = memory
    this.#released = released
    // 8 digits (signing.json, pin); 100 ms between two signatures in a production program (native_api.notes).
    this.info = { chipNo: cardNo, profile: '电子口岸控件', pin: { least: 6, most: 16 }, pause: 100 }
  }

  /** @param released called when the card was closed */
  static async open(line: ControlLine, memory: PlaceMemory, released: () => void): Promise<Result<Card>> {
    const number = await line.call({ method: 'cus-sec_SpcGetCardID' })
    return number.ok ? ok(new EportCard(line, cardNumber(number.value), memory, released)) : number
  }

  triesLeft(): Promise<Result<number>> {
    return Promise.resolve(ok(this.#memory.triesLeft))
  }

  /** The certificate, once it names the card number that the control tells. */
  async readCertificate(): Promise<Result<Uint8Array>> {
    const answer = await this.#line.call({ method: 'cus-sec_SpcGetSignCertAsPEM' })
    if (!answer.ok) return answer
    const certificate = readCertificate(answer.value[0] ?? '')
    if (!certificate) return refuse(failure('card.certificateBad', { detail: 'SpcGetSignCertAsPEM' }))
    const { cardNo } = certificate.card
    if (cardNo !== '' && cardNo !== this.info.chipNo)
      return refuse(failure('card.controlAnswer', { detail: 'SpcGetCardID' }))
    return ok(certificate.der)
  }

  verifyPin(pin: Uint8Array): Promise<Result<PinOutcome>> {
    return this.#present('cus-sec_SpcVerifyPIN', { passwd: pin })
  }

  changePin(old: Uint8Array, next: Uint8Array): Promise<Result<PinOutcome>> {
    return this.#present('cus-sec_SpcChangePIN', { oldPin: old, newPin: next })
  }

  /** Opens the card and presents the PIN in one call. */
  async #present(method: string, secrets: Record<string, Uint8Array>): Promise<Result<PinOutcome>> {
    const opened = await this.#line.call({ method: 'cus-sec_SpcInitEnvEx' })
    if (!opened.ok) return opened
    this.#open = true
    const answer = await this.#line.call({ method, secrets }, 'secret')
    if (!answer.ok && answer.error.code !== 'card.wrongPin') return answer
    this.#memory.triesLeft = answer.ok ? -1 : triesIn([answer.error.detail ?? ''])
    if (answer.ok) return ok({ kind: 'ok' })
    const left = this.#memory.triesLeft
    return ok(left === 0 ? { kind: 'blocked' } : { kind: 'wrong', left })
  }

  /** The control hashes by itself; what comes back is believed once it verifies over the message that was sent. */
  async sign({ message, certificate }: SignRequest): Promise<Result<Uint8Array>> {
    const inData = textOf(message)
    if (inData === undefined) return refuse(failure('card.wrongData', { detail: 'UTF-8' }))
    const answer = await this.#line.call({ method: 'cus-sec_SpcSignDataAsPEM', values: { inData } }, 'secret')
    if (!answer.ok)
      return answer.error.code === 'card.noCard'
        ? refuse(failure('card.removed', { detail: answer.error.detail ?? '' }))
        : answer
    const signature = fromBase64(answer.value[0] ?? '')
    return signature && verifySignature(message, signature, certificate)
      ? ok(signature)
      : refuse(failure('card.badSignature', { detail: 'SpcSignDataAsPEM' }))
  }

  /** Closes what was opened for the PIN. A card or a control that is gone holds no PIN, so a refusal changes nothing. */
  async close(): Promise<void> {
    if (this.#open) await this.#line.call({ method: 'cus-sec_SpcClearEnv' })
    this.#released()
  }
}

/** `SpcGetCardID` may write `03-` before the 13 characters (signing.json, results). */
export const cardNumber = (data: readonly string[]): string => (data[0] ?? '').trim().replace(/^03-/, '')
