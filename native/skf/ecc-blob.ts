/** ECCPUBLICKEYBLOB: BitLen (ULONG), X 64, Y 64, packed; values right-aligned. */
const field = 64

export interface EccBlob {
  /** Width of ULONG in this library, told by the length of its blob: 132 or 136 bytes. */
  readonly ulongBytes: 4 | 8
  /** 04 ‖ x ‖ y. */
  readonly point: Uint8Array
}

/** Reads the blob of either width, or `undefined` for anything else. */
export function readEccBlob(blob: Uint8Array): EccBlob | undefined {
  const ulongBytes = blob.length - 2 * field
  if (ulongBytes !== 4 && ulongBytes !== 8) return undefined
  const bits = new DataView(blob.buffer, blob.byteOffset).getUint32(0, true)
  if (bits !== 256) return undefined
  const x = blob.subarray(ulongBytes + 32, ulongBytes + 64)
  const y = blob.subarray(ulongBytes + field + 32, ulongBytes + 2 * field)
  return { ulongBytes, point: Uint8Array.of(4, ...x, ...y) }
}
