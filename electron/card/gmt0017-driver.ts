import { rsaDigest } from '../../domain/crypto/rsa.ts'
import { concat, utf8 } from '../../domain/crypto/bytes.ts'
import { sm3 } from '../../domain/crypto/sm3.ts'
import { sm4Ecb } from '../../domain/crypto/sm4.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { ApduChannel } from './apdu-channel.ts'
import type { Card, CardInfo, PinOutcome, SignRequest } from './card.ts'
import { demand, exchange, probe } from './exchange.ts'
import { pinOutcome } from './iso7816-driver.ts'
import type { Gmt0017Profile } from './profiles/profile.ts'

const cla = 0x80
const user = 1
const randomBytes = 8

/** Bytes, 80 and zeros up to a block of 16. */
function padded(bytes: Uint8Array): Uint8Array {
  const block = new Uint8Array(16)
  block.set(bytes)
  block[bytes.length] = 0x80
  return block
}

/** A smart token with GM/T 0017 commands. The PIN is proven over the token's random and never crosses the line. */
export class Gmt0017Driver implements Card {
  readonly info: CardInfo
  readonly #channel: ApduChannel
  readonly #profile: Gmt0017Profile
  readonly #application: Uint8Array
  readonly #container: Uint8Array

  private constructor(
    channel: ApduChannel,
    profile: Gmt0017Profile,
    opened: { chipNo: string; application: Uint8Array; container: Uint8Array },
  ) {
    this.#channel = channel
    this.#profile = profile
    this.#application = opened.application
    this.#container = opened.container
    this.info = { chipNo: opened.chipNo, profile: profile.name, pin: profile.pin }
  }

  /** Opens application and container; `card.unknownCard` where it is not of this kind. */
  static async open(channel: ApduChannel, profile: Gmt0017Profile): Promise<Result<Card>> {
    const { instructions, chipNo } = profile
    const command = (ins: number, data?: Uint8Array) => ({ cla, ins, data, le: 0, extended: true })
    const application = await probe(channel, command(instructions.openApplication, utf8(profile.application)))
    if (!application.ok) return application
    const id = application.value.slice(0, 2)
    const container = await demand(channel, command(instructions.openContainer, concat(id, utf8(profile.container))))
    if (!container.ok) return container
    const info = await demand(channel, command(instructions.deviceInfo))
    if (!info.ok) return info
    const serial = info.value.slice(chipNo.at, chipNo.at + chipNo.length)
    const text = new TextDecoder().decode(serial).replace(/\0.*$/s, '')
    return ok(
      new Gmt0017Driver(channel, profile, { chipNo: text, application: id, container: container.value.slice(0, 2) }),
    )
  }

  #ask(ins: number, data?: Uint8Array, p2 = 0): Promise<Result<Uint8Array>> {
    return demand(this.#channel, { cla, ins, p2, data, le: 0, extended: true })
  }

  async triesLeft(): Promise<Result<number>> {
    const info = await this.#ask(this.#profile.instructions.pinInfo, this.#application, user)
    return info.ok ? ok(info.value[1] ?? -1) : ok(-1)
  }

  readCertificate(): Promise<Result<Uint8Array>> {
    const { exportCertificate } = this.#profile.instructions
    return this.#ask(exportCertificate, concat(this.#application, this.#container))
  }

  /** Key of the PIN proof; the caller wipes it. */
  #pinKey(pin: Uint8Array): Uint8Array {
    const hash = this.#profile.pinHash === 'SM3' ? sm3(pin) : rsaDigest('SHA-1', pin)
    const key = hash.slice(0, 16)
    hash.fill(0)
    return key
  }

  /** Asks for a random and presents the proof over it, with more data after it. One presentation. */
  async #present(ins: number, pin: Uint8Array, more: (key: Uint8Array) => Uint8Array): Promise<Result<PinOutcome>> {
    const { random } = this.#profile.instructions
    const given = await demand(this.#channel, { cla, ins: random, le: randomBytes, extended: true })
    if (!given.ok) return given
    if (given.value.length !== randomBytes) return refuse(failure('card.lost', { detail: 'random' }))
    const key = this.#pinKey(pin)
    const data = concat(this.#application, sm4Ecb(key, padded(given.value)), more(key))
    key.fill(0)
    const answer = await exchange(this.#channel, { cla, ins, p2: user, data, extended: true }, true)
    data.fill(0)
    return answer.ok ? pinOutcome(answer.value) : answer
  }

  verifyPin(pin: Uint8Array): Promise<Result<PinOutcome>> {
    return this.#present(this.#profile.instructions.verifyPin, pin, () => new Uint8Array())
  }

  changePin(old: Uint8Array, next: Uint8Array): Promise<Result<PinOutcome>> {
    return this.#present(this.#profile.instructions.changePin, old, (key) => {
      const block = padded(next)
      const hidden = sm4Ecb(key, block)
      block.fill(0)
      return hidden
    })
  }

  async sign({ digest, certificate }: SignRequest): Promise<Result<Uint8Array>> {
    if (certificate.algorithm !== 'SM2') return refuse(failure('card.notSupported', { detail: 'RSA' }))
    const data = concat(this.#application, this.#container, digest)
    const signed = await this.#ask(this.#profile.instructions.sign, data)
    if (!signed.ok) return signed
    // Bit length in 4 bytes, then r and s of 32 bytes.
    return signed.value.length === 68
      ? ok(signed.value.slice(4))
      : refuse(failure('card.lost', { detail: `${signed.value.length} B` }))
  }

  close(): Promise<void> {
    return this.#channel.close()
  }
}
