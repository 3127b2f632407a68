import { app } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import type { Log } from '../log/log.ts'
import { tellTrouble } from './start-up.ts'

/**
 * Says, before there is any window, that nothing can be written in the data folder, or that there is none.
 * @param facts the folder, and the code of the system
 */
export function tellUnwritable(
  code: 'store.folder' | 'store.folderMissing',
  facts: { readonly folder: string; readonly detail: string },
  log: Log,
): Promise<void> {
  const relaunch = (): void => {
    app.relaunch()
    app.quit()
  }
  return tellTrouble(failure(code, facts), { log, relaunch })
}
