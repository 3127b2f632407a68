import { contextBridge, ipcRenderer } from 'electron'
import { channels, events, type EventName } from './ipc/channels.ts'

/** `window.api`, built from the channel list: named functions only, plain data only. */
const rooms = Object.fromEntries(
  Object.entries(channels).map(([room, methods]) => [
    room,
    Object.fromEntries(
      methods.map((method) => [
        method,
        (input: unknown): Promise<unknown> => ipcRenderer.invoke(`${room}.${method}`, input),
      ]),
    ),
  ]),
)

/** Listens to one event of the list. The page gets the payload, never the event object. */
function on(name: EventName, listener: (payload: unknown) => void): () => void {
  if (!events.includes(name)) return () => undefined
  const pass = (_event: unknown, payload: unknown): void => listener(payload)
  ipcRenderer.on(name, pass)
  return () => ipcRenderer.removeListener(name, pass)
}

contextBridge.exposeInMainWorld('api', { ...rooms, on })
