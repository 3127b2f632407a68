import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'

export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes)
export const concat = (...parts: Uint8Array[]): Uint8Array => concatBytes(...parts)

/** Bytes of a hex text, or `undefined` when it is none. */
export function fromHex(text: string): Uint8Array | undefined {
  return /^(?:[0-9a-f]{2})*$/i.test(text) ? hexToBytes(text) : undefined
}

/** Bytes of a text in UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Base64 of bytes, without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Bytes of a base64 text (white space allowed), or `undefined` when it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s+/g, '')
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return undefined
  return Uint8Array.from(atob(packed), (char) => char.charCodeAt(0))
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** Big-endian number of bytes; none is 0. */
export const toBigInt = (bytes: Uint8Array): bigint => (bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`))

/** Big-endian bytes of a number, left-padded to a length. */
export const fromBigInt = (value: bigint, length: number): Uint8Array =>
  hexToBytes(value.toString(16).padStart(length * 2, '0'))
