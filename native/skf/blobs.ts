/**
 * Structures of GM/T 0016 as bytes (smart-token.json, skf_blobs): packed to one byte, little-endian, numbers of fewer
 * than 64 bytes stand at the right end of their field. ULONG is 4 bytes in some libraries for 64-bit Linux and 8 in
 * others; the length of a blob tells which.
 */
export type UlongBytes = 4 | 8

const coordinateField = 64
const coordinate = 32
const modulusField = 256

/** Lengths of ECCPUBLICKEYBLOB {BitLen, X 64, Y 64} and RSAPUBLICKEYBLOB {AlgID, BitLen, Modulus 256, Exponent 4}. */
const lengths = {
  ecc: { 4: 132, 8: 136 },
  rsa: { 4: 268, 8: 276 },
} as const

export type PublicKeyBlob =
  | { readonly kind: 'ecc'; readonly ulong: UlongBytes; readonly point: Uint8Array }
  /** The whole field: a short modulus stands at its right end, in some libraries at its left (unverified). */
  | { readonly kind: 'rsa'; readonly ulong: UlongBytes; readonly modulusField: Uint8Array; readonly bits: number }

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

/** The 32 bytes of a field of 64, or `undefined` when more than 32 are in use. */
function rightAligned(field: Uint8Array): Uint8Array | undefined {
  const front = field.subarray(0, coordinateField - coordinate)
  return field.length === coordinateField && isZero(front) ? field.slice(-coordinate) : undefined
}

const number32 = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true)

/** Serial number in DEVINFO: after Version 2, Manufacturer 64, Issuer 64, Label 32. No ULONG stands before it. */
export function serialOf(deviceInfo: Uint8Array): string {
  const field = deviceInfo.subarray(162, 194)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end)).trim()
}

/** Bytes of DEVINFO with the wider ULONG, with room for longer editions. */
export const deviceInfoRoom = 1024

/**
 * Reads an exported public key. The length decides kind and width of ULONG; BitLen must agree.
 * @returns `undefined` for any other length or content
 */
export function readPublicKeyBlob(blob: Uint8Array): PublicKeyBlob | undefined {
  for (const ulong of [4, 8] as const) {
    if (blob.length === lengths.ecc[ulong] && number32(blob, 0) === 256) {
      const x = rightAligned(blob.subarray(ulong, ulong + coordinateField))
      const y = rightAligned(blob.subarray(ulong + coordinateField))
      return x && y && { kind: 'ecc', ulong, point: Uint8Array.of(4, ...x, ...y) }
    }
    const bits = blob.length === lengths.rsa[ulong] ? number32(blob, ulong) : 0
    if (bits === 1024 || bits === 2048)
      return { kind: 'rsa', ulong, modulusField: blob.slice(2 * ulong, 2 * ulong + modulusField), bits }
  }
  return undefined
}

/** ECCSIGNATUREBLOB {r 64, s 64}: it holds no ULONG. */
export const signatureBlobLength = 2 * coordinateField

/** r‖s of 64 bytes, or `undefined` when the blob holds anything else. */
export function readSignatureBlob(blob: Uint8Array): Uint8Array | undefined {
  const r = rightAligned(blob.subarray(0, coordinateField))
  const s = rightAligned(blob.subarray(coordinateField, signatureBlobLength))
  return r && s && !isZero(r) && !isZero(s) ? Uint8Array.of(...r, ...s) : undefined
}

/** Names that stand one behind the other, each with a zero, and one more zero at the end. */
export const readNames = (list: Uint8Array): string[] =>
  new TextDecoder()
    .decode(list)
    .split('\0\0', 1)
    .flatMap((names) => names.split('\0'))
    .filter((name) => name !== '')
