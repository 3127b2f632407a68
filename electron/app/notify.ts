import { Notification, type BrowserWindow } from 'electron'
import type { Notice } from '../services/notices.ts'

/** Notices on the desktop. Who has the window before the eyes needs none; a click brings it there. */
export const createNotify =
  (window: BrowserWindow) =>
  (notice: Notice): void => {
    if (!Notification.isSupported() || window.isDestroyed() || window.isFocused()) return
    const shown = new Notification(notice)
    shown.on('click', () => {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.focus()
    })
    shown.show()
  }
