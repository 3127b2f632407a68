import { failure, type FailureCode } from '../../../domain/failures/index.ts'
import type { Failure } from '../../../domain/result.ts'

/** What the system says, one row a code. Sources: errno(3), and how Windows reports shares that went away. */
const codes: Record<string, FailureCode> = {
  ENOENT: 'folders.missing',
  ENOTDIR: 'folders.missing',
  ENODEV: 'folders.missing',
  EHOSTDOWN: 'folders.missing',
  EHOSTUNREACH: 'folders.missing',
  ENETUNREACH: 'folders.missing',
  ESTALE: 'folders.missing',
  UNKNOWN: 'folders.missing',
  EACCES: 'folders.denied',
  EPERM: 'folders.denied',
  EBUSY: 'folders.denied',
  EROFS: 'folders.denied',
  ENOSPC: 'folders.full',
  EDQUOT: 'folders.full',
}

/** The system did not come back in time. */
export class TooSlow extends Error {}

/** Longest time for one look or one write, ms: a share that went away keeps the system waiting for minutes. */
export const patience = 20_000

/** Why a folder could not be read or written. Paths stay out of it: only the name of the box goes in. */
export function folderFailure(cause: unknown, folder: string): Failure {
  if (cause instanceof TooSlow) return failure('folders.slow', { seconds: patience / 1000 })
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const known = codes[code]
  return known ? failure(known, { folder }) : failure('folders.broken', { folder, detail: code || 'unknown' })
}
