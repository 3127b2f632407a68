import type { VirtualCard } from '../../electron/card/virtual-backend.ts'
import type { FaultyCard } from '../../sandbox/card/faults.ts'

/** A small generator of random numbers with a seed, so that a failing run can be repeated (mulberry32). */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const statusWords = [
  0x9000, 0x6282, 0x63c0, 0x63c5, 0x6700, 0x6982, 0x6983, 0x6985, 0x6a82, 0x6b00, 0x6c08, 0x6d00, 0x6f00,
]

/** A card that answers what it likes: right answers, mutated ones, random ones, endless ones, too long ones. */
export class HostileCard implements VirtualCard {
  readonly #card: FaultyCard
  readonly #pick: (below: number) => number
  /** Of a hundred answers so many are bad. */
  readonly #badness: number
  answers = 0

  constructor(card: FaultyCard, pick: (below: number) => number, badness: number) {
    this.#card = card
    this.#pick = pick
    this.#badness = badness
  }

  get atr(): Uint8Array {
    return this.#card.atr
  }

  reset(): void {
    this.#card.reset()
  }

  async transmit(command: Uint8Array) {
    this.answers++
    const right = await this.#card.transmit(command)
    if (right.kind !== 'answer' || this.#pick(100) >= this.#badness) return right
    return { kind: 'answer' as const, bytes: this.#spoil(right.bytes) }
  }

  #bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.#pick(256))
  }

  #status(): number[] {
    const word = this.#pick(3) === 0 ? this.#pick(65_536) : (statusWords[this.#pick(statusWords.length)] ?? 0x9000)
    return [word >> 8, word & 255]
  }

  #spoil(bytes: Uint8Array): Uint8Array {
    const changed = bytes.slice()
    switch (this.#pick(9)) {
      case 0: // one byte another
        changed[this.#pick(changed.length)] = this.#pick(256)
        return changed
      case 1: // cut
        return changed.slice(0, this.#pick(changed.length + 1))
      case 2: // another status word
        return Uint8Array.of(...changed.slice(0, -2), ...this.#status())
      case 3: // the status word alone
        return Uint8Array.from(this.#status())
      case 4: // random of any length
        return this.#bytes(this.#pick(300))
      case 5: // too long
        return Uint8Array.of(...this.#bytes(1000 + this.#pick(3000)), 0x90, 0x00)
      case 6: // more is announced, again and again
        return Uint8Array.of(...this.#bytes(this.#pick(8)), 0x61, this.#pick(256))
      case 7: // the length was wrong, again and again
        return Uint8Array.of(0x6c, this.#pick(256))
      default: // nothing
        return new Uint8Array(this.#pick(2))
    }
  }
}
