import { existsSync, rmSync, writeFileSync } from 'node:fs'

/**
 * A mark beside a database in which damage was met while it was in use. The next start then checks the whole
 * file, however large it is, and restores it when the damage is real.
 */
const markOf = (file: string): string => `${file}.check`

/** Sets the mark. A disk that does not even take this is told by every save already. */
export function markSuspect(file: string): void {
  try {
    writeFileSync(markOf(file), '')
  } catch {
    // Nothing more can be done here: the failure that led here has been told.
  }
}

export const isSuspect = (file: string): boolean => existsSync(markOf(file))

/** The file was checked or replaced. */
export const clearSuspect = (file: string): void => rmSync(markOf(file), { force: true })
