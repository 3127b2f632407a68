import { dialog, type App, type BrowserWindow } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import type { Failure } from '../../domain/result.ts'
import type { Log } from '../log/log.ts'
import { loadPage } from './load-page.ts'
import { deskPage } from './scheme.ts'

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
 * Opens the page, and brings it back after its process died; the form opens its draft again from disk. A page that does
 * not come, or dies again and again, is not loaded for ever: then the clerk is told, and decides.
 */
export function keepPage(app: App, window: BrowserWindow, log: Log, now: () => number): void {
  let crashes: number[] = []
  const open = (): void => {
    const show = (): void => (window.isDestroyed() ? undefined : window.show())
    void loadPage(window.webContents, deskPage, log, show).then((outcome) => {
      if (outcome === 'missing') giveUp(failure('app.pageMissing'))
    })
  }
  const giveUp = (told: Failure): void => {
    log.error('page.givenUp', undefined, { code: told.code })
    if (!window.isDestroyed()) void askToReload(window, told).then((again) => (again ? open() : app.quit()))
  }
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('page.gone', undefined, { reason, exitCode })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    crashes = [...crashes.filter((at) => now() - at < seriesLength), now()]
    if (crashes.length <= mostReloads) return open()
    const told = failure('app.pageCrashed', { count: crashes.length })
    crashes = []
    giveUp(told)
  })
  window.on('unresponsive', () => log.warn('page.unresponsive'))
  window.on('responsive', () => log.info('page.responsive'))
  let gone = 0
  app.on('child-process-gone', (_event, { reason, exitCode }) => {
    // A graphics process that cannot start dies some thirty times a second: the log must not fill up with it.
    if (++gone <= mostGone) log.warn('helper.gone', { reason, exitCode, count: gone })
  })
  open()
}

/** Tells that the page does not stay, in a window of the system; `true` to open it again. */
async function askToReload(window: BrowserWindow, { code, what, why, todo }: Failure): Promise<boolean> {
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
