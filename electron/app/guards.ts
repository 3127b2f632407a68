import { app, session, type Session } from 'electron'
import type { Log } from '../log/log.ts'

/**
 * Refuses every way out of the page: pop-ups, web views, navigation of any frame, redirects, permissions, devices and
 * downloads. The page has one address for its whole life; routes live behind the `#`.
 */
export function guardContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => {
      log.warn('guard.popup')
      return { action: 'deny' }
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
      // `will-navigate` speaks of the main frame only; sub-frames and redirects have events of their own.
      contents.on(name as 'will-navigate', (event) => {
        log.warn('guard.navigation')
        event.preventDefault()
      })
    }
  })
}

/** Denies all permissions, asked or checked, and all devices; nothing is ever downloaded by the page. */
export function guardSession(log: Log, target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => {
    log.warn('guard.permission')
    answer(false)
  })
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.setBluetoothPairingHandler(null)
  target.on('will-download', (event) => {
    log.warn('guard.download')
    event.preventDefault()
  })
}
