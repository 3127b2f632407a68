import { dialog, type App, type BrowserWindow } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import type { Log } from '../log/log.ts'
import { loadDesk } from './window.ts'

/** Reloads within this time are one series; a page that dies at once is not reloaded for ever. */
const seriesLength = 60_000
const mostReloads = 3
const mostGone = 20

/**
 * Unexpected errors are logged and the process stays: every draft is on disk already, and a filing in the
 * air is settled by the outbox after the next start at the latest.
 */
export function keepRunning(log: Log): void {
  process.on('uncaughtException', (cause) => log.error('app.uncaught', cause))
  process.on('unhandledRejection', (cause) => log.error('app.unhandled', cause))
}

/**
 * Brings the page back after its process died; the form opens its draft again from disk. A page that dies again and
 * again is not reloaded for ever: then the clerk is told, and decides.
 */
export function reloadAfterCrash(app: App, window: BrowserWindow, log: Log, now: () => number): void {
  let crashes: number[] = []
  const reload = (): void => void loadDesk(window).catch((cause: unknown) => log.error('page.loadFailed', cause))
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('page.gone', undefined, { reason, exitCode })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    crashes = [...crashes.filter((at) => now() - at < seriesLength), now()]
    if (crashes.length <= mostReloads) return reload()
    log.error('page.givenUp', undefined, { count: crashes.length })
    const count = crashes.length
    crashes = []
    void askToReload(window, count).then((again) => (again ? reload() : app.quit()))
  })
  window.on('unresponsive', () => log.warn('page.unresponsive'))
  window.on('responsive', () => log.info('page.responsive'))
  let gone = 0
  app.on('child-process-gone', (_event, { reason, exitCode }) => {
    // A graphics process that cannot start dies some thirty times a second: the log must not fill up with it.
    if (++gone <= mostGone) log.warn('helper.gone', { reason, exitCode, count: gone })
  })
}

/** Tells that the page keeps dying, in a window of the system; `true` to open it again. */
async function askToReload(window: BrowserWindow, count: number): Promise<boolean> {
  const { code, what, why, todo } = failure('app.pageCrashed', { count })
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: '报关桌面',
    message: what,
    detail: `${why}\n\n${todo}\n\n错误代码：${code}`,
    buttons: ['重新打开', '退出'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
