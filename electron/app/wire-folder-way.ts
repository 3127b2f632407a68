import type { Database } from 'better-sqlite3'
import type { FolderStep } from '../portal/folders/check-folders.ts'
import { realDisk } from '../portal/folders/disk.ts'
import { FolderPortal } from '../portal/folders/folder-portal.ts'
import { ExchangeRepo } from '../store/exchange.repo.ts'
import { checkRoot } from './wire-folders.ts'

/** The way through the folders of the import client, for the site in use. */
export interface FolderWay {
  readonly portal: FolderPortal
  readonly check: () => Promise<FolderStep[]>
  /** A person found that a message did not arrive: it may be written anew. */
  readonly release: (clientSeqNo: string) => void
}

/** Wires that way. A file of its own: it reads receipts, and the first window must not wait for the XML library. */
export function wireFolders(db: Database, root: string): FolderWay {
  const marks = new ExchangeRepo(db)
  const portal = new FolderPortal({ root, disk: realDisk, marks, now: Date.now })
  return { portal, check: () => checkRoot(root), release: (clientSeqNo) => marks.release(clientSeqNo) }
}
