import { readdir } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { checkFolders, type FolderStep } from '../portal/folders/check-folders.ts'
import { realDisk } from '../portal/folders/disk.ts'
import { SiteFolders } from '../services/sites/site-folders.ts'
import { SiteFoldersRepo } from '../store/site-folders.repo.ts'
import type { Dialogs } from './dialogs.ts'

/** Can the desk work with this folder? */
export const checkRoot = (root: string): Promise<FolderStep[]> => checkFolders(root, realDisk, Date.now())

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
