import { concat } from '../../domain/crypto/bytes.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { ApduChannel } from './apdu-channel.ts'
import { statusFailure } from './card-failures.ts'
import { exchange } from './exchange.ts'

/** Longest file that we read: a certificate is one or two kilobytes. */
const longest = 8192
const part = 255

/** Whole length of the DER value that begins these bytes, or `undefined` when none does. */
export function derLength(bytes: Uint8Array): number | undefined {
  const [tag, first = 0] = bytes
  if (tag !== 0x30) return undefined
  if (first < 128) return 2 + first
  const count = first & 127
  if (count < 1 || count > 2 || bytes.length < 2 + count) return undefined
  return bytes.slice(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0) + 2 + count
}

/**
 * Reads a transparent file with READ BINARY, the first part by its short identifier.
 * @param kind `der`: stops at the end of the value, files are often longer than what they hold; `text`: one part
 */
export async function readWholeFile(
  channel: ApduChannel,
  file: number,
  kind: 'der' | 'text',
): Promise<Result<Uint8Array>> {
  let content: Uint8Array = new Uint8Array()
  for (;;) {
    const place =
      content.length === 0 ? { p1: 0x80 | file, p2: 0 } : { p1: content.length >> 8, p2: content.length & 255 }
    const answer = await exchange(channel, { cla: 0, ins: 0xb0, ...place, le: kind === 'text' ? 0 : part })
    if (!answer.ok) return answer
    const { status, data } = answer.value
    // 6282: the file ended before the wanted length; what came is good.
    if (status !== 0x9000 && status !== 0x6282) return refuse(statusFailure(status))
    content = concat(content, data)
    if (kind === 'text') return ok(content)
    const whole = derLength(content)
    if (whole === undefined || whole > longest) return refuse(failure('card.noCertificate', { detail: 'DER' }))
    if (content.length >= whole) return ok(content.slice(0, whole))
    if (data.length === 0 || status === 0x6282) return refuse(failure('card.noCertificate', { detail: 'short' }))
  }
}
