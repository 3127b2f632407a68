import { app, safeStorage, session, type BrowserWindow } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import { refuse } from '../../domain/result.ts'
import { createEmit, register } from '../ipc/register.ts'
import type { Log } from '../log/log.ts'
import { bigFiles } from './big-files.ts'
import { createDialogs } from './dialogs.ts'
import { Services, stopBeforeQuit } from './life.ts'
import { createNotify } from './notify.ts'
import type { Places } from './places.ts'
import type { PrintDocuments } from './print-documents.ts'
import { PrintWindow } from './print-window.ts'
import { createSecretBox } from './secret-box.ts'
import { createShield } from './shield.ts'
import { createStartHelper } from './start-helper.ts'
import { afterFirstPage, tellTrouble } from './start-up.ts'
import { watchEnd } from './unclean-end.ts'
import { wireDesk } from './wire-desk.ts'

/** What is there before the desk: the window and what was decided at its opening. */
export interface Opening {
  readonly window: BrowserWindow
  readonly place: Places
  readonly log: Log
  readonly prints: PrintDocuments
}

/**
 * Binds every channel at once, opens the stores behind them and starts the services, the outer ones when the first
 * page stands.
 */
export function runDesk({ window, place, log, prints }: Opening): void {
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
    secretBox: createSecretBox(safeStorage, process.platform),
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    relaunch,
    shield: createShield(window),
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
  void boot()

  async function boot(): Promise<void> {
    const desk = await wired
    if (!desk.ok) return tellTrouble(desk.error, { window, log, relaunch })
    const services = new Services(log)
    const end = watchEnd(place.data, log)
    stopBeforeQuit(app, () => services.shutdown())
    // The mark is taken away when everything else has stopped.
    await services.boot([end.service, ...desk.value.services])
    await afterFirstPage(window)
    const notices = [...(end.wasUnclean ? [failure('app.endedBadly')] : []), ...desk.value.notices]
    for (const { code, what, why, todo } of notices) emit('store.trouble', { code, what, why, todo })
    await services.boot((await desk.value.field()).services)
  }
}
