import type { RunningPortal } from '../portal/start-portal.ts'
import { openFolders } from './client-folders.ts'
import { ImportClient } from './import-client.ts'

/** How often the client looks into OutBox, ms. */
const lookEvery = 500

export interface RunningClient {
  close(): void
}

/**
 * Runs the practice import client on its folders in front of a practice portal.
 * @param root folder of the business: OutBox, SentBox, FailBox and InBox are made in it
 */
export function startClient(root: string, { window, cursor }: RunningPortal, now = Date.now): RunningClient {
  const client = new ImportClient({ folders: openFolders(root), window, cursor, now })
  const timer = setInterval(() => {
    try {
      client.run()
    } catch {
      // A folder that is locked or gone for the moment: the next look finds it again.
    }
  }, lookEvery)
  return { close: () => clearInterval(timer) }
}
