import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { PracticeChange } from '../../domain/portal/answers.ts'
import { realDisk, type Disk } from '../../electron/portal/folders/disk.ts'
import { FolderPortal } from '../../electron/portal/folders/folder-portal.ts'
import { PracticeClient } from '../../electron/portal/practice-client.ts'
import { ExchangeRepo } from '../../electron/store/exchange.repo.ts'
import { openFolders } from '../../sandbox/import-client/client-folders.ts'
import { ImportClient } from '../../sandbox/import-client/import-client.ts'
import { importDeclaration } from '../fixtures/declarations.ts'
import { filingDesk, memoryStore } from './filing-desk.ts'
import { HandTimers } from './hand-timers.ts'
import { openPortal } from './portal-desk.ts'
import { signMessage } from './sign-message.ts'

/**
 * A desk that files through real folders with the practice import client at the other end. Nothing moves by itself:
 * the test lets the client look, the desk read and the time pass.
 * @param folder folder that holds an authority; everything of the desk is made in it
 */
export async function folderDesk(folder: string, start: PracticeChange = {}, disk: Disk = realDisk) {
  const practiceFolder = mkdtempSync(join(folder, 'desk-'))
  cpSync(join(folder, 'authority'), join(practiceFolder, 'authority'), { recursive: true })
  const root = join(practiceFolder, 'Deccus001')
  mkdirSync(root)
  const { client: http, running } = await openPortal({ folder: practiceFolder })
  await new PracticeClient(http).change({ speed: 0, outcome: 'release', ...start })
  const clock = { at: Date.now() }
  const now = (): number => clock.at
  const portal = running()
  if (!portal) throw new Error('no portal')
  const importClient = new ImportClient({
    folders: openFolders(root),
    window: portal.window,
    cursor: portal.cursor,
    now: Date.now,
  })
  const open = (db: Database.Database) => {
    const marks = new ExchangeRepo(db)
    const way = new FolderPortal({ root, disk, marks, now, sleep: () => Promise.resolve() })
    const timers = new HandTimers()
    const release = (clientSeqNo: string): void => marks.release(clientSeqNo)
    const desk = filingDesk({ db, portal: way, now, timers, lanes: 1, random: () => 0.5, release })
    onTestFinished(() => desk.outbox.shutdown())
    return { ...desk, way, timers, marks }
  }
  const desk = open(memoryStore())
  /** A declaration that is signed and waits for its submission. */
  const signed = (files: readonly { name: string; bytes: Uint8Array }[] = []): string => {
    const id = desk.ready(importDeclaration())
    const clientSeqNo = desk.drafts.summary(id)?.clientSeqNo
    desk.queue(id, signMessage(importDeclaration(), { folder: practiceFolder, clientSeqNo }), files)
    return id
  }
  /** The time passes, and whatever was planned happens. */
  const pass = async (milliseconds: number): Promise<void> => {
    clock.at += milliseconds
    desk.timers.fire()
    await desk.outbox.idle()
  }
  const read = () => desk.receipts.read(0)
  const stateOf = (id: string) => desk.drafts.summary(id)?.state
  const titles = (id: string) => desk.timeline.of(id).map((entry) => entry.title)
  const practice = new PracticeClient(http)
  desk.outbox.boot()
  await desk.outbox.idle()
  return { ...desk, open, root, clock, importClient, signed, pass, read, stateOf, titles, practice }
}
