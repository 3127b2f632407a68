import { randomBytes } from 'node:crypto'
import { concat, sameBytes, utf8 } from '../../domain/crypto/bytes.ts'
import { sm3 } from '../../domain/crypto/sm3.ts'
import { sm4Ecb, sm4EcbDecrypt } from '../../domain/crypto/sm4.ts'
import { answer, parseCommand, type Command } from './apdu.ts'
import { atrOf, type CardMachine } from './card-machine.ts'
import { Chip, type PinAnswer } from './chip.ts'

const application = 'YANLIAN'
const container = 'SIGN'
const applicationId = Uint8Array.of(0x00, 0x01)
const containerId = Uint8Array.of(0x00, 0x01)

const pinStatus = (result: PinAnswer): number =>
  result.kind === 'ok' ? 0x9000 : result.kind === 'blocked' ? 0x6983 : 0x63c0 | result.left

/** Key of the PIN proof: first half of SM3 over the PIN (a tool seen uses SHA-1 here; unverified). */
export const pinKey = (pin: Uint8Array): Uint8Array => sm3(pin).slice(0, 16)

/** Random of the token in a block of 16: 80 and zeros after it (ISO/IEC 7816-4 padding). */
export const padRandom = (random: Uint8Array): Uint8Array =>
  concat(random, Uint8Array.of(0x80), new Uint8Array(15 - random.length))

/**
 * A smart token with GM/T 0017 commands (class 80, extended lengths, two-byte ids). The PIN never crosses the wire:
 * the host proves it over the token's random. Instruction bytes: smart-token.json; the layout is practice's own.
 */
export class Gmt0017Card implements CardMachine {
  readonly atr = atrOf('YL-IKEY TOKEN')
  readonly #chip: Chip
  #random: Uint8Array | undefined
  #application = false
  #container = false

  constructor(path: string) {
    this.#chip = new Chip(path)
  }

  get pinPresentations(): number {
    return this.#chip.presentations
  }

  reset(): void {
    this.#random = undefined
    this.#application = false
    this.#container = false
    this.#chip.verified = false
  }

  transmit(bytes: Uint8Array): Uint8Array {
    const command = parseCommand(bytes)
    if (!command) return answer(0x6700)
    if (command.cla !== 0x80) return answer(command.ins === 0xa4 ? 0x6a82 : 0x6e00)
    return this.#run(command)
  }

  #run(command: Command): Uint8Array {
    switch (command.ins) {
      case 0x04:
        return answer(0x9000, this.#deviceInfo())
      case 0x26:
        this.#application = sameBytes(command.data, utf8(application))
        return this.#application ? answer(0x9000, applicationId) : answer(0x6a82)
      case 0x42:
        return this.#openContainer(command)
      case 0x50:
        this.#random = new Uint8Array(randomBytes(command.le ?? 8))
        return answer(0x9000, this.#random)
      case 0x14:
        return this.#application ? answer(0x9000, this.#pinInfo()) : answer(0x6985)
      case 0x18:
        return this.#verifyPin(command)
      case 0x16:
        return this.#changePin(command)
      case 0x1c:
        this.#chip.verified = false
        return answer(0x9000)
      case 0x4e:
        return this.#container ? answer(0x9000, this.#chip.certificate) : answer(0x6985)
      case 0x88:
        return this.#container ? answer(0x9000, concat(bitLength, this.#chip.publicKey.slice(1))) : answer(0x6985)
      case 0x74:
        return this.#sign(command)
      default:
        return answer(0x6d00)
    }
  }

  /** DEVINFO of GM/T 0016: versions, names and the serial number at 164; the rest is zero here. */
  #deviceInfo(): Uint8Array {
    const info = new Uint8Array(286)
    info.set(Uint8Array.of(1, 0, 1, 0), 0)
    info.set(utf8('YANLIAN'), 4)
    info.set(utf8('YANLIAN IKEY'), 132)
    info.set(utf8(this.#chip.chipNo), 164)
    return info
  }

  #openContainer({ data }: Command): Uint8Array {
    this.#container = this.#application && sameBytes(data, concat(applicationId, utf8(container)))
    return this.#container ? answer(0x9000, containerId) : answer(0x6a82)
  }

  /** Most tries, tries left, still the factory PIN. */
  #pinInfo(): Uint8Array {
    const factory = sameBytes(this.#chip.pin, utf8('88888888'))
    return Uint8Array.of(this.#chip.maxTries, this.#chip.triesLeft, factory ? 1 : 0)
  }

  /** Does the proof hold for the random that was given last? The random serves once. */
  #proven(proof: Uint8Array): boolean {
    const random = this.#random
    this.#random = undefined
    return random?.length === 8 && sameBytes(proof, sm4Ecb(pinKey(this.#chip.pin), padRandom(random)))
  }

  #verifyPin({ p2, data }: Command): Uint8Array {
    if (!this.#application || p2 !== 1) return answer(0x6a88)
    if (data.length !== 18 || !sameBytes(data.slice(0, 2), applicationId)) return answer(0x6700)
    return answer(pinStatus(this.#chip.present(() => this.#proven(data.slice(2)))))
  }

  /** Proof by the old PIN, then the new PIN (padded to 16) under the old PIN's key. */
  #changePin({ p2, data }: Command): Uint8Array {
    if (!this.#application || p2 !== 1) return answer(0x6a88)
    if (data.length !== 34) return answer(0x6700)
    const old = pinKey(this.#chip.pin)
    const result = this.#chip.present(() => this.#proven(data.slice(2, 18)))
    if (result.kind === 'ok') {
      const plain = sm4EcbDecrypt(old, data.slice(18))
      this.#chip.changePin(new TextDecoder().decode(plain.slice(0, plain.indexOf(0x80))))
    }
    return answer(pinStatus(result))
  }

  #sign({ data }: Command): Uint8Array {
    if (!this.#container) return answer(0x6985)
    if (data.length !== 36) return answer(0x6700)
    if (!this.#chip.verified) return answer(0x6982)
    return answer(0x9000, concat(bitLength, this.#chip.signSm2(data.slice(4))))
  }
}

const bitLength = Uint8Array.of(0x00, 0x00, 0x01, 0x00)
