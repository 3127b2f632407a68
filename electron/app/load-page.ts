import type { Log } from '../log/log.ts'

/** What loading needs of a window; `WebContents` fits. */
export interface PageView {
  loadURL(url: string): Promise<void>
  stop(): void
  on(event: 'page-title-updated', listener: (event: unknown, title: string) => void): unknown
  on(event: 'render-process-gone' | 'destroyed', listener: () => void): unknown
  off(event: 'page-title-updated', listener: (event: unknown, title: string) => void): unknown
  off(event: 'render-process-gone' | 'destroyed', listener: () => void): unknown
}

/** The router gives the window a title of this form once its first page stands. */
const standing = / - 报关桌面$/

/** First wait for the page, in milliseconds; each further one is twice as long, for a machine that is merely slow. */
const patience = 15_000
const mostTries = 3

/**
 * Loads the page until it stands. Electron fails a load of an own scheme now and then without asking its handler
 * (`ERR_FAILED`), and a piece of the page that never comes leaves a blank window without any event: both are tried again.
 * @param onTrouble told after every try that failed
 * @returns `here`, `over` (its process died or the window was closed: others see to that) or `missing`
 */
export async function loadPage(
  view: PageView,
  url: string,
  log: Log,
  onTrouble: () => void = () => undefined,
): Promise<'here' | 'over' | 'missing'> {
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const outcome = await arrival(view, url, patience * 2 ** (attempt - 1))
    if (outcome === 'here' || outcome === 'over') return outcome
    log.warn('page.loadFailed', { reason: outcome, attempt })
    onTrouble()
    view.stop()
  }
  return 'missing'
}

/** One try. @returns how it ended: `here`, `over`, `late`, or Electron's code for a refused load */
function arrival(view: PageView, url: string, wait: number): Promise<string> {
  return new Promise((resolve) => {
    const done = (outcome: string): void => {
      clearTimeout(timer)
      view.off('page-title-updated', titled)
      view.off('render-process-gone', over)
      view.off('destroyed', over)
      resolve(outcome)
    }
    const titled = (_event: unknown, title: string): void => {
      if (standing.test(title)) done('here')
    }
    const over = (): void => done('over')
    const timer = setTimeout(() => done('late'), wait)
    view.on('page-title-updated', titled)
    view.on('render-process-gone', over)
    view.on('destroyed', over)
    view.loadURL(url).catch((cause: unknown) => done(codeOf(cause)))
  })
}

const codeOf = (cause: unknown): string => {
  const code = cause instanceof Error ? (cause as Error & { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : 'ERR_FAILED'
}
