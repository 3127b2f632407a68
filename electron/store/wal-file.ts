/**
 * Reads a write-ahead log the way SQLite does, to tell a torn last write (normal after a power cut) from damage in the
 * middle, over which SQLite silently drops every later save. Format: https://sqlite.org/fileformat2.html#walformat
 */
const headerSize = 32
const frameHeader = 24
const magics = [0x377f0682, 0x377f0683]

/** What the log holds. */
export interface WalState {
  /** Saves that SQLite will read. */
  readonly readable: number
  /** Saves behind a damaged place, which SQLite will drop. The one that the damage may have torn is not counted. */
  readonly lost: number
}

type Sum = readonly [number, number]

/** Examines the bytes of a `-wal` file. */
export function inspectWal(bytes: Buffer): WalState {
  if (bytes.length < headerSize) return { readable: 0, lost: 0 }
  const pageSize = bytes.readUInt32BE(8) || 65536
  const whole = magics.includes(bytes.readUInt32BE(0)) && isPageSize(pageSize)
  const little = bytes.readUInt32BE(0) === 0x377f0682
  const start = checksum(bytes, 0, 24, [0, 0], little)
  if (!whole || !matches(bytes, 24, start)) return { readable: 0, lost: commitsAhead(bytes, headerSize, 4096) }
  return walk(bytes, pageSize, little, start)
}

function walk(bytes: Buffer, pageSize: number, little: boolean, start: Sum): WalState {
  const salts = bytes.subarray(16, 24)
  let sum = start
  let readable = 0
  for (let at = headerSize; at + frameHeader + pageSize <= bytes.length; at += frameHeader + pageSize) {
    // A frame with other salts was left over from before the log was last emptied: here the log ends.
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) {
      const later = commitsWith(bytes, at + frameHeader + pageSize, pageSize, salts)
      return { readable, lost: Math.max(0, later - 1) }
    }
    sum = checksum(bytes, at, 8, sum, little)
    sum = checksum(bytes, at + frameHeader, pageSize, sum, little)
    if (!matches(bytes, at + 16, sum))
      return { readable, lost: Math.max(0, commitsWith(bytes, at, pageSize, salts) - 1) }
    if (bytes.readUInt32BE(at + 4) !== 0) readable++
  }
  return { readable, lost: 0 }
}

/** Commit marks of frames with these salts from a place on. */
function commitsWith(bytes: Buffer, from: number, pageSize: number, salts: Buffer): number {
  let commits = 0
  for (let at = from; at + frameHeader + pageSize <= bytes.length; at += frameHeader + pageSize)
    if (bytes.subarray(at + 8, at + 16).equals(salts) && bytes.readUInt32BE(at + 4) !== 0) commits++
  return commits
}

/** With a broken header the salts are not known: those of the first frame count. */
function commitsAhead(bytes: Buffer, from: number, pageSize: number): number {
  if (bytes.length < from + frameHeader + pageSize) return 0
  return Math.max(0, commitsWith(bytes, from, pageSize, bytes.subarray(from + 8, from + 16)) - 1)
}

const isPageSize = (size: number): boolean => size >= 512 && size <= 65536 && (size & (size - 1)) === 0

const matches = (bytes: Buffer, at: number, [a, b]: Sum): boolean =>
  bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b

function checksum(bytes: Buffer, from: number, length: number, [first, second]: Sum, little: boolean): Sum {
  let a = first
  let b = second
  for (let at = from; at < from + length; at += 8) {
    a = (a + (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + b) >>> 0
    b = (b + (little ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + a) >>> 0
  }
  return [a, b]
}
