import { open, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { storeFailureOf } from '../store/store-failure.ts'

/** Takes the bytes of a file, in order. */
export type Sink = (chunk: Uint8Array) => Promise<void>

/** What the system says of a file that cannot be read or written. */
export const systemCode = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'

/**
 * Writes a file beside its place, to the platter, and only then gives it its name: a full disk or a power cut leaves the
 * whole file or none. Refuses `store.*` or `app.fileUnwritable`.
 */
export async function writeWhole(path: string, produce: (sink: Sink) => Promise<void>): Promise<Result<boolean>> {
  const partial = join(dirname(path), `.${basename(path)}.part`)
  try {
    const handle = await open(partial, 'w')
    try {
      // `write` may take less than it is given, as on a disk that fills up; `writeFile` goes on until all is there.
      await produce((chunk) => handle.writeFile(chunk))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, path)
    return ok(true)
  } catch (cause) {
    await unlink(partial).catch(() => undefined)
    return refuse(storeFailureOf(cause) ?? failure('app.fileUnwritable', { detail: systemCode(cause) }))
  }
}
