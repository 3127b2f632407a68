import { app, session } from 'electron'
import { failure } from '../domain/failures/index.ts'
import { refuse } from '../domain/result.ts'
import { keepPage, keepRunning } from './app/crash.ts'
import { bigFiles } from './app/big-files.ts'
import { createDialogs } from './app/dialogs.ts'
import { guardContents, guardSession } from './app/guards.ts'
import { Services, stopBeforeQuit } from './app/life.ts'
import { setMenu } from './app/menu.ts'
import { places } from './app/places.ts'
import { createNotify } from './app/notify.ts'
import { PrintDocuments } from './app/print-documents.ts'
import { PrintWindow } from './app/print-window.ts'
import { declareScheme, serveScheme } from './app/scheme.ts'
import { focusFirst, useDataFolder } from './app/single-instance.ts'
import { createStartHelper } from './app/start-helper.ts'
import { afterFirstPage, tellTrouble } from './app/start-up.ts'
import { openWindow } from './app/window.ts'
import { wireDesk } from './app/wire-desk.ts'
import { createEmit, register } from './ipc/register.ts'
import { createFileLog } from './log/desk-log.ts'

// The boot list, top to bottom. Each line is one decision; the how stands in `app/`.
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

async function start(): Promise<void> {
  guardSession(log)
  setMenu()
  const prints = new PrintDocuments()
  serveScheme(place.page, prints)
  const window = openWindow({ folder: place.data, preload: place.preload, development })
  focusFirst(app, window)
  app.on('window-all-closed', () => app.quit())

  // The page loads in its own process while the stores are opened here.
  keepPage(app, window, log, Date.now)
  const relaunch = (): void => {
    app.relaunch()
    app.quit()
  }
  const emit = createEmit(window, log)
  const wired = wireDesk({
    data: place.data,
    log,
    logFile: place.log,
    emit,
    dialogs: createDialogs(window),
    bigFiles: bigFiles(window),
    startHelper: createStartHelper(place.main, log),
    printHost: new PrintWindow(prints, log),
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    relaunch,
    notify: createNotify(window),
  }).catch((cause: unknown) => {
    log.error('boot.failed', cause)
    return refuse(failure('app.internal'))
  })
  register(
    window,
    wired.then((desk) => (desk.ok ? { ok: true, value: desk.value.handlers } : desk)),
    log,
    (trouble) => void wired.then((desk) => desk.ok && desk.value.storeTrouble(trouble)),
  )

  const desk = await wired
  if (!desk.ok) return tellTrouble(window, desk.error, { log, relaunch })
  const services = new Services(log)
  stopBeforeQuit(app, () => services.shutdown())
  await services.boot(desk.value.services)
  await afterFirstPage(window)
  for (const { code, what, why, todo } of desk.value.notices) emit('store.trouble', { code, what, why, todo })
  await services.boot((await desk.value.field()).services)
}
