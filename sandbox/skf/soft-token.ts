import { createServer, type Server, type Socket } from 'node:net'
import { fromHex, toHex, utf8 } from '../../domain/crypto/bytes.ts'
import { readCertificate } from '../../domain/crypto/certificate.ts'
import { Chip, type PinAnswer } from '../card/chip.ts'

/** Questions of `soft-skf.c`, one word each. */
export type TokenQuestion =
  | 'devices'
  | 'connect'
  | 'disconnect'
  | 'serial'
  | 'certificate'
  | 'key'
  | 'tries'
  | 'verify'
  | 'change'
  | 'clear'
  | 'sign'

/** What goes wrong at a question: never answered, pulled before it, one bit wrong, or a code instead of the answer. */
export interface TokenFault {
  readonly at: TokenQuestion
  readonly kind: 'mute' | 'pull' | 'spoiled' | number
}

/** Codes of GM/T 0016 that the token itself gives. */
const codes = {
  ok: 0,
  keyNotFound: 0x0a00001b,
  removed: 0x0a000023,
  pinIncorrect: 0x0a000024,
  pinLocked: 0x0a000025,
  notLoggedIn: 0x0a00002d,
} as const

interface Answer {
  readonly code: number
  readonly fields?: readonly Uint8Array[]
}

const deviceName = utf8('YL-IKEY 0')
const done = (...fields: Uint8Array[]): Answer => ({ code: codes.ok, fields })
const spoiled = ({ code, fields = [] }: Answer): Answer => ({
  code,
  fields: fields.map((field) => field.map((byte, index) => (index === field.length - 1 ? byte ^ 1 : byte))),
})
const left = (count: number): Uint8Array => Uint8Array.of(count)

/**
 * The token behind the soft SKF library: a practice card that answers on a local socket, one line a question
 * (`word hex hex`), one line an answer (`code hex hex`).
 */
export class SoftToken {
  fault: TokenFault | undefined
  /** Questions in the order in which they came. */
  readonly asked: TokenQuestion[] = []
  readonly #server: Server
  readonly #waiting = new Set<Socket>()
  #chip: Chip | undefined

  private constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket) => this.#serve(socket))
  }

  /** @param path of the socket; the library finds it in the environment as `SOFT_SKF_SOCKET` */
  static listen(path: string): Promise<SoftToken> {
    const server = createServer()
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, () => resolve(new SoftToken(server)))
    })
  }

  /** PIN presentations that reached the token. */
  get pinCalls(): number {
    return this.asked.filter((word) => word === 'verify' || word === 'change').length
  }

  /** @param path of a card file */
  plugIn(path: string): void {
    this.#chip = new Chip(path)
  }

  /** Takes the token out; what it has not answered fails now. */
  pull(): void {
    this.#chip = undefined
    for (const socket of this.#waiting) this.#say(socket, { code: codes.removed })
    this.#waiting.clear()
  }

  async close(): Promise<void> {
    this.pull()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #serve(socket: Socket): void {
    let line = ''
    socket.setEncoding('latin1')
    socket.on('error', () => socket.destroy())
    socket.on('data', (part: string) => {
      line += part
      if (line.endsWith('\n')) this.#take(socket, line.trim())
    })
  }

  #take(socket: Socket, line: string): void {
    const [word = '', ...fields] = line.split(' ')
    const question = word as TokenQuestion
    this.asked.push(question)
    const fault = this.fault?.at === question ? this.fault.kind : undefined
    if (fault === 'mute') return void this.#waiting.add(socket)
    if (fault === 'pull') this.pull()
    else if (typeof fault === 'number') return this.#say(socket, { code: fault })
    const [first = new Uint8Array(), second = new Uint8Array()] = fields.map((field) => fromHex(field))
    const answer = this.#answer(question, first, second)
    this.#say(socket, fault === 'spoiled' ? spoiled(answer) : answer)
  }

  #say(socket: Socket, { code, fields = [] }: Answer): void {
    const number = code.toString(16).padStart(8, '0')
    socket.end(`${[number, ...fields.map(toHex)].join(' ')}\n`)
  }

  #answer(question: TokenQuestion, first: Uint8Array, second: Uint8Array): Answer {
    const chip = this.#chip
    if (question === 'devices') return chip ? done(deviceName) : done()
    if (!chip) return { code: codes.removed }
    switch (question) {
      case 'connect':
        return done()
      case 'clear':
      case 'disconnect':
        chip.verified = false
        return done()
      case 'serial':
        return done(utf8(chip.chipNo))
      case 'certificate':
        return done(chip.certificate)
      case 'key':
        return this.#key(chip)
      case 'tries':
        return done(left(chip.maxTries), left(chip.triesLeft))
      case 'verify':
        return this.#pin(chip.presentPlain(first))
      case 'change':
        return this.#change(chip, first, second)
      case 'sign':
        return this.#sign(chip, first)
    }
  }

  #key(chip: Chip): Answer {
    const key = readCertificate(chip.certificate)?.publicKey
    if (!key) return { code: codes.keyNotFound }
    return key.algorithm === 'SM2' ? done(key.point.slice(1, 33), key.point.slice(33)) : done(key.modulus, key.exponent)
  }

  #pin(answer: PinAnswer): Answer {
    switch (answer.kind) {
      case 'ok':
        return done()
      case 'wrong':
        return { code: codes.pinIncorrect, fields: [left(answer.left)] }
      case 'blocked':
        return { code: codes.pinLocked, fields: [left(0)] }
    }
  }

  #change(chip: Chip, old: Uint8Array, next: Uint8Array): Answer {
    const answer = chip.presentPlain(old)
    if (answer.kind === 'ok') chip.changePin(new TextDecoder().decode(next))
    return this.#pin(answer)
  }

  #sign(chip: Chip, data: Uint8Array): Answer {
    if (!chip.verified) return { code: codes.notLoggedIn }
    return done(chip.algorithm === 'SM2' ? chip.signSm2(data) : chip.signRsa(data))
  }
}
