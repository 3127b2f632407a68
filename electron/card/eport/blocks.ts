/** Block transfer of the control for large requests (signing.json, large_frames). */

/** Requests above this many bytes go in blocks of as many. */
export const blockSize = 122_880
export const headerLength = 128

/**
 * Fields of the block header with their lengths. How numbers are written is not published (unverified): decimal
 * digits, zeros on the left; texts are followed by blanks.
 */
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

/** CRC-16 of the Modbus kind, four upper-case hex digits. */
export function modbusCheck(bytes: Uint8Array): string {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

export interface BlockHeader {
  readonly wholeCheck: string
  readonly blockCheck: string
  readonly totalSize: number
  readonly blockSize: number
  readonly blockCount: number
  readonly guid: string
  readonly blockNumber: number
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** The blocks of a request, header and content each; numbers count from 1. */
export function toBlocks(whole: Uint8Array, guid: string, size: number = blockSize): Uint8Array[] {
  const count = Math.max(1, Math.ceil(whole.length / size))
  const wholeCheck = modbusCheck(whole)
  return Array.from({ length: count }, (_, index) => {
    const content = whole.subarray(index * size, (index + 1) * size)
    const header = [
      'BLOCKTXT',
      wholeCheck,
      modbusCheck(content),
      digits(whole.length, fields.totalSize),
      digits(content.length, fields.blockSize),
      digits(count, fields.blockCount),
      guid.padEnd(fields.guid),
      digits(index + 1, fields.blockNumber),
      ' '.repeat(fields.reserved),
    ].join('')
    const block = new Uint8Array(headerLength + content.length)
    block.set(new TextEncoder().encode(header))
    block.set(content, headerLength)
    return block
  })
}

/** Header and content of a block, or `undefined` when a check does not hold. */
export function readBlock(block: Uint8Array): { header: BlockHeader; content: Uint8Array } | undefined {
  if (block.length < headerLength) return undefined
  const text = new TextDecoder('latin1').decode(block.subarray(0, headerLength))
  let at = 0
  const next = (length: number): string => text.slice(at, (at += length)).trim()
  const parts = Object.fromEntries(Object.entries(fields).map(([name, length]) => [name, next(length)]))
  const content = block.slice(headerLength)
  const header = {
    wholeCheck: parts['wholeCheck'] ?? '',
    blockCheck: parts['blockCheck'] ?? '',
    totalSize: Number(parts['totalSize']),
    blockSize: Number(parts['blockSize']),
    blockCount: Number(parts['blockCount']),
    guid: parts['guid'] ?? '',
    blockNumber: Number(parts['blockNumber']),
  }
  const whole = parts['tag'] === 'BLOCKTXT' && header.blockSize === content.length
  return whole && header.blockCheck === modbusCheck(content) ? { header, content } : undefined
}
