import { concat, fromBigInt, sameBytes, toBigInt } from './bytes.ts'

/** A DER INTEGER of a 32-byte number: minimal and positive. */
function derInteger(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const digits = bytes.subarray(start)
  const value = (digits[0] ?? 0) >= 128 ? concat(Uint8Array.of(0), digits) : digits
  return concat(Uint8Array.of(2, value.length), value)
}

/** r ‖ s (64 bytes) as the SEQUENCE of two INTEGER of GM/T 0009, which X.509 and openssl use. */
export function rawToDer(raw: Uint8Array): Uint8Array {
  const body = concat(derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32, 64)))
  return concat(Uint8Array.of(0x30, body.length), body)
}

/** One INTEGER at a place: its 32 bytes and where the next one starts. */
function readInteger(der: Uint8Array, at: number): { value: Uint8Array; next: number } | undefined {
  const length = der[at + 1]
  if (der[at] !== 2 || length === undefined || length < 1 || length > 33 || at + 2 + length > der.length)
    return undefined
  const number = toBigInt(der.subarray(at + 2, at + 2 + length))
  return number < 1n << 256n ? { value: fromBigInt(number, 32), next: at + 2 + length } : undefined
}

/** The way back; `undefined` unless the input is the one right DER form (no second encoding passes). */
export function derToRaw(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return undefined
  const r = readInteger(der, 2)
  const s = r && readInteger(der, r.next)
  if (!s || s.next !== der.length) return undefined
  const raw = concat(r.value, s.value)
  return sameBytes(rawToDer(raw), der) ? raw : undefined
}
