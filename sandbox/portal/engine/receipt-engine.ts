import type { Database } from 'better-sqlite3'
import { beijingYear } from '../beijing-time.ts'
import type { Filing } from '../filing.ts'
import type { FilingsRepo } from '../filings.repo.ts'
import { makeEntryId } from '../numbers.ts'
import type { ReceiptLog } from '../receipt-log.ts'
import { nextStep } from './plan.ts'
import { writeStep } from './write.ts'

export interface EngineParts {
  readonly db: Database
  readonly filings: FilingsRepo
  readonly log: ReceiptLog
  /** Seconds between two receipts, read at each step. */
  readonly speed: () => number
  readonly now: () => number
}

/** Longest time that a timer of Node takes. */
const longestTimer = 2 ** 31 - 1

/** Sends the receipts of every filing when they are due. What was sent and what comes next lie in the database. */
export class ReceiptEngine {
  readonly #parts: EngineParts
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(parts: EngineParts) {
    this.#parts = parts
  }

  /** Looks again for the next receipt: after a filing, a change of speed, at the start. */
  schedule(): void {
    clearTimeout(this.#timer)
    const at = this.#parts.filings.wakeAt()
    if (at === undefined || this.#stopped) return
    const wait = Math.min(Math.max(at - this.#parts.now(), 0), longestTimer)
    this.#timer = setTimeout(() => {
      this.run()
      this.schedule()
    }, wait)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  /** Sends everything that is due now; with speed 0 the whole way of a filing. */
  run(): void {
    const { filings, log, now } = this.#parts
    let due = filings.due(now())
    if (due.length === 0) return
    while (due.length > 0) {
      const batch = due
      this.#parts.db.transaction(() => batch.forEach((filing) => this.#send(filing)))()
      due = filings.due(now())
    }
    log.announce()
  }

  #send(filing: Filing): void {
    const { filings, log, now, speed } = this.#parts
    const step = nextStep(filing)
    if (!step) return filings.step({ ...filing, dueAt: null })
    // Notices of one filing are a second apart at least: their order is read from them.
    const noticeAt = Math.max(now(), filing.noticeAt + 1000)
    // Customs gives its number when it stores the declaration; what is refused before never gets one.
    const numbered = filing.entryId === '' && step.state !== 'filed' && step.state !== 'refused'
    const stored = numbered ? { ...filing, entryId: newEntryId(filing, noticeAt) } : filing
    const { fileName, content } = writeStep(stored, step, noticeAt)
    log.add(filing.id, fileName, content)
    const after = { ...stored, state: step.state, sent: [...filing.sent, step.channel], noticeAt }
    const more = nextStep(after) !== undefined
    filings.step({ ...after, dueAt: more ? now() + speed() * 1000 : null })
  }
}

const newEntryId = ({ facts, id }: Filing, at: number): string =>
  makeEntryId(facts.customMaster, beijingYear(at), facts.direction, id)
