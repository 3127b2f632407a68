import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { ok } from '../../domain/result.ts'
import { eventPayloads, type Handlers } from '../ipc/contract.ts'
import type { FilingBook } from '../services/filings/filing-book.ts'
import type { ReceiptIntake } from '../services/filings/receipt-intake.ts'
import { LateFilings } from '../services/late-filings.ts'
import { Notices, type Notice } from '../services/notices.ts'
import { OutboxDesk } from '../services/outbox-desk.ts'
import type { OutboxService } from '../services/outbox.ts'
import { ReceiptDesk } from '../services/receipt-desk.ts'
import type { ReceiptService } from '../services/receipts.ts'
import { realTimers } from '../services/timers.ts'
import { ReceiptListRepo } from '../store/receipt-list.repo.ts'
import type { SettingsRepo } from '../store/settings.repo.ts'
import type { FolderWay } from './wire-folder-way.ts'

interface ReceiptParts {
  readonly db: Database
  readonly book: FilingBook
  readonly intake: ReceiptIntake
  readonly outbox: OutboxService
  readonly receipts: ReceiptService
  readonly way: FolderWay | undefined
  /** Settings of the site. */
  readonly site: SettingsRepo
  readonly notify: (notice: Notice) => void
}

/** What the clerk does with receipts and sees of the outbox. */
export interface ReceiptWires {
  readonly handlers: Pick<Handlers, 'outbox' | 'receipts'>
  readonly notices: Notices
  /** Told of every event on its way to the page. */
  readonly heard: (name: string, payload: unknown) => void
}

const now = Date.now

/** Whether the clerk holds sending back; it outlives a restart. */
export const holdIn = (settings: SettingsRepo) => ({
  get: () => settings.get('sendingPaused', z.boolean()) ?? false,
  set: (paused: boolean) => settings.put('sendingPaused', paused),
})

export function wireReceipts({ db, book, intake, outbox, receipts, way, site, notify }: ReceiptParts): ReceiptWires {
  const list = new ReceiptListRepo(db)
  const late = new LateFilings({ list, settings: site, now })
  const desk = new ReceiptDesk({ book, intake, list, settings: site, now })
  const numberOf = (id: string): string => book.summary(id)?.clientSeqNo ?? ''
  const notices = new Notices({ late, show: notify, timers: realTimers, numberOf })
  const folders = way && { strangers: () => way.portal.strangers, check: way.check }
  const line = new OutboxDesk({ book, outbox, receipts, now, ...(folders ? { folders } : {}) })
  const done = () => Promise.resolve(ok({}))
  return {
    notices,
    heard: (name, payload) => {
      const change = name === 'filing.changed' ? eventPayloads[name].safeParse(payload) : undefined
      if (change?.success) notices.changed(change.data.id, change.data.state)
    },
    handlers: {
      outbox: {
        view: async () => ok(await line.view()),
        pause: ({ paused }) => {
          line.pause(paused)
          return done()
        },
        wake: () => {
          line.wake()
          return done()
        },
      },
      receipts: {
        list: (wanted) => Promise.resolve(ok(desk.list(wanted))),
        raw: ({ id }) => Promise.resolve(desk.raw(id)),
        attach: ({ id, filing, reason }) => Promise.resolve(desk.attach(id, filing, reason)),
        digest: () => Promise.resolve(ok(desk.digest())),
        seen: ({ upTo }) => {
          desk.seen(upTo)
          return done()
        },
        late: () => Promise.resolve(ok(late.late())),
        reminders: () => Promise.resolve(ok(late.reminders())),
        remind: (reminders) => {
          late.remind(reminders)
          return done()
        },
      },
    },
  }
}
