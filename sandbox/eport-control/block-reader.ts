import { concat } from '../../domain/crypto/bytes.ts'

/** What a frame means: a whole request, or one more block is wanted, or it is no good. */
export type BlockStep =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'more'; readonly next: { guid: string; next: number; finish: boolean } }
  | { readonly kind: 'bad' }

const headerLength = 128

/** The control's side of block transfer: puts a large request together (signing.json, large_frames). */
export class BlockReader {
  #parts: Uint8Array[] = []

  take(frame: Uint8Array): BlockStep {
    const head = new TextDecoder('latin1').decode(frame.subarray(0, headerLength))
    if (!head.startsWith('BLOCKTXT')) return { kind: 'whole', bytes: frame }
    const count = Number(head.slice(40, 44))
    const guid = head.slice(44, 80)
    const number = Number(head.slice(80, 84))
    if (number !== this.#parts.length + 1) return { kind: 'bad' }
    this.#parts.push(frame.slice(headerLength))
    if (number < count) return { kind: 'more', next: { guid, next: number + 1, finish: false } }
    const bytes = concat(...this.#parts)
    this.#parts = []
    return { kind: 'whole', bytes }
  }
}
