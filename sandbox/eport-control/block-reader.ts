/** What a frame means: a whole request, the answer to a block, or nothing that a script would send. */
export type BlockStep =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'next'; readonly block: { guid: string; next: number; finish: boolean }; readonly done: boolean }
  | { readonly kind: 'finished'; readonly guid: string; readonly text: string }
  | { readonly kind: 'bad' }

const headerLength = 128

/** Header of a block (signing.json, large_frames): tag, checks, sizes, count, guid, number, reserved. */
const header =
  /^BLOCKTXT(?<whole>[0-9A-F]{4})(?<check>[0-9A-F]{4})(?<total>\d{16})(?<size>\d{8})(?<count>\d{4})(?<guid>.{36})(?<number>\d{4}).{44}$/

/** CRC-16/MODBUS over the low bytes of the characters, low byte first; reckoned apart from the desk's own. */
function check(text: string): string {
  let [low, high] = [0xff, 0xff]
  for (const code of Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))) {
    low ^= code & 0xff
    for (let bit = 0; bit < 8; bit++) {
      const odd = low & 1
      low = (low >> 1) | ((high & 1) << 7)
      high >>= 1
      if (odd) [low, high] = [low ^ 0x01, high ^ 0xa0]
    }
  }
  return [low, high].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')
}

/** The control's side of block transfer: puts a large request together and checks it twice. */
export class BlockReader {
  #guid = ''
  #parts: string[] = []

  /** @param spoil takes this block for a damaged one */
  take(frame: string, spoil = false): BlockStep {
    if (!frame.startsWith('BLOCKTXT')) return { kind: 'whole', text: frame }
    const {
      whole,
      check: expected,
      total,
      size,
      count,
      guid,
      number,
    } = header.exec(frame.slice(0, headerLength))?.groups ?? {}
    const content = frame.slice(headerLength)
    if (guid === undefined || expected !== check(content) || Number(size) !== content.length) return { kind: 'bad' }
    if (guid !== this.#guid) this.#parts = []
    this.#guid = guid
    if (Number(number) !== this.#parts.length) return { kind: 'bad' }
    const again = { guid, next: this.#parts.length, finish: false }
    if (spoil) return { kind: 'next', block: again, done: false }
    this.#parts.push(content)
    if (this.#parts.length < Number(count))
      return { kind: 'next', block: { ...again, next: this.#parts.length }, done: true }
    const text = this.#parts.join('')
    const right = text.length === Number(total) && check(text) === whole
    return right ? { kind: 'finished', guid, text } : { kind: 'bad' }
  }
}
