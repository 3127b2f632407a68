import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBigInt, fromHex, toHex, utf8 } from '../../../domain/crypto/bytes.ts'
import * as sm2 from '../../../domain/crypto/sm2.ts'
import { derToRaw, rawToDer } from '../../../domain/crypto/sm2-signature.ts'

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array()

/** Example of GM/T 0003.5-2012 annex A (GB/T 32918.5-2017 annex A.2). */
const standard = {
  d: hex('3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8'),
  key: hex(
    '0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
  ),
  za: 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3',
  e: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  k: 0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n,
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
}
const message = utf8('message digest')
const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

describe('SM2 signatures', () => {
  it('give the ZA, digest, r and s of the standard with its key and its k', () => {
    expect(toHex(sm2.publicKeyOf(standard.d))).toBe(toHex(standard.key))
    expect(toHex(sm2.za(standard.key))).toBe(standard.za)
    const e = sm2.messageDigest(message, standard.key)
    expect(toHex(e)).toBe(standard.e)
    expect(toHex(sm2.signDigest(e, standard.d, standard.k))).toBe(standard.r + standard.s)
  })

  it('verify under the right key, message and identity only', () => {
    const signature = hex(standard.r + standard.s)
    const other = sm2.publicKeyOf(sm2.newPrivateKey())
    expect(sm2.verifyMessage(message, signature, standard.key)).toBe(true)
    expect(sm2.verifyMessage(utf8('message digesT'), signature, standard.key)).toBe(false)
    expect(sm2.verifyMessage(message, signature, other)).toBe(false)
    expect(sm2.verifyMessage(message, signature, standard.key, '')).toBe(false)
  })

  it('refuse r or s that are 0, n, beyond n, short or long, and points off the curve', () => {
    const r = hex(standard.r)
    const s = hex(standard.s)
    const e = hex(standard.e)
    const [zero, full] = [new Uint8Array(32), fromBigInt(n, 32)]
    const join = (a: Uint8Array, b: Uint8Array): Uint8Array => Uint8Array.of(...a, ...b)
    const rest = fromBigInt(n - BigInt(`0x${standard.r}`), 32)
    const bad = [join(zero, s), join(r, zero), join(full, s), join(r, full), join(r, rest), r, join(join(r, s), zero)]
    for (const signature of bad) expect(sm2.verifyDigest(e, signature, standard.key)).toBe(false)
    const off = standard.key.slice()
    off[64] = (off[64] ?? 0) ^ 1
    expect(sm2.verifyDigest(e, join(r, s), off)).toBe(false)
    expect(sm2.verifyDigest(e, join(r, s), new Uint8Array(65))).toBe(false)
  })

  it('verify whatever they sign, and never throw on arbitrary bytes', () => {
    const key = sm2.newPrivateKey()
    const publicKey = sm2.publicKeyOf(key)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 70 }), (text, junk) => {
        const signature = sm2.signDigest(sm2.messageDigest(text, publicKey), key)
        expect(sm2.verifyMessage(text, signature, publicKey)).toBe(true)
        expect(sm2.verifyMessage(text, junk, publicKey)).toBe(false)
        expect(sm2.verifyDigest(junk, junk, junk)).toBe(false)
        expect(toHex(derToRaw(rawToDer(signature)) ?? junk)).toBe(toHex(signature))
      }),
      { numRuns: 30 },
    )
  })

  it('have one DER form only: padding, trailing bytes and negative numbers are refused', () => {
    const der = rawToDer(hex(standard.r + standard.s))
    expect(toHex(derToRaw(der) ?? der)).toBe(standard.r + standard.s)
    expect(derToRaw(Uint8Array.of(...der, 0))).toBeUndefined()
    const small = rawToDer(Uint8Array.of(...fromBigInt(5n, 32), ...fromBigInt(200n, 32)))
    expect(toHex(small)).toBe('3007020105020200c8')
    expect(derToRaw(hex('300702020005020200c8'))).toBeUndefined()
    expect(derToRaw(hex('30060201050201c8'))).toBeUndefined()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (junk) => {
        const raw = derToRaw(junk)
        expect(raw === undefined || toHex(rawToDer(raw)) === toHex(junk)).toBe(true)
      }),
    )
  })
})
