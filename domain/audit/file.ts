import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { ChainCheck, type ChainEnd } from './check-chain.ts'
import { auditEntrySchema, entryText, firstHash } from './entry.ts'

const format = 'declarant-desk-audit'
const version = 1
const hex = z.string().regex(/^[0-9a-f]{64}$/)

const headSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  exportedAt: z.string().max(40),
  site: z.string().max(200),
})
const lineSchema = z.strictObject({ entry: auditEntrySchema, hash: hex })
const endSchema = z.strictObject({ count: z.number().int().min(0), last: hex, bytes: hex })

/** An entry as it is stored: its text and its hash. */
export interface StoredEntry {
  readonly content: string
  readonly hash: string
}

/**
 * The lines of an export, each with its line end. The last one holds the hash of all bytes before it, so that not one of
 * them can change unseen.
 */
export function* auditLines(
  head: { readonly exportedAt: string; readonly site: string },
  entries: Iterable<StoredEntry>,
): Generator<string> {
  const sum = sha256.create()
  const line = (content: string): string => {
    sum.update(utf8ToBytes(`${content}\n`))
    return `${content}\n`
  }
  yield line(JSON.stringify({ format, version, exportedAt: head.exportedAt, site: head.site }))
  let count = 0
  let last = firstHash
  for (const { content, hash } of entries) {
    yield line(`{"entry":${content},"hash":"${hash}"}`)
    count++
    last = hash
  }
  yield `${JSON.stringify({ count, last, bytes: bytesToHex(sum.digest()) })}\n`
}

/** What a check of a file found. */
export type FileVerdict =
  | { readonly ok: true; readonly end: ChainEnd; readonly hashes: readonly string[] }
  | { readonly ok: false; readonly line: number; readonly reason: string }

const newline = 10

/**
 * Checks an exported file byte for byte: head, each entry, the chain, the end line, and that nothing stands behind it.
 * @returns the end of the chain and the hash of each entry, or the first line that is wrong
 */
export function checkAuditFile(bytes: Uint8Array): FileVerdict {
  const wrong = (line: number, reason: string): FileVerdict => ({ ok: false, line, reason })
  const chain = new ChainCheck()
  const hashes: string[] = []
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for (let at = 0, number = 1; ; number++) {
    const stop = bytes.indexOf(newline, at)
    if (stop < 0) return wrong(number, at === bytes.length ? '文件不完整：没有结束行' : '文件在这一行中间断了')
    const content = decode(decoder, bytes.subarray(at, stop))
    if (content === undefined) return wrong(number, '这一行不是 UTF-8 文本')
    if (number === 1) {
      if (!isLine(content, headSchema)) return wrong(number, '不是操作记录文件，或开头被改过')
    } else if (content.startsWith('{"count"')) {
      const reason = endFault(content, chain, sha256(bytes.subarray(0, at)), stop + 1 === bytes.length)
      return reason === undefined ? { ok: true, end: chain.end, hashes } : wrong(number, reason)
    } else {
      const reason = takeLine(content, chain)
      if (reason !== undefined) return wrong(number, reason)
      hashes.push(chain.end.hash)
    }
    at = stop + 1
  }
}

function takeLine(content: string, chain: ChainCheck): string | undefined {
  const parsed = lineSchema.safeParse(parse(content))
  if (!parsed.success) return '这一行不是一条记录'
  const { entry, hash } = parsed.data
  if (`{"entry":${entryText(entry)},"hash":"${hash}"}` !== content) return '这一行被改过，已不是程序写的样子'
  chain.take(entryText(entry), hash)
  return chain.fault?.reason
}

function endFault(content: string, chain: ChainCheck, sum: Uint8Array, isLast: boolean): string | undefined {
  const parsed = endSchema.safeParse(parse(content))
  if (!parsed.success || JSON.stringify(parsed.data) !== content) return '结束行被改过'
  const { count, last, bytes } = parsed.data
  if (count !== chain.end.count || last !== chain.end.hash) return '结束行与记录的条数或校验值不符：有记录被删去或加入'
  if (bytes !== bytesToHex(sum)) return '文件的内容与结束行的校验值不符'
  return isLast ? undefined : '结束行之后还有内容'
}

/**
 * Whether a later export still holds all that an earlier one held: finds a trail that was cut short or written anew.
 * @returns number of the first entry that is missing or different, or `undefined`
 */
export function firstDifference(earlier: readonly string[], later: readonly string[]): number | undefined {
  const at = earlier.findIndex((hash, index) => later[index] !== hash)
  return at < 0 ? undefined : at + 1
}

const isLine = (content: string, schema: z.ZodType): boolean => {
  const parsed = schema.safeParse(parse(content))
  return parsed.success && JSON.stringify(parsed.data) === content
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    // Not JSON: no schema takes it.
    return undefined
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
