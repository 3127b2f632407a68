import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

/** A chosen file that can be read at any place. */
export interface Archive {
  readonly size: number
  read(offset: number, length: number): Promise<Buffer>
}

/** A member as the directory describes it. */
export interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const longestEnd = 22 + 65_535
const mostEntries = 16
const largestDirectory = 64 * 1024
const piece = 1024 * 1024

/**
 * The directory of a zip, read from its end. Members are looked up by the names that we know; no name of the file ever
 * becomes a path. @returns `undefined` for anything that is not a small, plain directory
 */
export async function readDirectory(archive: Archive): Promise<Map<string, Entry> | undefined> {
  const from = Math.max(0, archive.size - longestEnd)
  const tail = await archive.read(from, archive.size - from)
  const end = lastIndexOf(tail, endSignature)
  if (end < 0 || end + 22 > tail.length) return undefined
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (count > mostEntries || length > largestDirectory || offset + length > archive.size) return undefined
  const directory = await archive.read(offset, length)
  const entries = new Map<string, Entry>()
  for (let at = 0, n = 0; n < count; n++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature) return undefined
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if (entries.has(name)) return undefined
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function lastIndexOf(bytes: Buffer, signature: number): number {
  const wanted = Buffer.alloc(4)
  wanted.writeUInt32LE(signature)
  return bytes.lastIndexOf(wanted)
}

/** More bytes than were allowed came out of a member. */
class TooMuch extends Error {}

/**
 * Unpacks one member into a sink, never more than so many bytes whatever the file claims.
 * @returns what is wrong with it, or `undefined`
 */
export async function unpack(
  archive: Archive,
  entry: Entry,
  most: number,
  sink: (chunk: Buffer) => void | Promise<void>,
): Promise<string | undefined> {
  if (entry.unpacked > most) return '里面的文件比说明的大'
  if (entry.method !== 0 && entry.method !== 8) return '里面的文件用了不认识的压缩方式'
  const head = await archive.read(entry.offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== localSignature) return '里面的文件位置不对'
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (start + entry.packed > archive.size) return '文件不完整'
  let out = 0
  const take = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      out += chunk.length
      if (out > most) throw new TooMuch()
      await sink(chunk)
    }
  }
  const packed = Readable.from(piecesOf(archive, start, entry.packed))
  try {
    if (entry.method === 0) await pipeline(packed, take)
    else await pipeline(packed, createInflateRaw(), take)
  } catch (cause) {
    if (cause instanceof TooMuch) return '里面的文件比说明的大'
    if (isZlib(cause)) return '压缩的内容已损坏'
    throw cause
  }
  return out === entry.unpacked ? undefined : '里面的文件比说明的小'
}

async function* piecesOf(archive: Archive, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += piece) {
    const bytes = await archive.read(start + at, Math.min(piece, length - at))
    if (bytes.length === 0) return
    yield bytes
  }
}

const isZlib = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && /^Z_|^ERR_(?:BUFFER|STREAM)/.test(String(cause.code))
