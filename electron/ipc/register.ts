import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import * as z from 'zod'
import { refuse, type Failure, type Result } from '../../domain/result.ts'
import type { Log } from '../log/log.ts'
import { channels, type EventName } from './channels.ts'
import { eventPayloads, type Handlers } from './contract.ts'
import { handle, type AnyHandler, type FrameFacts } from './pipeline.ts'

// The page's policy has no `unsafe-eval`; main keeps to the same rule so that both judge alike.
z.config({ jitless: true })

/** Sends one event to the page. */
export type Emit = <E extends EventName>(name: E, payload: z.output<(typeof eventPayloads)[E]>) => void

/** Handlers of the rooms that are wired. */
export type WiredHandlers = { readonly [R in keyof Handlers]?: Handlers[R] }

/**
 * The one switchboard: binds every channel of the list and owns `ipcMain`.
 * @param window the one window; messages of any other are refused
 * @param onStoreTrouble told when the disk or the database file failed under a call
 * @param wired the handlers, or why there are none (a store that cannot be opened); calls wait for them
 */
export function register(
  window: BrowserWindow,
  wired: Promise<Result<WiredHandlers>>,
  log: Log,
  onStoreTrouble: (failure: Failure) => void,
): void {
  for (const [room, methods] of Object.entries(channels)) {
    for (const method of methods) {
      const channel = `${room}.${method}`
      ipcMain.handle(channel, async (event, input: unknown) => {
        const frame = frameFacts(window, event)
        const ready = await wired
        const handler = ready.ok ? pick(ready.value, room, method) : () => Promise.resolve(refuse(ready.error))
        return handle(channel, frame, input, handler, log, onStoreTrouble)
      })
    }
  }
}

/** The way of events to the page; a payload off the contract is a bug and is not sent. */
export const createEmit =
  (window: BrowserWindow, log: Log): Emit =>
  (name, payload) => {
    const parsed = eventPayloads[name].safeParse(payload)
    if (!parsed.success) log.error('ipc.badEvent', undefined, { count: parsed.error.issues.length })
    else if (!window.isDestroyed()) window.webContents.send(name, parsed.data)
  }

/** Must run before the first `await`: `senderFrame` turns `null` once the frame has navigated or died. */
function frameFacts(window: BrowserWindow, event: IpcMainInvokeEvent): FrameFacts | null {
  const frame = event.senderFrame
  if (frame === null || window.isDestroyed()) return null
  return { isDeskFrame: frame === window.webContents.mainFrame, origin: frame.origin }
}

const pick = (handlers: WiredHandlers, room: string, method: string): AnyHandler | undefined => {
  const methods = (handlers as Record<string, Record<string, AnyHandler> | undefined>)[room]
  return methods?.[method]?.bind(methods)
}
