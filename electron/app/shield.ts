import type { BrowserWindow } from 'electron'

/**
 * Keeps the window out of screen captures, recordings and remote screens (Windows 10 2004 and macOS; older Windows shows
 * it black, Linux has no such thing). A page that died while it typed a secret leaves no window that nobody can show.
 */
export function createShield(window: BrowserWindow): (on: boolean) => void {
  const shield = (on: boolean): void => {
    if (!window.isDestroyed()) window.setContentProtection(on)
  }
  window.webContents.on('render-process-gone', () => shield(false))
  return shield
}
