import Database from 'better-sqlite3'
import type { PackedFile } from '../../domain/portal/package.ts'
import type { Portal } from '../../electron/portal/portal.ts'
import type { Log } from '../../electron/log/log.ts'
import { FilingService } from '../../electron/services/filing.ts'
import { FilingBook } from '../../electron/services/filings/filing-book.ts'
import { ReceiptIntake } from '../../electron/services/filings/receipt-intake.ts'
import { OutboxService } from '../../electron/services/outbox.ts'
import { ReceiptService } from '../../electron/services/receipts.ts'
import { realTimers, type Timers } from '../../electron/services/timers.ts'
import { noDeeds, type Deeds } from '../../electron/store/audit.repo.ts'
import { DraftsRepo } from '../../electron/store/drafts.repo.ts'
import { migrations } from '../../electron/store/migrations/index.ts'
import { OutboxRepo } from '../../electron/store/outbox.repo.ts'
import { ReceiptsRepo } from '../../electron/store/receipts.repo.ts'
import { TimelineRepo } from '../../electron/store/timeline.repo.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { utcDay } from './store.ts'

let template: Buffer | undefined

/** A fresh store in memory with every migration; made once, then copied. */
export function memoryStore(): Database.Database {
  if (!template) {
    const db = new Database(':memory:')
    for (const migration of migrations) migration.up(db)
    template = db.serialize()
    db.close()
  }
  return new Database(template)
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface DeskOptions {
  readonly db: Database.Database
  readonly portal: Portal
  readonly now?: () => number
  readonly timers?: Timers
  readonly random?: () => number
  readonly lanes?: number
  readonly log?: Log
  readonly deeds?: Deeds
  /** Only on the way through folders. */
  readonly release?: (clientSeqNo: string) => void
  readonly hold?: { get(): boolean; set(paused: boolean): void }
  readonly onEmit?: (name: string, payload: unknown) => void
}

interface Repos {
  readonly drafts: DraftsRepo
  readonly outboxRepo: OutboxRepo
  readonly receiptsRepo: ReceiptsRepo
  readonly timeline: TimelineRepo
}
/** Repos hold nothing but prepared statements, so a desk that is opened again takes those of its store. */
const known = new WeakMap<Database.Database, Repos>()

function reposOf(db: Database.Database, now: () => number, deeds: Deeds): Repos {
  const repos = known.get(db) ?? {
    drafts: new DraftsRepo(db, now, utcDay, deeds),
    outboxRepo: new OutboxRepo(db, now, deeds),
    receiptsRepo: new ReceiptsRepo(db, now, deeds),
    timeline: new TimelineRepo(db, now),
  }
  known.set(db, repos)
  return repos
}

/** The services of filing on a store, wired as in the app. */
export function filingDesk(options: DeskOptions) {
  const {
    db,
    portal,
    now = Date.now,
    timers = realTimers,
    random = Math.random,
    log = silent,
    lanes,
    release,
    hold,
  } = options
  const { drafts, outboxRepo, receiptsRepo, timeline } = reposOf(db, now, options.deeds ?? noDeeds)
  const book = new FilingBook({
    drafts,
    outbox: outboxRepo,
    receipts: receiptsRepo,
    timeline,
    transaction: (work) => db.transaction(work).immediate(),
    emit: (name, payload) => options.onEmit?.(name, payload),
  })
  const intake = new ReceiptIntake(book)
  const parts = { book, intake, portal, timers, log, now, random }
  const outbox = new OutboxService({ ...parts, lanes, ...(hold ? { hold } : {}) })
  const receipts = new ReceiptService({ ...parts, onLineBack: () => outbox.wake() })
  const filing = new FilingService({ book, intake, portal, outbox, receipts, now, ...(release ? { release } : {}) })

  /** What the signing service does in one transaction: moves to `queued` and keeps the message. */
  const queue = (id: string, xml: Uint8Array, files: readonly PackedFile[] = []): void =>
    db
      .transaction(() => {
        const moved = drafts.move(id, 'sign')
        if (!moved.ok) throw new Error(moved.error.code)
        const { clientSeqNo, rev } = moved.value
        const card = { certificateSerial: '01', cardNo: '2100010009991', operator: '演练员甲' }
        outboxRepo.put({ declarationId: id, clientSeqNo, rev, xml, files, digest: '', signature: '', ...card })
      })
      .immediate()

  /** A new declaration that waits for its signature. */
  const ready = (message: DecMessage): string => {
    const [draft] = drafts.create([{ ieFlag: message.DecHead?.IEFlag === 'E' ? 'E' : 'I', message }])
    const id = draft?.summary.id ?? ''
    drafts.move(id, 'markReady')
    return id
  }
  return { db, drafts, outboxRepo, receiptsRepo, timeline, book, intake, outbox, receipts, filing, queue, ready }
}

export type FilingDesk = ReturnType<typeof filingDesk>
