import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNames, readPublicKeyBlob, readSignatureBlob, serialOf } from '../../../native/skf/blobs.ts'

const bytes = (length: number, value = 0): Uint8Array => new Uint8Array(length).fill(value)

function ecc(ulong: 4 | 8): Uint8Array {
  const blob = bytes(ulong + 128)
  blob.set([0, 1], 0)
  blob.fill(7, ulong + 32, ulong + 64)
  blob.fill(9, ulong + 96)
  return blob
}

describe('structures of an SKF library', () => {
  it('tell the width of ULONG by their length', () => {
    for (const ulong of [4, 8] as const) {
      const key = readPublicKeyBlob(ecc(ulong))
      expect(key).toMatchObject({ kind: 'ecc', ulong })
      expect(key?.kind === 'ecc' && [...key.point]).toEqual([4, ...bytes(32, 7), ...bytes(32, 9)])
    }
    for (const [ulong, length] of [
      [4, 268],
      [8, 276],
    ] as const) {
      const blob = bytes(length)
      new DataView(blob.buffer).setUint32(ulong, 2048, true)
      blob.fill(5, 2 * ulong, 2 * ulong + 256)
      expect(readPublicKeyBlob(blob)).toMatchObject({ kind: 'rsa', ulong, bits: 2048, modulusField: bytes(256, 5) })
    }
  })

  it('are refused when a value of more than 32 bytes, or another length, stands in them', () => {
    const left = ecc(4)
    left[4] = 1
    expect(readPublicKeyBlob(left)).toBeUndefined()
    expect(readPublicKeyBlob(ecc(4).slice(0, 131))).toBeUndefined()
    expect(readSignatureBlob(bytes(128))).toBeUndefined()
    expect(readSignatureBlob(bytes(127, 1))).toBeUndefined()
    const signature = bytes(128)
    signature.fill(1, 32, 64)
    signature.fill(2, 96)
    expect(readSignatureBlob(signature)).toEqual(Uint8Array.of(...bytes(32, 1), ...bytes(32, 2)))
  })

  it('hold names up to the first double zero', () => {
    const list = new TextEncoder().encode('钥匙 A\0B\0\0rubbish\0')
    expect(readNames(list)).toEqual(['钥匙 A', 'B'])
    expect(readNames(bytes(1))).toEqual([])
    expect(readNames(new Uint8Array())).toEqual([])
  })

  it('hold the serial number behind four fields', () => {
    const info = bytes(400)
    info.set(new TextEncoder().encode('YL0001'), 162)
    expect(serialOf(info)).toBe('YL0001')
  })

  it('never make anything throw', () => {
    const length = fc.constantFrom(0, 1, 127, 128, 132, 136, 268, 276, 512)
    fc.assert(
      fc.property(
        length.chain((size) => fc.uint8Array({ minLength: size, maxLength: size })),
        (blob) => {
          readPublicKeyBlob(blob)
          readSignatureBlob(blob)
          readNames(blob)
          serialOf(blob)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
