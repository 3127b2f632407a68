import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Handlers } from '../ipc/contract.ts'
import { countImport, keepForeignTrail, takeOver, withArchive, type ImportCounts } from '../store/archive-tables.ts'
import type { AuditRepo } from '../store/audit.repo.ts'
import { listBackups, makeBackup } from '../store/backup.ts'
import type { Migration } from '../store/migrations/migration.ts'
import { backupId, wishRestore } from '../store/restore.ts'
import type { Store } from '../store/store.ts'
import { exportArchive, type SaveTarget } from './keeping/export-archive.ts'
import { inspectArchive, type Inspected } from './keeping/inspect-archive.ts'
import type { Archive } from './keeping/zip-open.ts'
import { localDay } from './local-day.ts'

type Room = Handlers['keeping']

export interface KeepingParts {
  readonly store: Store
  /** Name of its file without the ending. */
  readonly name: string
  /** Data folder of the site. */
  readonly folder: string
  readonly migrations: readonly Migration[]
  readonly site: { readonly name: string; readonly practice: boolean }
  readonly program: string
  readonly trail: AuditRepo
  readonly now: () => number
  /** Main's dialogs; `null` when they were closed. */
  readonly chooseTarget: (name: string) => Promise<SaveTarget | null>
  readonly chooseArchive: () => Promise<Result<(Archive & { close(): Promise<void> }) | null>>
  /** Shows long work in the status bar. */
  readonly task: <T>(title: string, work: () => Promise<Result<T>>) => Promise<Result<T>>
  /** Told after an import: what is shown is read anew. */
  readonly onImported: () => void
  readonly relaunch: () => void
}

/** Copies that can be seen and gone back to; everything out in one file, and in again at another desk. */
export class KeepingService implements Room {
  readonly #parts: KeepingParts
  #waiting: (Inspected & { readonly token: string }) | undefined
  /** The last long work: two at once (a second click, a page that was loaded anew) would share one folder. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: KeepingParts) {
    this.#parts = parts
  }

  backups: Room['backups'] = () => {
    const list = listBackups(this.#parts.store.backups, this.#parts.name)
    const view = list.map((copy) => ({ id: backupId(copy), at: isoOf(copy.at), bytes: copy.bytes, kind: copy.kind }))
    return Promise.resolve(ok(view))
  }

  backUp: Room['backUp'] = async () => {
    const { store, name, now, trail } = this.#parts
    const copy = await makeBackup(store.db, store.backups, name, 'manual', now())
    if (!copy.ok) return copy
    trail.append({ deed: 'store.copied', facts: { bytes: copy.value.bytes } })
    return ok({})
  }

  /** The next start begins with the copy; what is there now goes aside as it is. */
  restore: Room['restore'] = ({ id }) => {
    const { store, name, folder, trail, relaunch } = this.#parts
    const copy = listBackups(store.backups, name).find((one) => backupId(one) === id)
    if (copy === undefined) return Promise.resolve(refuse(failure('keeping.noBackup')))
    trail.append({ deed: 'store.restored', facts: { at: isoOf(copy.at), bytes: copy.bytes } })
    wishRestore(folder, name, copy)
    relaunch()
    return Promise.resolve(ok({}))
  }

  exportAll: Room['exportAll'] = () => this.#inTurn(() => this.#export())

  inspect: Room['inspect'] = () => this.#inTurn(() => this.#inspect())

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const running = this.#last.then(work)
    this.#last = running.catch(() => undefined)
    return running
  }

  async #export(): ReturnType<Room['exportAll']> {
    const { store, site, program, now, chooseTarget, task, trail } = this.#parts
    const at = isoOf(now())
    const target = await chooseTarget(`报关桌面数据-${localDay(now())}.zip`)
    if (target === null) return ok({ saved: false })
    const work = this.#freshFolder('export')
    try {
      const done = await task('导出全部数据', () => exportArchive({ store, site, program, at, work }, target))
      if (!done.ok) return done
      const { saved, bytes, sha256 } = done.value
      if (saved) trail.append({ deed: 'store.exported', facts: { bytes, data: sha256 } })
      return ok({ saved })
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }

  async #inspect(): ReturnType<Room['inspect']> {
    const { store, site, migrations, chooseArchive, task } = this.#parts
    this.forget()
    const chosen = await chooseArchive()
    if (!chosen.ok) return chosen
    const archive = chosen.value
    if (archive === null) return ok(null)
    const work = this.#freshFolder('import')
    const facts = { migrations, practice: site.practice, work }
    const found = await task('检查数据文件', () => inspectArchive(archive, facts)).finally(() => archive.close())
    if (!found.ok) {
      this.forget()
      return found
    }
    const { manifest, data } = found.value
    const token = randomUUID()
    this.#waiting = { ...found.value, token }
    const counts = withArchive(store.db, data, () => countImport(store.db))
    return ok({ token, from: manifest.site, createdAt: manifest.createdAt, ...viewOf(counts) })
  }

  /** All of it or nothing; the trail of the other desk is kept beside ours as it came. */
  importAll: Room['importAll'] = ({ token }) => {
    const found = this.#waiting
    if (found?.token !== token) return Promise.resolve(refuse(failure('keeping.expired')))
    const { store, now, trail, onImported } = this.#parts
    const { db } = store
    const { site, files } = found.manifest
    const { sha256 } = files['data.db']
    const counts = withArchive(db, found.data, () =>
      db
        .transaction(() => {
          const result = countImport(db)
          takeOver(db, now())
          keepForeignTrail(db, { at: isoOf(now()), site, sha256, content: found.trail })
          const { added, known, receipts, collisions } = result
          const facts = { data: sha256, added, known, receipts, collisions: collisions.length }
          trail.append({ deed: 'store.imported', subject: site, facts })
          return result
        })
        .immediate(),
    )
    this.forget()
    onImported()
    return Promise.resolve(ok(viewOf(counts)))
  }

  /** Nothing of a file that was looked at stays behind. */
  forget(): void {
    this.#waiting = undefined
    rmSync(join(this.#parts.folder, 'import'), { recursive: true, force: true })
  }

  #freshFolder(name: string): string {
    const folder = join(this.#parts.folder, name)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    return folder
  }
}

const isoOf = (at: number): string => new Date(at).toISOString()
const viewOf = ({ collisions, ...counts }: ImportCounts) => ({ ...counts, collisions: [...collisions] })
