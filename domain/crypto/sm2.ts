import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { concat, fromBigInt, toBigInt, utf8 } from './bytes.ts'
import { sm3 } from './sm3.ts'

/** The recommended 256-bit curve of GB/T 32918.5-2017. */
const curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
}
const Point = weierstrass(curve)
const { n } = curve
const mod = (value: bigint): bigint => ((value % n) + n) % n

/** Identity that GM/T 0009 gives where none is agreed. The card authority uses it as far as public samples show. */
export const defaultUserId = '1234567812345678'

const randomBytes = (length: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(length))

function invert(value: bigint): bigint {
  let [a, b, x, y] = [mod(value), n, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return mod(x)
}

/** A number from 1 to n-2, uniform. */
function randomScalar(): bigint {
  for (;;) {
    const value = toBigInt(randomBytes(32))
    if (value > 0n && value < n - 1n) return value
  }
}

/** Private key, 32 bytes. */
export const newPrivateKey = (): Uint8Array => fromBigInt(randomScalar(), 32)

/** Public key of a private one: 65 bytes, 04 ‖ x ‖ y. */
export const publicKeyOf = (privateKey: Uint8Array): Uint8Array =>
  Point.BASE.multiply(toBigInt(privateKey)).toBytes(false)

function pointOf(publicKey: Uint8Array): InstanceType<typeof Point> | undefined {
  if (publicKey.length !== 65 || publicKey[0] !== 4) return undefined
  try {
    const point = Point.fromBytes(publicKey)
    point.assertValidity()
    return point
  } catch {
    // The library throws for a point off the curve; to a caller that is merely no key.
    return undefined
  }
}

/** Is this an uncompressed point of the curve? */
export const isPublicKey = (publicKey: Uint8Array): boolean => pointOf(publicKey) !== undefined

/** ZA of GB/T 32918.2 §5.5: SM3 over the identity, the curve and the public key. */
export function za(publicKey: Uint8Array, userId: string = defaultUserId): Uint8Array {
  const id = utf8(userId)
  const bits = id.length * 8
  const { a, b, Gx, Gy } = curve
  return sm3(
    concat(
      Uint8Array.of(bits >> 8, bits & 255),
      id,
      ...[a, b, Gx, Gy].map((v) => fromBigInt(v, 32)),
      publicKey.slice(1),
    ),
  )
}

/** e = SM3(ZA ‖ message), the 32 bytes that a card signs. */
export const messageDigest = (message: Uint8Array, publicKey: Uint8Array, userId: string = defaultUserId): Uint8Array =>
  sm3(concat(za(publicKey, userId), message))

/**
 * Signs a ready digest, r ‖ s in 64 bytes (GB/T 32918.2 §6). Only the virtual card and the practice authority sign here.
 * @param fixedK only for the standard's own example
 */
export function signDigest(e: Uint8Array, privateKey: Uint8Array, fixedK?: bigint): Uint8Array {
  const d = toBigInt(privateKey)
  for (;;) {
    const k = fixedK ?? randomScalar()
    const r = mod(toBigInt(e) + Point.BASE.multiply(k).toAffine().x)
    const s = mod(invert(1n + d) * (k - r * d))
    if (r !== 0n && r + k !== n && s !== 0n) return concat(fromBigInt(r, 32), fromBigInt(s, 32))
    if (fixedK !== undefined) throw new Error('this k gives no signature')
  }
}

/** Is r ‖ s a signature over the digest e? Hostile input gives `false`, never a throw. */
export function verifyDigest(e: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const point = pointOf(publicKey)
  if (!point || e.length !== 32 || signature.length !== 64) return false
  const r = toBigInt(signature.subarray(0, 32))
  const s = toBigInt(signature.subarray(32))
  if (r === 0n || s === 0n || r >= n || s >= n) return false
  const t = mod(r + s)
  if (t === 0n) return false
  const sum = Point.BASE.multiplyUnsafe(s).add(point.multiplyUnsafe(t))
  return !sum.is0() && mod(toBigInt(e) + sum.toAffine().x) === r
}

/** Is r ‖ s a signature over the message by this key under the identity? */
export const verifyMessage = (
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
  userId: string = defaultUserId,
): boolean => isPublicKey(publicKey) && verifyDigest(messageDigest(message, publicKey, userId), signature, publicKey)
