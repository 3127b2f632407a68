import { join } from 'node:path'
import { appFolder } from '../../build/electron.mjs'
import type { Desk } from './desk.ts'
import { goodInputs } from './good-inputs.ts'

const preloadFile = join(appFolder, 'out/app/preload/preload.cjs')

/** The bridge as any page sees it that got the preload script. */
type Bridge = Record<string, Record<string, (input: unknown) => Promise<{ error?: { code: string } }>>>

/**
 * Opens a hidden window with the desk's own preload script at another place and asks every channel for something that
 * the desk itself may ask.
 * @param frame from the main frame, or from a frame inside it
 * @returns channel → code of the refusal, or `accepted`
 */
export function askFromStranger(desk: Desk, url: string, frame: 'main' | 'inner'): Promise<Record<string, string>> {
  return desk.app.evaluate(
    async ({ BrowserWindow }, [address, place, script, preload]) => {
      const webPreferences = { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true }
      const window = new BrowserWindow({ show: false, webPreferences })
      try {
        // The guards would keep frames out; here the check of the sender has to do it alone.
        window.webContents.removeAllListeners('will-frame-navigate')
        await window.loadURL(address)
        const { mainFrame } = window.webContents
        return (await (place === 'main' ? mainFrame : mainFrame.frames[0])?.executeJavaScript(script)) as Record<
          string,
          string
        >
      } finally {
        window.destroy()
      }
    },
    [url, frame, askAllCode(), preloadFile] as const,
  )
}

/** Sends the desk's own window elsewhere, as a hole in the guards would, asks from there, and brings it back. */
export function askFromElsewhere(desk: Desk, url: string): Promise<Record<string, string>> {
  return desk.app.evaluate(
    async ({ BrowserWindow }, [address, script]) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.isVisible())
      if (window === undefined) throw new Error('no window is shown')
      const home = window.webContents.getURL()
      // Electron 33 fails a load of an own scheme now and then without asking its handler.
      const load = (to: string, tries = 3): Promise<void> =>
        window.loadURL(to).catch((cause: unknown) => {
          if (tries <= 1) throw cause
          return load(to, tries - 1)
        })
      await load(address)
      const codes = (await window.webContents.executeJavaScript(script)) as Record<string, string>
      await load(home)
      return codes
    },
    [url, askAllCode()] as const,
  )
}

/** Runs in the strange page. */
async function askAll(inputs: Record<string, Record<string, unknown>>): Promise<Record<string, string>> {
  const bridge = (globalThis as unknown as { api: Bridge }).api
  const codes: Record<string, string> = {}
  for (const [room, methods] of Object.entries(inputs))
    for (const [method, input] of Object.entries(methods)) {
      const answer = await bridge[room]?.[method]?.(input)
      codes[`${room}.${method}`] = answer?.error?.code ?? 'accepted'
    }
  return codes
}

const askAllCode = (): string => {
  const inputs = JSON.stringify(goodInputs, (_key, value: unknown) =>
    value instanceof Uint8Array ? [...value] : value,
  )
  return `(${askAll.toString()})(${inputs})`
}
