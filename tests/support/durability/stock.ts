import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { localDay } from '../../../electron/services/local-day.ts'
import { AttachmentsRepo } from '../../../electron/store/attachments.repo.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { clearDesk, openDesk } from '../desk.ts'
import { readyDeclaration } from '../ready-declaration.ts'
import { seedDesk } from '../seed-desk.ts'

/** A declaration that the real desk found complete, with its papers. */
export interface Sample {
  readonly message: DecMessage
  readonly files: readonly { edocCode: string; name: string; content: Uint8Array; pdf: boolean; encrypted: boolean }[]
}

/** Has the real desk make one declaration that waits for its signature, and takes it out. */
export async function makeSample(): Promise<Sample> {
  const desk = await openDesk()
  try {
    const id = await readyDeclaration(desk)
    await desk.close()
    const db = new Database(join(desk.folder, 'practice', 'declarations.db'), { readonly: true })
    const draft = new DraftsRepo(db, Date.now, localDay).load(id)
    const files = new AttachmentsRepo(db, Date.now).contents(id)
    db.close()
    if (!draft.ok) throw new Error(draft.error.code)
    return { message: draft.value.message, files }
  } finally {
    clearDesk(desk.folder)
  }
}

/** A data folder with so many like it, each with a bill of lading of its own: making them in the window takes long. */
export async function stockedFolder(
  { message, files }: Sample,
  count: number,
): Promise<{ folder: string; ids: string[] }> {
  const drafts = Array.from({ length: count }, (_, at) => ({
    ieFlag: 'E' as const,
    message: { ...message, DecHead: { ...message.DecHead, BillNo: `STOCK${at}` } },
  }))
  const nothing = (): void => undefined
  return seedDesk(drafts, nothing, (db, ids) => {
    const attachments = new AttachmentsRepo(db, Date.now)
    const repo = new DraftsRepo(db, Date.now, localDay)
    db.transaction(() => {
      for (const declarationId of ids) {
        for (const file of files) attachments.add({ ...file, declarationId })
        repo.move(declarationId, 'markReady')
      }
    })()
  })
}
