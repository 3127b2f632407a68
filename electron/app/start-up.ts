import { app, clipboard, dialog, type BrowserWindow } from 'electron'
import type { Failure } from '../../domain/result.ts'
import type { Log } from '../log/log.ts'

/** Waits for the page to have loaded: what nobody has asked for yet must not slow it down. */
export function afterFirstPage(window: BrowserWindow): Promise<void> {
  const { webContents } = window
  if (!webContents.isLoadingMainFrame()) return Promise.resolve()
  return new Promise((resolve) => {
    // Calls of the page that wait in the queue go first.
    webContents.once('did-finish-load', () => setImmediate(resolve))
    // A window that is closed while it loads has nothing to wait for.
    window.once('closed', resolve)
  })
}

interface TroubleParts {
  /** The window that has to stay behind; none where there is none yet. */
  readonly window?: BrowserWindow
  readonly log: Log
  readonly relaunch: () => void
}

/**
 * Says why the desk cannot work, in a window of the system: readable even when the page is not. Nothing is offered
 * that could harm the data.
 */
export async function tellTrouble(
  { code, what, why, todo, detail }: Failure,
  { window, log, relaunch }: TroubleParts,
): Promise<void> {
  log.error('boot.refused', undefined, { code })
  const text = `${why}\n\n${todo}\n\n错误代码：${code}${detail === undefined ? '' : `（${detail}）`}`
  const buttons = ['重新打开', '复制详情', '退出']
  const shown = {
    ...({ type: 'error', title: '报关桌面', message: what, detail: text, buttons } as const),
    ...{ defaultId: 0, cancelId: 2, noLink: true },
  }
  const { response } = await (window ? dialog.showMessageBox(window, shown) : dialog.showMessageBox(shown))
  if (response === 0) relaunch()
  else if (response === 2) app.quit()
  else {
    await clipboard.writeText(`${what}\n${text}`)
    await tellTrouble({ code, what, why, todo }, { ...(window ? { window } : {}), log, relaunch })
  }
}
