import { app } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import type { Log } from '../log/log.ts'
import { tellTrouble } from './start-up.ts'

/** Says, before there is any window, that nothing can be written in the data folder. @param detail code of the system */
export function tellUnwritable(folder: string, detail: string, log: Log): Promise<void> {
  const relaunch = (): void => {
    app.relaunch()
    app.quit()
  }
  return tellTrouble(failure('store.folder', { folder, detail }), { log, relaunch })
}
