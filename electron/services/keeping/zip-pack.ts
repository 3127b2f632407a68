import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Zip, ZipDeflate } from 'fflate'

/** Where packed bytes go, in order. */
export type Sink = (chunk: Uint8Array) => Promise<void>

/** A member of the zip and where its bytes come from. */
export interface Member {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

const pieceSize = 1024 * 1024

/** The bytes of a file in pieces; other work goes on between them. */
export async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(pieceSize), 0, pieceSize)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** Size and hash of a file. */
export async function measure(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of piecesOf(file)) {
    hash.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Packs members into a sink, one after the other, holding no more than a piece of each. */
export async function packZip(members: readonly Member[], sink: Sink): Promise<void> {
  const ready: Uint8Array[] = []
  const failed: Error[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) failed.push(error)
    else ready.push(chunk)
  })
  const drain = async (): Promise<void> => {
    const [broken] = failed
    if (broken !== undefined) throw broken
    for (let chunk = ready.shift(); chunk !== undefined; chunk = ready.shift()) await sink(chunk)
  }
  for (const { name, bytes } of members) {
    const entry = new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    for await (const piece of bytes) {
      entry.push(piece)
      await drain()
    }
    entry.push(new Uint8Array(0), true)
    await drain()
  }
  zip.end()
  await drain()
}
