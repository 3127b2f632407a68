import { describe, expect, it } from 'vitest'
import { fromBase64, fromHex, toBase64, toHex, utf8 } from '../../../domain/crypto/bytes.ts'
import { sm3 } from '../../../domain/crypto/sm3.ts'
import { sm4Ecb, sm4EcbDecrypt } from '../../../domain/crypto/sm4.ts'

describe('SM3 and SM4', () => {
  it('give the digests of GB/T 32905-2016 annex A', () => {
    expect(toHex(sm3(utf8('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(toHex(sm3(utf8('abcd'.repeat(16))))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  })

  it('give the block of GB/T 32907-2016 annex A and its way back', () => {
    const key = fromHex('0123456789abcdeffedcba9876543210') ?? new Uint8Array()
    expect(toHex(sm4Ecb(key, key))).toBe('681edf34d206965e86b3e94f536e4246')
    expect(toHex(sm4EcbDecrypt(key, sm4Ecb(key, key)))).toBe(toHex(key))
  })
})

describe('base64', () => {
  it('comes back, and refuses what is none', () => {
    expect(toHex(fromBase64(toBase64(Uint8Array.of(0, 255, 128))) ?? new Uint8Array())).toBe('00ff80')
    for (const text of ['a', 'ab=c', '!!!!', 'abc']) expect(fromBase64(text)).toBeUndefined()
  })
})
