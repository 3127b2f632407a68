import { readdir } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { checkFolders, type FolderStep } from '../portal/folders/check-folders.ts'
import { realDisk } from '../portal/folders/disk.ts'
import { FolderPortal } from '../portal/folders/folder-portal.ts'
import { SiteFolders } from '../services/sites/site-folders.ts'
import { ExchangeRepo } from '../store/exchange.repo.ts'
import { SiteFoldersRepo } from '../store/site-folders.repo.ts'
import type { Dialogs } from './dialogs.ts'

const now = Date.now

/** The way through the folders of the import client, for the site in use. */
export interface FolderWay {
  readonly portal: FolderPortal
  readonly check: () => Promise<FolderStep[]>
  /** A person found that a message did not arrive: it may be written anew. */
  readonly release: (clientSeqNo: string) => void
}

export function wireFolders(db: Database, root: string): FolderWay {
  const marks = new ExchangeRepo(db)
  const portal = new FolderPortal({ root, disk: realDisk, marks, now })
  return { portal, check: () => checkRoot(root), release: (clientSeqNo) => marks.release(clientSeqNo) }
}

/** Can the desk work with this folder? */
export const checkRoot = (root: string): Promise<FolderStep[]> => checkFolders(root, realDisk, now())

/** Which folders clerks chose for their sites. */
export function wireSiteFolders(desk: Database, dialogs: Dialogs): SiteFolders {
  return new SiteFolders({
    repo: new SiteFoldersRepo(desk),
    pick: dialogs.pickFolder,
    subfolders: async (path) =>
      (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name),
    newId: randomUUID,
  })
}
