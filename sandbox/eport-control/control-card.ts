import { toBase64, utf8 } from '../../domain/crypto/bytes.ts'
import { readCertificate, type Certificate } from '../../domain/crypto/certificate.ts'
import { digestInfo } from '../../domain/crypto/rsa.ts'
import { digestFor, rsaHashOf } from '../../domain/crypto/verify-signature.ts'
import { Chip } from '../card/chip.ts'

/** Words and number with which the control refuses. */
export type ControlError = readonly [string, string]
export type ControlResult = { readonly data: readonly string[] } | { readonly error: ControlError }

const data = (...values: string[]): ControlResult => ({ data: values })
const error = (text: string, number: string): ControlResult => ({ error: [text, `Err:${number}`] })

/**
 * The `cus-sec` methods over a practice card. Reading opens and closes the card by itself, as the control's script
 * says; SpcVerifyPIN does not. Numbers that are not in signing.json are made up: what is unlisted must stay unknown.
 */
export class ControlCard {
  /** Signs another text than the one asked for. */
  liar = false
  readonly #chip: Chip
  readonly #certificate: Certificate
  #open = false

  private constructor(chip: Chip, certificate: Certificate) {
    this.#chip = chip
    this.#certificate = certificate
  }

  /** @param path of a card file */
  static of(path: string): ControlCard {
    const chip = new Chip(path)
    const certificate = readCertificate(chip.certificate)
    if (!certificate) throw new Error(`no certificate in ${path}`)
    return new ControlCard(chip, certificate)
  }

  run(method: string, args: Readonly<Record<string, string>>): ControlResult {
    switch (method) {
      case 'cus-sec_SpcInitEnvEx':
        this.#open = true
        return data()
      case 'cus-sec_SpcClearEnv':
        this.#open = false
        this.#chip.verified = false
        return data()
      case 'cus-sec_SpcGetCertNo':
        return data(this.#certificate.serialHex.toLowerCase())
      case 'cus-sec_SpcGetCardID':
        return data(`03-${this.#certificate.card.cardNo}`)
      case 'cus-sec_SpcGetCardUserInfo':
        return data(this.#userInfo())
      case 'cus-sec_SpcGetSignCertAsPEM':
        return data(toBase64(this.#certificate.der))
      case 'cus-sec_SpcGetValidTimeFromCert':
        return data(...[this.#certificate.notBefore, this.#certificate.notAfter].map((time) => time.replace(/\D/g, '')))
      case 'cus-sec_SpcVerifyPIN':
        return this.#open ? this.#present(args['passwd']) : error('没有打开读卡器:错误码=50200', 'Custom50200')
      case 'cus-sec_SpcChangePIN':
        return this.#change(args['oldPin'], args['newPin'])
      case 'cus-sec_SpcSignDataAsPEM':
        return this.#sign(args['inData'])
      default:
        return error('参数错误', 'Base50000')
    }
  }

  /** Parts joined by ||: 0 certificate serial, 5 card number (signing.json, results); the others are left empty. */
  #userInfo(): string {
    const { serialHex, card } = this.#certificate
    return [serialHex, '', '', '', '', card.cardNo].join('||')
  }

  #present(pin: string | undefined): ControlResult {
    if (pin === undefined) return error('参数错误', 'Base50000')
    const result = this.#chip.presentPlain(utf8(pin))
    if (result.kind === 'ok') return data()
    const left = result.kind === 'blocked' ? 0 : result.left
    return error(`[读卡器底层库]卡密码错误，还剩${left}次机会:错误码=51571`, 'Custom51571')
  }

  #change(old: string | undefined, next: string | undefined): ControlResult {
    if (next === undefined) return error('参数错误', 'Base50000')
    const presented = this.#present(old)
    if ('data' in presented) this.#chip.changePin(next)
    return presented
  }

  #sign(text: string | undefined): ControlResult {
    if (text === undefined) return error('参数错误', 'Base50000')
    if (!this.#chip.verified) return error('没有验证密码:错误码=51572', 'Custom51572')
    const certificate = this.#certificate
    const digest = digestFor(utf8(this.liar ? `${text}!` : text), certificate)
    const signature =
      certificate.algorithm === 'SM2'
        ? this.#chip.signSm2(digest)
        : this.#chip.signRsa(digestInfo(rsaHashOf(certificate), digest))
    return data(toBase64(signature), certificate.serialHex.toLowerCase())
  }
}
