import { toRaw } from 'vue'
import type { Api } from '../electron/ipc/contract.ts'
import { failure } from '../domain/failures/index.ts'
import { refuse, type Result } from '../domain/result.ts'

/** The only place that touches the bridge. Everything else in the renderer sees `api` and these types. */
export type {
  Api,
  Application,
  CardBinding,
  AuditLine,
  CardStatus,
  Challenge,
  CompanyProfile,
  DiagnosticsStep,
  Draft,
  DraftSummary,
  ImportMapping,
  IssuedCard,
  ListFilter,
  Operator,
  Readiness,
  Session,
  SignItem,
  Site,
  TaskStatus,
  TimelineEntry,
  Wizard,
  WizardSummary,
} from '../electron/ipc/contract.ts'

declare global {
  interface Window {
    readonly api: Api
  }
}

export type { Failure, Result } from '../domain/result.ts'

/** What a call answers when it goes well. */
export type Answer<C> = C extends (input: never) => Promise<Result<infer T>> ? T : never

type Method = (input: unknown) => Promise<Result<unknown>>

/** What a page hands over may be watched by Vue at any depth; a watched value cannot cross the bridge, a plain one can. */
function plain(value: unknown): unknown {
  const raw: unknown = toRaw(value)
  if (Array.isArray(raw)) return raw.map(plain)
  if (typeof raw !== 'object' || raw === null || Object.getPrototypeOf(raw) !== Object.prototype) return raw
  return Object.fromEntries(Object.entries(raw).map(([key, each]) => [key, plain(each)]))
}

/**
 * A call that breaks on its way (main gone, a bug) is a failure like any other, never a silent rejection. The clerk
 * reads our words; those of Electron go to the log.
 */
const guarded =
  (method: Method): Method =>
  async (input) => {
    try {
      return await method(plain(input))
    } catch (error) {
      tell(error)
      return refuse(failure('app.internal'))
    }
  }

function tell(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  window.api.app.reportError({ message: message.slice(0, 3900), where: 'bridge' }).catch(() => {
    // Main is gone: there is nobody left to tell but the clerk, who is told.
  })
}

function guard(bridge: Api): Api {
  const rooms = Object.entries(bridge).filter(([, room]) => typeof room === 'object')
  const guardedRooms = rooms.map(([name, room]) => [
    name,
    Object.fromEntries(Object.entries(room as Record<string, Method>).map(([key, method]) => [key, guarded(method)])),
  ])
  return { ...(Object.fromEntries(guardedRooms) as Api), on: (name, listener) => bridge.on(name, listener) }
}

export const api: Api = guard(window.api)
