/** A command as a card sees it (ISO/IEC 7816-3 §12.1, cases 1 to 4, short and extended). */
export interface Command {
  readonly cla: number
  readonly ins: number
  readonly p1: number
  readonly p2: number
  readonly data: Uint8Array
  /** Bytes wanted; `undefined` when the command asks for none. */
  readonly le?: number
}

/** Splits a command, or `undefined` when its lengths do not fit. */
export function parseCommand(bytes: Uint8Array): Command | undefined {
  const [cla, ins, p1, p2, first] = bytes
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined
  const head = { cla, ins, p1, p2 }
  if (first === undefined) return { ...head, data: new Uint8Array() }
  const extended = first === 0 && bytes.length >= 7
  const width = extended ? 2 : 1
  const start = extended ? 5 : 4
  const number = (at: number): number => (extended ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0))
  const wanted = (at: number): number => number(at) || (extended ? 65536 : 256)
  if (bytes.length === start + width) return { ...head, data: new Uint8Array(), le: wanted(start) }
  const length = number(start)
  const data = bytes.slice(start + width, start + width + length)
  const rest = bytes.length - start - width - length
  if (length === 0 || data.length !== length) return undefined
  if (rest === 0) return { ...head, data }
  return rest === width ? { ...head, data, le: wanted(bytes.length - width) } : undefined
}

/** Answer of a status word alone, or of data before it. */
export const answer = (sw: number, data: Uint8Array = new Uint8Array()): Uint8Array =>
  Uint8Array.of(...data, sw >> 8, sw & 255)
