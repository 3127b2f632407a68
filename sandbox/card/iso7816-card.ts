import { randomBytes } from 'node:crypto'
import { sameBytes, utf8 } from '../../domain/crypto/bytes.ts'
import { answer, parseCommand, type Command } from './apdu.ts'
import { atrOf, type CardMachine } from './card-machine.ts'
import { Chip, type PinAnswer } from './chip.ts'

/** Application of the practice card: an unregistered identifier (ISO/IEC 7816-4 §8.2.1.2, category F). */
const application = Uint8Array.of(0xf0, ...utf8('YANLIAN'), 0x01)
const serialFile = 5
const certificateFile = 6
const pinReference = 1

const pinStatus = (result: PinAnswer): number =>
  result.kind === 'ok' ? 0x9000 : result.kind === 'blocked' ? 0x6983 : 0x63c0 | result.left

/**
 * An IC card with ISO/IEC 7816-4 commands: SELECT, VERIFY, CHANGE REFERENCE DATA, READ BINARY, GET CHALLENGE,
 * COMPUTE DIGITAL SIGNATURE. With `byteProtocol` it answers like a T=0 card: 61xx and GET RESPONSE, 6Cxx.
 */
export class Iso7816Card implements CardMachine {
  readonly atr: Uint8Array
  readonly #chip: Chip
  readonly #byteProtocol: boolean
  #selected = false
  #pending = new Uint8Array()

  constructor(path: string, { byteProtocol = false } = {}) {
    this.#chip = new Chip(path)
    this.#byteProtocol = byteProtocol
    this.atr = byteProtocol ? Uint8Array.of(0x3b, 0x07, ...utf8('YL-IC T')) : atrOf('YL-IC CARD')
  }

  get pinPresentations(): number {
    return this.#chip.presentations
  }

  reset(): void {
    this.#selected = false
    this.#chip.verified = false
    this.#pending = new Uint8Array()
  }

  transmit(bytes: Uint8Array): Uint8Array {
    const command = parseCommand(bytes)
    if (!command) return answer(0x6700)
    if (command.ins === 0xc0) return this.#rest(command)
    if (command.cla !== 0x00) return answer(0x6e00)
    const full = this.#run(command)
    if (!this.#byteProtocol || full.length <= 2 || full.at(-2) !== 0x90) return full
    return this.#inParts(full.subarray(0, -2), command)
  }

  /** T=0: an answer to a command with data waits for GET RESPONSE; a wrong length is told, not cut. */
  #inParts(data: Uint8Array, command: Command): Uint8Array {
    if (command.data.length > 0) {
      this.#pending = data.slice()
      return answer(0x6100 | (data.length & 255))
    }
    const { le } = command
    return le !== undefined && le !== data.length ? answer(0x6c00 | (data.length & 255)) : answer(0x9000, data)
  }

  #rest({ le = 256 }: Command): Uint8Array {
    if (this.#pending.length === 0) return answer(0x6985)
    const part = this.#pending.slice(0, le)
    this.#pending = this.#pending.slice(part.length)
    return answer(this.#pending.length > 0 ? 0x6100 | (this.#pending.length & 255) : 0x9000, part)
  }

  #run(command: Command): Uint8Array {
    switch (command.ins) {
      case 0xa4:
        return this.#select(command)
      case 0x84:
        return answer(0x9000, new Uint8Array(randomBytes(command.le ?? 8)))
      case 0x20:
        return this.#selected ? this.#verify(command) : answer(0x6985)
      case 0x24:
        return this.#selected ? this.#change(command) : answer(0x6985)
      case 0xb0:
        return this.#selected ? this.#readBinary(command) : answer(0x6986)
      case 0x2a:
        return this.#selected ? this.#sign(command) : answer(0x6985)
      default:
        return answer(0x6d00)
    }
  }

  #select({ p1, data }: Command): Uint8Array {
    this.#chip.verified = false
    this.#selected = p1 === 0x04 && sameBytes(data, application)
    const name = Uint8Array.of(0x84, application.length, ...application)
    return this.#selected ? answer(0x9000, Uint8Array.of(0x6f, name.length, ...name)) : answer(0x6a82)
  }

  #verify({ p1, p2, data }: Command): Uint8Array {
    const chip = this.#chip
    if (p1 !== 0 || p2 !== pinReference) return answer(0x6a88)
    if (data.length > 0) return answer(pinStatus(chip.presentPlain(data)))
    return answer(chip.verified ? 0x9000 : chip.triesLeft === 0 ? 0x6983 : 0x63c0 | chip.triesLeft)
  }

  /** Old and new PIN, 8 bytes each. */
  #change({ p1, p2, data }: Command): Uint8Array {
    if (p1 !== 0 || p2 !== pinReference) return answer(0x6a88)
    if (data.length !== 16) return answer(0x6700)
    const result = this.#chip.presentPlain(data.slice(0, 8))
    if (result.kind === 'ok') this.#chip.changePin(new TextDecoder().decode(data.slice(8)))
    return answer(pinStatus(result))
  }

  #readBinary({ p1, p2, le = 256 }: Command): Uint8Array {
    const short = (p1 & 0x80) !== 0
    const file = short ? p1 & 0x1f : this.#current
    const offset = short ? p2 : (p1 << 8) | p2
    const content = { [serialFile]: utf8(this.#chip.chipNo), [certificateFile]: this.#chip.certificate }[file]
    if (!content) return answer(0x6a82)
    this.#current = file
    if (offset >= content.length) return answer(0x6b00)
    const part = content.slice(offset, offset + le)
    return answer(part.length < le && le < 256 ? 0x6282 : 0x9000, part)
  }
  #current = 0

  #sign({ p1, p2, data }: Command): Uint8Array {
    if (p1 !== 0x9e || p2 !== 0x9a) return answer(0x6a86)
    if (!this.#chip.verified) return answer(0x6982)
    if (this.#chip.algorithm === 'SM2')
      return data.length === 32 ? answer(0x9000, this.#chip.signSm2(data)) : answer(0x6700)
    return data.length === 35 || data.length === 51 ? answer(0x9000, this.#chip.signRsa(data)) : answer(0x6700)
  }
}
