type Random = () => number

const below = (random: Random, most: number): number => Math.floor(random() * most)
const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[below(random, list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** Pieces that readers of XML and JSON have stumbled over. */
const tokens = [
  ...[
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>',
  ],
  ...[
    '&b;',
    '&#0;',
    '&#x110000;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml version="1.1"?>',
    '<?x y?>',
    ' xmlns="urn:other"',
  ],
  ...[
    'encoding="UTF-16"',
    'encoding="GB2312"',
    'encoding="x-none"',
    '\u0000',
    '\uFEFF',
    '\uFFFE',
    '\uD800',
    '💾',
    '中'.repeat(300),
  ],
  ...[
    '</DEC_RESULT>',
    '<DEC_RESULT>',
    '<CHANNEL>',
    '</CHANNEL>',
    '<CHANNEL>~</CHANNEL>',
    '<SEQ_NO/>',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    'null',
    'true',
    '1e999',
    '-0',
    '"__proto__":{}',
    '"constructor":1',
    '\\u0000',
    '\\ud800',
    '9'.repeat(400),
    '<'.repeat(200),
  ],
].map((text) => Buffer.from(text))

type Change = (bytes: Buffer, random: Random, others: readonly Uint8Array[]) => Buffer

const changes: readonly Change[] = [
  (bytes, random) => {
    if (bytes.length === 0) return bytes
    const changed = Buffer.from(bytes)
    changed.writeUInt8(below(random, 256), below(random, changed.length))
    return changed
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(random, 40))])
  },
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => {
    const at = below(random, bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), pick(random, tokens), bytes.subarray(at)])
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1)
    const piece = bytes.subarray(at, at + below(random, 200))
    return Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at)])
  },
  (bytes, random, others) => {
    const other = Buffer.from(pick(random, others))
    return Buffer.concat([bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length))])
  },
  (bytes, random) => {
    // One text becomes another: digits, letters and signs of the same length keep the form whole.
    const text = bytes.toString('latin1')
    const digits = '0123456789ABCLR-+.eE~'.split('')
    return Buffer.from(
      text.replace(/\d/g, (digit) => (random() < 0.05 ? pick(random, digits) : digit)),
      'latin1',
    )
  },
]

/** A copy of bytes with one to four changes. Without a change one time in fifty: the good form must go on to be read. */
export function mutate(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  let changed = Buffer.from(bytes)
  if (random() < 0.02) return changed
  for (let left = 1 + below(random, 4); left > 0; left--)
    changed = Buffer.from(pick(random, changes)(changed, random, others))
  return changed
}
