/** What is worth knowing of an attached file before it is sent (rules D01, D02). */
export interface PdfFacts {
  readonly pdf: boolean
  /** It opens only with a password or forbids what customs does with it. */
  readonly encrypted: boolean
  readonly bytes: number
}

/** The mark may stand within the first 1024 bytes (ISO 32000-1, Adobe's note 13 to 7.5.2). */
const markWithin = 1024
/** Trailer dictionaries are far shorter. */
const trailerLength = 64 * 1024

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** A letter of a name, as it is or in hex: /Encr#79pt is /Encrypt (ISO 32000-1, 7.3.5). */
const letter = (char: string): string => `(?:${char}|#${char.charCodeAt(0).toString(16)})`

/** The entry that names a security handler; /EncryptMetadata is another name. */
const encryptEntry = new RegExp(`/${Array.from('Encrypt', letter).join('')}(?![A-Za-z0-9_.+#-])`, 'i')

/** The last part of the file as its `startxref` points to: a table with its trailer, or a cross-reference stream. */
function trailer(bytes: Uint8Array): string | undefined {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 2048)))
  const match = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail)
  const at = Number(match?.[1] ?? -1)
  if (at < 0 || at >= bytes.length) return undefined
  const head = latin1(bytes.subarray(at, at + 8))
  if (head.startsWith('xref')) {
    const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('trailer', at)
    return from < 0 ? undefined : latin1(bytes.subarray(from, from + trailerLength))
  }
  const object = latin1(bytes.subarray(at, at + trailerLength))
  return /^\s*\d+\s+\d+\s+obj/.test(object) ? object.split('stream', 1)[0] : undefined
}

/**
 * Facts of a file that is to be attached. Nothing in it is run or unpacked, so a hostile file can do nothing but be
 * refused; when it is damaged, it counts as encrypted as soon as it names a security handler anywhere.
 */
export function inspectPdf(bytes: Uint8Array): PdfFacts {
  const pdf = latin1(bytes.subarray(0, markWithin)).includes('%PDF-')
  const encrypted = pdf && encryptEntry.test(trailer(bytes) ?? latin1(bytes))
  return { pdf, encrypted, bytes: bytes.length }
}
