import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { placeOnScreen, readPlace, smallest, type WindowPlace } from './bounds.ts'

/** What the window needs to know. */
export interface WindowOptions {
  /** Folder in which the place of the window is remembered. */
  readonly folder: string
  readonly preload: string
  readonly icon?: string
  readonly development: boolean
}

/** Every right of the page said out loud, although most are the defaults. */
const pageRights = (options: WindowOptions): Electron.WebPreferences => ({
  preload: options.preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: options.development,
  disableBlinkFeatures: 'Auxclick',
})

/** Opens the one privileged window. It shows as soon as its first frame is painted. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const placeFile = join(options.folder, 'window.json')
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const { maximized, ...bounds } = placeOnScreen(rememberedPlace(placeFile), areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: '报关桌面',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#f5f6f8',
    autoHideMenuBar: true,
    ...(options.icon === undefined ? {} : { icon: options.icon }),
    webPreferences: pageRights(options),
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => rememberPlace(placeFile, window))
  return window
}

function rememberedPlace(file: string): WindowPlace | undefined {
  try {
    return readPlace(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // First start, or a file that a crash cut short: the window opens in the middle.
    return undefined
  }
}

function rememberPlace(file: string, window: BrowserWindow): void {
  const place: WindowPlace = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  try {
    writeFileSync(file, JSON.stringify(place))
  } catch {
    // A full or read-only disk must not keep the window from closing; only the place of the window is lost.
  }
}
