import { constants, createPrivateKey, privateEncrypt } from 'node:crypto'
import { fromBase64, sameBytes, utf8 } from '../../domain/crypto/bytes.ts'
import { publicKeyOf, signDigest } from '../../domain/crypto/sm2.ts'
import { readCardFile, writeCardFile, type CardFile } from '../authority/card-file.ts'
import { sm2Scalar } from '../authority/key-pair.ts'

export type PinAnswer =
  { readonly kind: 'ok' } | { readonly kind: 'wrong'; readonly left: number } | { readonly kind: 'blocked' }

/** What both card kinds share: key, certificate, PIN and the try counter that outlives power. */
export class Chip {
  readonly #path: string
  #file: CardFile
  presentations = 0
  /** PIN given since the last reset. */
  verified = false

  constructor(path: string) {
    this.#path = path
    this.#file = readCardFile(path)
  }

  get chipNo(): string {
    return this.#file.chipNo
  }
  get triesLeft(): number {
    return this.#file.triesLeft
  }
  get maxTries(): number {
    return this.#file.maxTries
  }
  get algorithm(): 'SM2' | 'RSA' {
    return this.#file.algorithm
  }
  get certificate(): Uint8Array {
    return fromBase64(this.#file.certificate) ?? new Uint8Array()
  }
  get publicKey(): Uint8Array {
    return publicKeyOf(sm2Scalar(this.#file.privateKey))
  }
  /** The PIN as the card holds it. */
  get pin(): Uint8Array {
    return utf8(this.#file.pin)
  }

  #store(change: Partial<CardFile>): void {
    const file = { ...this.#file, ...change }
    writeCardFile(this.#path, file)
    this.#file = file
  }

  /** One PIN presentation: the try is counted on disk before the comparison, as a real chip does. */
  present(matches: () => boolean): PinAnswer {
    this.presentations++
    this.verified = false
    if (this.triesLeft === 0) return { kind: 'blocked' }
    this.#store({ triesLeft: this.triesLeft - 1 })
    if (matches()) {
      this.#store({ triesLeft: this.maxTries })
      this.verified = true
      return { kind: 'ok' }
    }
    return this.triesLeft === 0 ? { kind: 'blocked' } : { kind: 'wrong', left: this.triesLeft }
  }

  presentPlain(pin: Uint8Array): PinAnswer {
    return this.present(() => sameBytes(pin, this.pin))
  }

  changePin(pin: string): void {
    this.#store({ pin })
  }

  /** SM2: r‖s over 32 bytes. */
  signSm2(e: Uint8Array): Uint8Array {
    return signDigest(e, sm2Scalar(this.#file.privateKey))
  }

  /** RSA: PKCS#1 v1.5 over a DigestInfo. */
  signRsa(digestInfo: Uint8Array): Uint8Array {
    const key = { key: createPrivateKey(this.#file.privateKey), padding: constants.RSA_PKCS1_PADDING }
    return new Uint8Array(privateEncrypt(key, digestInfo))
  }
}
