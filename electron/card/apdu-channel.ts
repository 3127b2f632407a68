import type { Result } from '../../domain/result.ts'
import type { BackendPicture } from './card.ts'

/** A powered card that takes commands, over PC/SC or in this process. */
export interface ApduChannel {
  /** T=0: commands that send data must not ask for an answer as well; the card announces it (ISO/IEC 7816-3 §12.2). */
  readonly byteProtocol: boolean
  /** One command; the answer has two bytes at least, status word last. */
  transmit(command: Uint8Array): Promise<Result<Uint8Array>>
  /** Resets the card, so that nobody finds its PIN given, and lets go. */
  close(): Promise<void>
}

/** Where channels come from: one for each place that holds a card. */
export interface ApduSource {
  start(tell: (picture: BackendPicture) => void): void
  stop(): Promise<void>
  /** Connects for this program alone until the channel is closed. */
  connect(place: string): Promise<Result<ApduChannel>>
}

/** A command of ISO/IEC 7816-3. `le` 0 asks for all there is. */
export interface CommandFields {
  readonly cla: number
  readonly ins: number
  readonly p1?: number
  readonly p2?: number
  readonly data?: Uint8Array
  readonly le?: number
  /** Lengths in three bytes (00 hi lo), as GM/T 0017 wants them. */
  readonly extended?: boolean
}

const lengthBytes = (value: number, extended: boolean, first: boolean): number[] =>
  extended ? [...(first ? [0] : []), (value >> 8) & 255, value & 255] : [value & 255]

/** Bytes of a command. The caller wipes them when they hold a PIN; a list that held them on the way could not be wiped. */
export function commandBytes({ cla, ins, p1 = 0, p2 = 0, data, le, extended = false }: CommandFields): Uint8Array {
  const body = data && data.length > 0 ? data : new Uint8Array()
  const head = [cla, ins, p1, p2, ...(body.length > 0 ? lengthBytes(body.length, extended, true) : [])]
  const wanted = le === undefined ? [] : lengthBytes(le, extended, body.length === 0)
  const bytes = new Uint8Array(head.length + body.length + wanted.length)
  bytes.set(head)
  bytes.set(body, head.length)
  bytes.set(wanted, head.length + body.length)
  return bytes
}

/** Status word of an answer. */
export const statusOf = (answer: Uint8Array): number => ((answer.at(-2) ?? 0) << 8) | (answer.at(-1) ?? 0)

/** Data of an answer, without its status word. */
export const dataOf = (answer: Uint8Array): Uint8Array => answer.slice(0, -2)
