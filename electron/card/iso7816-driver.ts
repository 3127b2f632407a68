import { concat, fromHex } from '../../domain/crypto/bytes.ts'
import { rsaHashOf } from '../../domain/crypto/verify-signature.ts'
import { digestInfo } from '../../domain/crypto/rsa.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { ApduChannel } from './apdu-channel.ts'
import type { Card, CardInfo, PinOutcome, SignRequest } from './card.ts'
import { statusFailure } from './card-failures.ts'
import { demand, exchange, probe, type Answer } from './exchange.ts'
import { readWholeFile } from './read-file.ts'
import type { Iso7816Profile } from './profiles/profile.ts'

/** What a status word after a PIN presentation says; anything else is a failure, never a guess. */
export function pinOutcome({ status }: Answer): Result<PinOutcome> {
  if (status === 0x9000) return ok({ kind: 'ok' })
  if (status === 0x6983 || status === 0x63c0) return ok({ kind: 'blocked' })
  if ((status & 0xfff0) === 0x63c0) return ok({ kind: 'wrong', left: status & 15 })
  return refuse(statusFailure(status))
}

/** An IC card with ISO/IEC 7816-4 commands. */
export class Iso7816Driver implements Card {
  readonly info: CardInfo
  readonly #channel: ApduChannel
  readonly #profile: Iso7816Profile

  private constructor(channel: ApduChannel, profile: Iso7816Profile, chipNo: string) {
    this.#channel = channel
    this.#profile = profile
    this.info = { chipNo, profile: profile.name, pin: profile.pin }
  }

  /** Selects the application; `card.unknownCard` where the card is not of this kind. */
  static async open(channel: ApduChannel, profile: Iso7816Profile): Promise<Result<Card>> {
    const data = fromHex(profile.application)
    const selected = await probe(channel, { cla: 0, ins: 0xa4, p1: 4, data, le: 0 })
    if (!selected.ok) return selected
    const chipNo = await readWholeFile(channel, profile.files.chipNo, 'text')
    if (!chipNo.ok) return chipNo
    return ok(new Iso7816Driver(channel, profile, new TextDecoder().decode(chipNo.value)))
  }

  async triesLeft(): Promise<Result<number>> {
    if (!this.#profile.asksTries) return ok(-1)
    const answer = await exchange(this.#channel, { cla: 0, ins: 0x20, p2: this.#profile.pinReference }, true)
    if (!answer.ok) return answer
    const outcome = pinOutcome(answer.value)
    if (!outcome.ok) return ok(-1)
    return ok(outcome.value.kind === 'wrong' ? outcome.value.left : outcome.value.kind === 'blocked' ? 0 : -1)
  }

  readCertificate(): Promise<Result<Uint8Array>> {
    return readWholeFile(this.#channel, this.#profile.files.certificate, 'der')
  }

  /** The PIN as the card wants it; the caller wipes it. */
  #filled(pin: Uint8Array): Uint8Array {
    const { pinFill } = this.#profile
    if (!pinFill) return pin.slice()
    const block = new Uint8Array(pinFill.length).fill(pinFill.byte)
    block.set(pin)
    return block
  }

  async #present(ins: number, data: Uint8Array): Promise<Result<PinOutcome>> {
    const answer = await exchange(this.#channel, { cla: 0, ins, p2: this.#profile.pinReference, data }, true)
    data.fill(0)
    return answer.ok ? pinOutcome(answer.value) : answer
  }

  verifyPin(pin: Uint8Array): Promise<Result<PinOutcome>> {
    return this.#present(0x20, this.#filled(pin))
  }

  changePin(old: Uint8Array, next: Uint8Array): Promise<Result<PinOutcome>> {
    const [before, after] = [this.#filled(old), this.#filled(next)]
    const both = concat(before, after)
    before.fill(0)
    after.fill(0)
    return this.#present(0x24, both)
  }

  async sign({ digest, certificate }: SignRequest): Promise<Result<Uint8Array>> {
    const data = certificate.algorithm === 'SM2' ? digest : digestInfo(rsaHashOf(certificate), digest)
    const signed = await demand(this.#channel, { cla: 0, ins: 0x2a, ...this.#profile.sign, data, le: 0 })
    if (!signed.ok) return signed
    const length = certificate.publicKey.algorithm === 'SM2' ? 64 : certificate.publicKey.modulus.length
    return signed.value.length === length
      ? signed
      : refuse(failure('card.lost', { detail: `${signed.value.length} B` }))
  }

  close(): Promise<void> {
    return this.#channel.close()
  }
}
