import { failure, type FailureCode } from '../../domain/failures/index.ts'
import type { Failure } from '../../domain/result.ts'

/** What SQLite and the file system say, one row a code. Sources: sqlite.org/rescode.html, errno(3). */
const codes: Record<string, FailureCode> = {
  SQLITE_CORRUPT: 'store.corrupt',
  SQLITE_NOTADB: 'store.corrupt',
  SQLITE_READONLY: 'store.readonly',
  SQLITE_PERM: 'store.readonly',
  SQLITE_BUSY: 'store.locked',
  SQLITE_LOCKED: 'store.locked',
  SQLITE_FULL: 'store.full',
  SQLITE_IOERR: 'store.io',
  SQLITE_CANTOPEN: 'store.cannotOpen',
  SQLITE_NOLFS: 'store.full',
  SQLITE_TOOBIG: 'store.tooBig',
  ENOSPC: 'store.full',
  EDQUOT: 'store.full',
  EROFS: 'store.readonly',
  EACCES: 'store.readonly',
  EPERM: 'store.readonly',
  ENOTDIR: 'store.cannotOpen',
  EEXIST: 'store.cannotOpen',
  ENOENT: 'store.cannotOpen',
  EBUSY: 'store.locked',
  EIO: 'store.io',
  EMFILE: 'store.io',
  ENFILE: 'store.io',
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''

/** SQLite's own code without its extension: `SQLITE_IOERR_WRITE` → `SQLITE_IOERR`. */
const family = (code: string): string => (code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code)

/**
 * The failure that an error of SQLite or of the file system stands for, or `undefined` when it is neither: then it is
 * a bug and must go on. A constraint that breaks (`SQLITE_CONSTRAINT`) is a bug as well.
 */
export function storeFailureOf(cause: unknown): Failure | undefined {
  const detail = codeOf(cause)
  const code = codes[family(detail)]
  return code === undefined ? undefined : failure(code, { detail })
}

/** The same for somebody who has to go on: what is neither is a bug of ours, and is told as one. */
export const troubleOf = (cause: unknown): Failure => storeFailureOf(cause) ?? failure('app.internal')

/** True when the file itself is broken. */
export const isCorrupt = (cause: unknown): boolean => codes[family(codeOf(cause))] === 'store.corrupt'
