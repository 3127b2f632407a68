/**
 * Block transfer of the control for large requests (signing.json, large_frames). How numbers, checks and texts are
 * written was read in the control's public script, version 1.3.9: decimal digits and zeros on the left, lengths in
 * characters of UTF-16, block numbers from 0, text frames.
 */

/** Requests above this many bytes go in blocks; no block is longer. */
export const blockSize = 122_880
export const headerLength = 128
const mark = 'BLOCKTXT'

/** Fields of the block header with their lengths, in order. */
const fields = {
  tag: 8,
  wholeCheck: 4,
  blockCheck: 4,
  totalSize: 16,
  blockSize: 8,
  blockCount: 4,
  guid: 36,
  blockNumber: 4,
  reserved: 44,
} as const

/**
 * CRC-16 of the Modbus kind in four upper-case hex digits, its low byte first as it goes over a wire. Of a character
 * only the low eight bits count: so the control's script reckons it, Chinese or not.
 */
export function checkOf(text: string): string {
  let crc = 0xffff
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at) & 0xff
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  const swapped = ((crc & 0xff) << 8) | (crc >> 8)
  return swapped.toString(16).toUpperCase().padStart(4, '0')
}

const bytesOf = (character: string): number => new TextEncoder().encode(character).length

/** Parts of at most `limit` bytes in UTF-8; no character is cut in two. */
function partsOf(whole: string, limit: number): string[] {
  const parts: string[] = []
  let start = 0
  let at = 0
  let size = 0
  for (const character of whole) {
    const more = character < '\u0080' ? 1 : bytesOf(character)
    if (size + more > limit) {
      parts.push(whole.slice(start, at))
      start = at
      size = 0
    }
    size += more
    at += character.length
  }
  return [...parts, whole.slice(start)]
}

/** The blocks of a request, header and content each. */
export function toBlocks(whole: string, guid: string, limit: number = blockSize - headerLength): string[] {
  const parts = partsOf(whole, limit)
  const digits = (value: string | number, field: keyof typeof fields): string =>
    String(value).padStart(fields[field], '0')
  return parts.map(
    (part, index) =>
      [
        mark,
        checkOf(whole),
        checkOf(part),
        digits(whole.length, 'totalSize'),
        digits(part.length, 'blockSize'),
        digits(parts.length, 'blockCount'),
        digits(guid, 'guid'),
        digits(index, 'blockNumber'),
        digits('', 'reserved'),
      ].join('') + part,
  )
}
