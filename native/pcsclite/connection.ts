import { pcscCodes } from './codes.ts'
import type { Handle, PcscLibrary } from './library.ts'
import { refused, success, type PcscResult } from './result.ts'

/** SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | T1, and what happens to the card. */
const shared = 2
const anyProtocol = 3
const dispositions = { leave: 0, reset: 1 } as const
export type Disposition = keyof typeof dispositions

/** Longest answer: 256 bytes and a status word, or 64 KB where the command has extended lengths. */
const shortAnswer = 258
const extendedAnswer = 65_538

/** A card that is connected (pcsclite: `reader.connect`). Calls are the caller's to put in a row. */
export class Connection {
  readonly #library: PcscLibrary
  readonly #card: Handle
  #protocol: number

  constructor(library: PcscLibrary, card: Handle, protocol: number) {
    this.#library = library
    this.#card = card
    this.#protocol = protocol
  }

  /** Opens the card in a reader for shared use: other programs go on working. */
  static async open(library: PcscLibrary, context: Handle, reader: string): Promise<PcscResult<Connection>> {
    const { code, card, protocol } = await library.connect(context, reader, shared, anyProtocol)
    return code === 0 ? success(new Connection(library, card, protocol)) : refused(code)
  }

  /** T=0 (1) or T=1 (2). */
  get protocol(): number {
    return this.#protocol
  }

  /**
   * One command and its answer, status word last.
   * An answer under two bytes is an error even when the call succeeds: a card that dies in mid-command looks so.
   */
  async transmit(command: Uint8Array): Promise<PcscResult<Uint8Array>> {
    const extended = command.length > 5 && command[4] === 0
    const receive = new Uint8Array(extended ? extendedAnswer : shortAnswer)
    const { code, length } = await this.#library.transmit(this.#card, this.#protocol, command, receive)
    if (code !== 0) return refused(code)
    return length < 2 ? refused(pcscCodes.SHORT_ANSWER) : success(receive.slice(0, length))
  }

  /** After a reset by another program: the same card again, its state gone. */
  async reconnect(): Promise<PcscResult<void>> {
    const { code, protocol } = await this.#library.reconnect(this.#card, shared, anyProtocol, dispositions.leave)
    if (code !== 0) return refused(code)
    this.#protocol = protocol
    return success(undefined)
  }

  /** No other program comes between until `end`. Waits while another one holds the card. */
  async begin(): Promise<PcscResult<void>> {
    const code = await this.#library.begin(this.#card)
    return code === 0 ? success(undefined) : refused(code)
  }

  async end(disposition: Disposition): Promise<PcscResult<void>> {
    const code = await this.#library.end(this.#card, dispositions[disposition])
    return code === 0 ? success(undefined) : refused(code)
  }

  /** `reset` logs out; after `leave` the PIN stays given (measured). */
  async disconnect(disposition: Disposition): Promise<PcscResult<void>> {
    const code = await this.#library.disconnect(this.#card, dispositions[disposition])
    return code === 0 ? success(undefined) : refused(code)
  }
}
