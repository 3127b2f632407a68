import { connect, type Socket } from 'node:net'
import type { FaultyCard } from './faults.ts'
import { quickAck } from './quick-ack.ts'

/** First port of the virtual reader: one for each slot (`Virtual PCD 00 00`, `00 01`). */
const firstPort = 35963

/** A length of two bytes before each message; the driver sends both in separate segments. */
class FrameReader {
  #held = Buffer.alloc(0)

  /** Whole frames that the bytes so far hold. */
  read(chunk: Buffer): Buffer[] {
    this.#held = Buffer.concat([this.#held, chunk])
    const frames: Buffer[] = []
    while (this.#held.length >= 2) {
      const end = 2 + this.#held.readUInt16BE(0)
      if (this.#held.length < end) break
      frames.push(this.#held.subarray(2, end))
      this.#held = this.#held.subarray(end)
    }
    return frames
  }
}

/** One write a frame: two would meet Nagle's algorithm on the other side. */
function send(socket: Socket, payload: Uint8Array): void {
  const frame = Buffer.alloc(2 + payload.length)
  frame.writeUInt16BE(payload.length, 0)
  frame.set(payload, 2)
  socket.write(frame)
}

/** A card that lies in a virtual reader of the driver `vpcd`. */
export interface InsertedCard {
  /** Takes it out: closes the line. */
  remove(): void
  /** Resolves when the line is closed, whoever closed it. */
  readonly gone: Promise<void>
}

/** Control bytes of the reader. Only `atr` is answered; it is also the presence check, about every 400 ms. */
const control = { off: 0, on: 1, reset: 2, atr: 4 } as const

/**
 * Puts a card into a virtual reader by connecting to its driver (wire protocol: vsmartcard's vpcd).
 * @param port port of the slot; see `slotPort`
 * @throws when no driver listens there
 */
export async function insertCard(card: FaultyCard, port: number): Promise<InsertedCard> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => socket.destroy())
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const reader = new FrameReader()
  const acknowledge = quickAck(socket)
  const serve = async (frame: Buffer): Promise<void> => {
    if (frame.length <= 1) {
      if (frame[0] === control.atr) send(socket, card.atr)
      else card.reset()
      return
    }
    const answer = await card.transmit(new Uint8Array(frame))
    if (answer.kind === 'answer') send(socket, answer.bytes)
    else if (answer.kind === 'gone') socket.destroy()
  }
  let last = Promise.resolve()
  socket.on('data', (chunk) => {
    acknowledge()
    for (const frame of reader.read(chunk)) last = last.then(() => serve(frame)).catch(() => void socket.destroy())
  })
  return { remove: () => socket.destroy(), gone }
}

/** Port of a slot of the driver as Debian installs it. */
export const slotPort = (slot: number): number => firstPort + slot
