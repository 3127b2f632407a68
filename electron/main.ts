import { app } from 'electron'
import { failure } from '../domain/failures/index.ts'
import { refuse } from '../domain/result.ts'
import { keepRunning, reloadAfterCrash } from './app/crash.ts'
import { guardContents, guardSession } from './app/guards.ts'
import { Services, stopBeforeQuit } from './app/life.ts'
import { setMenu } from './app/menu.ts'
import { places } from './app/places.ts'
import { PrintDocuments } from './app/print-documents.ts'
import { declareScheme, serveScheme } from './app/scheme.ts'
import { focusFirst, useDataFolder } from './app/single-instance.ts'
import { loadDesk, openWindow } from './app/window.ts'
import { register } from './ipc/register.ts'
import { createFileLog } from './log/desk-log.ts'

// The boot list. Each line is one decision; the how stands in `app/`.
// As root the system's sandbox cannot run at all; whoever starts with this switch has turned it off knowingly.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareScheme()
const place = places(import.meta.dirname, useDataFolder(app))
const development = !app.isPackaged && process.env['DECLARANT_DEVELOPMENT'] === '1'
const log = createFileLog(place.log, development)
keepRunning(log)
guardContents(log)

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

function start(): void {
  const services = new Services(log)
  guardSession(log)
  setMenu()
  serveScheme(place.page, new PrintDocuments())
  const window = openWindow({ folder: place.data, preload: place.preload, development })
  focusFirst(app, window)
  reloadAfterCrash(app, window, log, Date.now)
  register(window, Promise.resolve(refuse(failure('app.unavailable'))), log)
  void loadDesk(window).catch((cause: unknown) => log.error('page.loadFailed', cause))
  stopBeforeQuit(app, () => services.shutdown())
  app.on('window-all-closed', () => app.quit())
}
