import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { App, BrowserWindow } from 'electron'

/**
 * Sets the one folder in which the desk keeps everything, before the lock is asked for: the lock lies in it.
 * The switch `--user-data-dir` names another one, for a second desk on the same machine and for tests.
 */
export function useDataFolder(app: App): string {
  const wanted = app.commandLine.getSwitchValue('user-data-dir')
  const folder = wanted === '' ? join(app.getPath('appData'), 'declarant-desk') : resolve(wanted)
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  return folder
}

/** A second start brings the first window to the front instead of opening the same files twice. */
export function focusFirst(app: App, window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}
