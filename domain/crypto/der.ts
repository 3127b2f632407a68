import * as asn1 from 'asn1js'

/** Limits for untrusted input: a certificate has some hundred nodes and is a few kilobytes long. */
const limits = { maxDepth: 24, maxNodes: 2000, maxContentLength: 64 * 1024, parseEmbedded: false }

/** One value that fills the whole input, or `undefined` for anything else. Never throws. */
export function parseDer(bytes: Uint8Array): asn1.BaseBlock | undefined {
  if (bytes.length === 0 || bytes.length > limits.maxContentLength) return undefined
  try {
    const { offset, result } = asn1.fromBER(bytes.slice(), limits)
    return offset === bytes.length && result instanceof asn1.BaseBlock ? result : undefined
  } catch {
    // The library throws beyond its limits; to a caller that is merely no DER.
    return undefined
  }
}

/** Members of a SEQUENCE, SET or constructed tag; nothing for a plain value. */
export const members = (block: asn1.BaseBlock | undefined): asn1.BaseBlock[] =>
  block instanceof asn1.Constructed ? block.valueBlock.value.filter((member) => member instanceof asn1.BaseBlock) : []

/** Bytes of a value with its tag and length, as they stood in the input. */
export const rawBytes = (block: asn1.BaseBlock): Uint8Array => block.valueBeforeDecodeView.slice()

/** Number of a context tag, e.g. 3 for `[3]`. */
export const contextTag = (block: asn1.BaseBlock): number | undefined =>
  block.idBlock.tagClass === 3 ? block.idBlock.tagNumber : undefined

export const oidOf = (block: asn1.BaseBlock | undefined): string | undefined =>
  block instanceof asn1.ObjectIdentifier ? block.valueBlock.toString() : undefined

/** Big-endian bytes of an INTEGER without its sign byte. */
export function integerOf(block: asn1.BaseBlock | undefined): Uint8Array | undefined {
  if (!(block instanceof asn1.Integer)) return undefined
  const bytes = block.valueBlock.valueHexView
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  return bytes.slice(start)
}

export const octetsOf = (block: asn1.BaseBlock | undefined): Uint8Array | undefined =>
  block instanceof asn1.OctetString ? block.valueBlock.valueHexView.slice() : undefined

/** Bytes of a BIT STRING that has whole bytes. */
export const bitsOf = (block: asn1.BaseBlock | undefined): Uint8Array | undefined =>
  block instanceof asn1.BitString && block.valueBlock.unusedBits === 0
    ? block.valueBlock.valueHexView.slice()
    : undefined

/** Text of any string type. */
export const textOf = (block: asn1.BaseBlock | undefined): string | undefined =>
  block instanceof asn1.BaseStringBlock ? block.getValue() : undefined

/** Moment of a UTCTime or GeneralizedTime as `yyyy-MM-ddTHH:mm:ssZ`. */
export function timeOf(block: asn1.BaseBlock | undefined): string | undefined {
  if (!(block instanceof asn1.UTCTime)) return undefined
  const date = block.toDate()
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 19)}Z`
}
