import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { App, BrowserWindow } from 'electron'

interface DataFolder {
  readonly folder: string
  /** Why it is not there and could not be made: the code of the system. */
  readonly missing?: string
}

/**
 * Sets the one folder in which the desk keeps everything, before the lock is asked for: the lock lies in it.
 * The switch `--user-data-dir` names another one, for a second desk on the same machine and for tests.
 */
export function useDataFolder(app: App): DataFolder {
  const wanted = app.commandLine.getSwitchValue('user-data-dir')
  const folder = wanted === '' ? join(app.getPath('appData'), 'declarant-desk') : resolve(wanted)
  try {
    // Declarations are the business of one user of the computer. (Windows gives the rights of the folder above.)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    // No lock is asked for then: it would be that of another folder, which may belong to another desk.
    return { folder, missing: codeOf(cause) }
  }
  app.setPath('userData', folder)
  return { folder }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)

/**
 * Why nothing can be written in the data folder: the code of the system, or `undefined` when it can. Where that is so no
 * lock can be laid down either, and Electron takes it for the lock of a first desk.
 */
export function unwritable(folder: string): string | undefined {
  const probe = join(folder, '.write-test')
  try {
    writeFileSync(probe, 'x')
    rmSync(probe, { force: true })
    return undefined
  } catch (cause) {
    return codeOf(cause)
  }
}

/** A second start brings the first window to the front instead of opening the same files twice. */
export function focusFirst(app: App, window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}
