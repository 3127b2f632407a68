import { app } from 'electron'
import { keepPage, keepRunning } from './app/crash.ts'
import { keepDebuggersOut } from './app/debuggers.ts'
import { guardContents, guardSession } from './app/guards.ts'
import { setMenu } from './app/menu.ts'
import { places } from './app/places.ts'
import { PrintDocuments } from './app/print-documents.ts'
import { declareScheme, serveScheme } from './app/scheme.ts'
import { focusFirst, unwritable, useDataFolder } from './app/single-instance.ts'
import { openWindow } from './app/window.ts'
import { createFileLog } from './log/desk-log.ts'

// The boot list, top to bottom. Each line is one decision; the how stands in `app/`.
// As root the system's sandbox cannot run at all; whoever starts with this switch has turned it off knowingly.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareScheme()
keepDebuggersOut(app)
const data = useDataFolder(app)
const place = places(import.meta.dirname, data.folder)
const development = !app.isPackaged && process.env['DECLARANT_DEVELOPMENT'] === '1'
const log = createFileLog(place.log, development)
keepRunning(log)
guardContents(log)

if (data.missing === undefined && app.requestSingleInstanceLock()) void app.whenReady().then(start)
else {
  const detail = data.missing ?? unwritable(place.data)
  if (detail === undefined) app.quit()
  else void app.whenReady().then(() => refuse(detail))
}

/** A program that ends without a word is started again and again: what keeps it from working is told. */
async function refuse(detail: string): Promise<void> {
  const { tellUnwritable } = await import('./app/tell-unwritable.ts')
  const code = data.missing === undefined ? 'store.folder' : 'store.folderMissing'
  await tellUnwritable(code, { folder: place.data, detail }, log)
}

function start(): void {
  guardSession(log)
  setMenu()
  const prints = new PrintDocuments()
  const window = openWindow({ folder: place.data, preload: place.preload, development })
  focusFirst(app, window)
  app.on('window-all-closed', () => app.quit())
  // The process of the page starts when its first file is here, and takes a while: the desk is read and opened meanwhile.
  serveScheme(place.page, prints, async () => {
    const { runDesk } = await import('./app/run-desk.ts')
    runDesk({ window, place, log, prints })
  })
  keepPage(app, window, log, Date.now)
}
