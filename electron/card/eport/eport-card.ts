import { fromBase64 } from '../../../domain/crypto/bytes.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Card, CardInfo, PinOutcome, SignRequest } from '../card.ts'
import type { ControlLine } from './control-line.ts'
import { triesIn } from './eport-failures.ts'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What the control says of a PIN. It tells the tries left only in its words, after a wrong one. */
function pinOutcome(answer: Result<readonly string[]>): Result<PinOutcome> {
  if (answer.ok) return ok({ kind: 'ok' })
  if (answer.error.code !== 'card.wrongPin') return answer
  const left = triesIn([answer.error.detail ?? ''])
  return ok(left === 0 ? { kind: 'blocked' } : { kind: 'wrong', left })
}

/** The card that the control of the electronic port has opened (`cus-sec` methods). */
export class EportCard implements Card {
  readonly info: CardInfo
  readonly #line: ControlLine

  private constructor(line: ControlLine, chipNo: string) {
    this.#line = line
    // 8 digits (signing.json, pin); 100 ms between two signatures in a production program (native_api.notes).
    this.info = { chipNo, profile: '电子口岸控件', pin: { least: 6, most: 16 }, pause: 100 }
  }

  /** Opens the card of the control. */
  static async open(line: ControlLine): Promise<Result<Card>> {
    const opened = await line.call('cus-sec_SpcInitEnvEx')
    if (!opened.ok) return opened
    const number = await line.call('cus-sec_SpcGetCardID')
    if (number.ok) return ok(new EportCard(line, number.value[0] ?? ''))
    await line.call('cus-sec_SpcClearEnv')
    return number
  }

  triesLeft(): Promise<Result<number>> {
    return Promise.resolve(ok(-1))
  }

  async readCertificate(): Promise<Result<Uint8Array>> {
    const answer = await this.#line.call('cus-sec_SpcGetSignCertAsPEM')
    if (!answer.ok) return answer
    const der = fromBase64((answer.value[0] ?? '').replaceAll(/-----[A-Z ]+-----/g, ''))
    return der && der.length > 0 ? ok(der) : refuse(failure('card.controlAnswer', { detail: 'certificate' }))
  }

  async verifyPin(pin: Uint8Array): Promise<Result<PinOutcome>> {
    return pinOutcome(await this.#line.call('cus-sec_SpcVerifyPIN', () => ({ passwd: text(pin) })))
  }

  /** The control hashes by itself; whether it hashed right is checked on the signature that comes back. */
  async sign({ message, certificate }: SignRequest): Promise<Result<Uint8Array>> {
    const answer = await this.#line.call('cus-sec_SpcSignDataAsPEM', () => ({ inData: text(message) }))
    if (!answer.ok) return answer
    const [signature = '', serial = ''] = answer.value
    const bytes = fromBase64(signature)
    const same = serial === '' || serial.toUpperCase() === certificate.serialHex
    if (!bytes || bytes.length === 0 || !same) return refuse(failure('card.controlAnswer', { detail: 'signature' }))
    return ok(bytes)
  }

  async changePin(old: Uint8Array, next: Uint8Array): Promise<Result<PinOutcome>> {
    const read = () => ({ oldPin: text(old), newPin: text(next) })
    return pinOutcome(await this.#line.call('cus-sec_SpcChangePIN', read))
  }

  async close(): Promise<void> {
    await this.#line.call('cus-sec_SpcClearEnv')
  }
}
