import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { sameBytes } from '../../../domain/crypto/bytes.ts'
import type { PublicKey } from '../../../domain/crypto/public-key.ts'
import { digestInfo } from '../../../domain/crypto/rsa.ts'
import { rsaHashOf } from '../../../domain/crypto/verify-signature.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import { readPublicKeyBlob, type PublicKeyBlob } from '../../../native/skf/blobs.ts'
import { skfCodes } from '../../../native/skf/codes.ts'
import type { SkfLibrary } from '../../../native/skf/library.ts'
import type { Card, CardInfo, PinOutcome, SignRequest } from '../card.ts'
import { derLength } from '../read-file.ts'
import { openSkfToken, type SkfToken } from './open-token.ts'
import { pinRules, skfFailure } from './skf-failures.ts'
import type { SkfLine } from './skf-line.ts'
import type { VendorLibrary } from './vendor-libraries.ts'

/** Does the exported key belong to the certificate? Libraries put short moduli at either end of the field. */
function isKeyOf(blob: PublicKeyBlob, key: PublicKey): boolean {
  if (blob.kind === 'ecc') return key.algorithm === 'SM2' && sameBytes(blob.point, key.point)
  if (key.algorithm !== 'RSA') return false
  const { modulusField: field } = blob
  const { length } = key.modulus
  return sameBytes(field.slice(-length), key.modulus) || sameBytes(field.slice(0, length), key.modulus)
}

/** What a token is reached through. */
export interface SkfPlace {
  readonly line: SkfLine
  readonly library: SkfLibrary
  readonly vendor: VendorLibrary
  /** Called when the card was closed. */
  readonly released: () => void
}

/** A token behind a vendor's SKF library, opened up to the container that holds the signing certificate. */
export class SkfCard implements Card {
  readonly info: CardInfo
  readonly #line: SkfLine
  readonly #library: SkfLibrary
  readonly #vendor: VendorLibrary
  readonly #token: SkfToken
  readonly #released: () => void

  private constructor({ line, library, vendor, released }: SkfPlace, token: SkfToken) {
    this.#line = line
    this.#library = library
    this.#vendor = vendor
    this.#token = token
    this.#released = released
    this.info = { chipNo: token.serial, profile: vendor.label, pin: pinRules }
  }

  /** Opens the token in a device; `card.unknownCard` where it has no application, `card.noCertificate` where it is empty. */
  static async open(place: SkfPlace, device: string): Promise<Result<SkfCard>> {
    const token = await openSkfToken(place.line, place.library, device)
    return token.ok ? ok(new SkfCard(place, token.value)) : token
  }

  triesLeft(): Promise<Result<number>> {
    return this.#line.ask(() => this.#library.triesLeft(this.#token.application))
  }

  /** The certificate, once its key is seen to be the one in the container: a PIN is never spent on a mixed-up token. */
  async readCertificate(): Promise<Result<Uint8Array>> {
    const { container } = this.#token
    const exported = await this.#line.ask(() => this.#library.certificate(container))
    if (!exported.ok) return exported
    const der = exported.value.slice(0, derLength(exported.value) ?? 0)
    const certificate = readCertificate(der)
    if (!certificate) return refuse(failure('card.certificateBad', { detail: 'DER' }))
    const blob = await this.#line.ask(() => this.#library.publicKey(container))
    if (!blob.ok) return blob
    const key = readPublicKeyBlob(blob.value)
    if (!key) return refuse(failure('card.vendorLibrary', { detail: `PUBLICKEYBLOB ${blob.value.length} B` }))
    return isKeyOf(key, certificate.publicKey)
      ? ok(der)
      : refuse(failure('card.certificateBad', { detail: 'SKF_ExportPublicKey' }))
  }

  verifyPin(pin: Uint8Array): Promise<Result<PinOutcome>> {
    return this.#present(() => this.#library.verifyPin(this.#token.application, pin))
  }

  changePin(old: Uint8Array, next: Uint8Array): Promise<Result<PinOutcome>> {
    return this.#present(() => this.#library.changePin(this.#token.application, old, next))
  }

  async #present(work: () => Promise<{ code: number; left: number }>): Promise<Result<PinOutcome>> {
    const answer = await this.#line.run(work, 'secret')
    if (!answer.ok) return answer
    const { code, left } = answer.value
    if (code === skfCodes.SAR_OK) return ok({ kind: 'ok' })
    if (code === skfCodes.SAR_PIN_LOCKED) return ok({ kind: 'blocked' })
    if (code !== skfCodes.SAR_PIN_INCORRECT) return refuse(skfFailure(code))
    return ok(left === 0 ? { kind: 'blocked' } : { kind: 'wrong', left })
  }

  sign({ digest, certificate }: SignRequest): Promise<Result<Uint8Array>> {
    const { container } = this.#token
    if (certificate.publicKey.algorithm === 'SM2')
      return this.#line.ask(() => this.#library.signSm2(container, digest), 'secret')
    const data = this.#vendor.rsaInput === 'digest' ? digest : digestInfo(rsaHashOf(certificate), digest)
    return this.#line.ask(() => this.#library.signRsa(container, data), 'secret')
  }

  /** Takes the PIN back and lets go, each in turn whatever the one before says: a pulled token refuses all of them. */
  async close(): Promise<void> {
    const { application, container, device } = this.#token
    await this.#line.finish(async () => {
      await this.#library.clearSecureState(application)
      await this.#library.closeContainer(container)
      await this.#library.closeApplication(application)
      await this.#library.disconnect(device)
    })
    this.#released()
  }
}
