import { ok } from '../../domain/result.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { Log } from '../log/log.ts'
import { localDay } from './local-day.ts'

type AppRoom = Handlers['app']

export interface AppParts {
  readonly version: string
  /** Versions of the runtime, as the process knows them. */
  readonly versions: { readonly electron?: string; readonly chrome?: string; readonly node: string }
  readonly sqlite: () => string
  /** Which Electron runtime set-up chose: `official` or `fallback`. */
  readonly runtime: string
  readonly practice: boolean
  readonly way: 'http' | 'folders'
  readonly siteName: string
  readonly now: () => number
  readonly relaunch: () => void
  /** Hides the window from screen capture, or shows it again. */
  readonly shield: (on: boolean) => void
  readonly log: Log
}

/** What the about page shows, restart, and errors of the page on their way to the log. */
export class AppService implements AppRoom {
  readonly #parts: AppParts

  constructor(parts: AppParts) {
    this.#parts = parts
  }

  info: AppRoom['info'] = () => {
    const { version, versions, sqlite, runtime, practice, way, siteName, now } = this.#parts
    return Promise.resolve(
      ok({
        version,
        electron: versions.electron ?? '',
        chrome: versions.chrome ?? '',
        node: versions.node,
        sqlite: sqlite(),
        runtime,
        practice,
        way,
        siteName,
        today: localDay(now()),
        // Files are not encrypted by the desk itself; the about page says so.
        encryption: false,
      }),
    )
  }

  restart: AppRoom['restart'] = () => {
    this.#parts.relaunch()
    return Promise.resolve(ok({}))
  }

  shield: AppRoom['shield'] = ({ on }) => {
    this.#parts.shield(on)
    return Promise.resolve(ok({}))
  }

  /** Only the place in our own files reaches the log: a message may quote what the clerk typed. */
  reportError: AppRoom['reportError'] = ({ message }) => {
    const stack = message.slice(message.indexOf('\n    at '))
    this.#parts.log.error('page.error', Object.assign(new Error(''), { stack: `Error: ${stack}` }))
    return Promise.resolve(ok({}))
  }
}
