/** What the directory at the end of a zip says about its entries, read without unpacking anything. */
export interface ZipDirectory {
  readonly names: ReadonlySet<string>
  /** Bytes after unpacking, all entries, as declared. */
  readonly unpackedBytes: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const longestComment = 65_535
const most32 = 0xffffffff
const mostEntries = 10_000
/** A few bytes of deflate cannot hold a bomb. */
const harmless = 64

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - longestComment; at--)
    if (view.getUint32(at, true) === endSignature) return at
  return undefined
}

interface Entry {
  readonly name: string
  readonly flags: number
  readonly packed: number
  readonly unpacked: number
  readonly local: number
  readonly next: number
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): Entry | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return undefined
  const nameLength = view.getUint16(at + 28, true)
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  }
}

/**
 * Sizes that lie are refused: a reader that trusts them would unpack without a bound. 64-bit sizes cannot be
 * true here, because the whole file is far smaller.
 */
function honest(view: DataView, entry: Entry): boolean {
  if (entry.packed === most32 || entry.unpacked === most32 || entry.local === most32) return false
  if (entry.local + 30 > view.byteLength || view.getUint32(entry.local, true) !== localSignature) return false
  if (entry.local + 30 + entry.packed > view.byteLength) return false
  if (entry.unpacked === 0 && entry.packed > harmless) return false
  return entry.packed > 0 || entry.unpacked === 0
}

/** An entry whose sizes stand only behind its data: nothing bounds it before it is unpacked. */
const unbounded = (view: DataView, entry: Entry): boolean =>
  (entry.flags & 8) !== 0 &&
  entry.packed === 0 &&
  (view.getUint16(entry.local + 8, true) !== 0 || view.getUint32(entry.local + 18, true) !== 0)

/**
 * The directory of a zip.
 * @returns `undefined` when the file is cut off, its directory is damaged or its sizes cannot be true.
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length < 22 ? undefined : findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) return undefined
  const names = new Set<string>()
  let unpackedBytes = 0
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    const entry = readEntry(view, bytes, at)
    if (entry === undefined || !honest(view, entry) || unbounded(view, entry)) return undefined
    names.add(entry.name)
    unpackedBytes += entry.unpacked
    at = entry.next
  }
  return { names, unpackedBytes }
}
