import { setTimeout as pause } from 'node:timers/promises'
import { readAnswerName, temporary } from '../../../domain/portal/exchange-names.ts'
import { failure } from '../../../domain/failures/index.ts'
import type { ReceiptPage } from '../../../domain/portal/answers.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Asked, OutgoingFiling, Portal, SendOutcome } from '../portal.ts'
import { asleepAfter, Boxes } from './boxes.ts'
import type { Disk, Entry } from './disk.ts'
import { folderFailure } from './folder-failure.ts'
import { InBox, type Stranger } from './inbox.ts'
import { nameOf, place, type Mark, type Marks } from './place.ts'
import { takeBack } from './take-back.ts'

export interface FolderParts {
  /** Folder of the business, e.g. `D:\ImpPath\Deccus001`; it is not the page's business to know it. */
  readonly root: string
  readonly disk: Disk
  readonly marks: Marks
  readonly now: () => number
  /** Ends early when the signal says so. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
}

/** How often InBox is looked into, ms: seldom enough for a network folder, often enough for a clerk who waits. */
const lookEvery = 2000
/** The client moves a message to FailBox and writes why into InBox: the reason may come a moment later, ms. */
const reasonWithin = 15_000
/** The client may hold a message in its hand while it moves it: so long it is not called lost, ms. */
const inHand = 60_000
/** A message that was sent and not answered for so long, ms, is of unknown fate. Ours: answers come within seconds. */
const silentAfter = 1_800_000

const usualSleep: NonNullable<FolderParts['sleep']> = (milliseconds, signal) =>
  pause(milliseconds, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => undefined)

/**
 * The import client as a portal. Sending puts a file into OutBox; asking looks for it in all four folders; receipts are
 * the files in InBox. What was ever given the name that the client takes up is never written again by the machine.
 */
export class FolderPortal implements Portal {
  readonly #parts: FolderParts
  readonly #boxes: Boxes
  readonly #inbox: InBox
  /** Answers that were handed over last, and the cursor whose return says that they are in the store. */
  #given: { cursor: string; entries: Entry[] } | undefined
  #pages = 0
  readonly #mark = Math.random().toString(36).slice(2, 10)
  /** Since when a message lies in FailBox without a word of the client, and since when it is nowhere, ms. */
  readonly #failed = new Map<string, number>()
  readonly #lost = new Map<string, number>()
  /** Since when a message lies in SentBox without an answer, ms. */
  readonly #silent = new Map<string, number>()

  constructor(parts: FolderParts) {
    this.#parts = parts
    this.#boxes = new Boxes(parts.root, parts.disk, parts.now)
    this.#inbox = new InBox(this.#boxes, parts.now)
  }

  /** Files of InBox that were left lying at the last look. */
  get strangers(): readonly Stranger[] {
    return this.#inbox.strangers
  }

  async send(filing: OutgoingFiling): Promise<SendOutcome> {
    const { marks, now } = this.#parts
    const mark = marks.get(filing.clientSeqNo, filing.bodySha256)
    // The client can have had it: it is looked for, and in no case written again.
    if (mark && mark.placedAt > 0) return { kind: 'unknown', failure: failure('portal.unknown') }
    try {
      const asleep = await this.#asleep()
      if (asleep) return { kind: 'notSent', failure: asleep }
    } catch (cause) {
      return { kind: 'notSent', failure: folderFailure(cause, 'OutBox') }
    }
    return await place(this.#boxes, marks, filing, now())
  }

  async ask(clientSeqNo: string): Promise<Result<Asked>> {
    const mark = this.#parts.marks.of(clientSeqNo).find(({ placedAt }) => placedAt > 0)
    if (!mark) return ok(undefined)
    try {
      return await this.#look(mark)
    } catch (cause) {
      return refuse(folderFailure(cause, 'OutBox'))
    }
  }

  async receipts(after: string, waitSeconds: number, signal?: AbortSignal): Promise<Result<ReceiptPage>> {
    const { marks, sleep = usualSleep } = this.#parts
    try {
      if (this.#given && this.#given.cursor === after) {
        const { entries } = this.#given
        this.#given = undefined
        await this.#inbox.clear(entries)
      }
      for (let left = waitSeconds * 1000; ; left -= lookEvery) {
        const { items, entries } = await this.#inbox.read()
        if (items.length > 0) {
          await takeBack(this.#boxes, marks, items)
          this.#given = { cursor: `folders-${this.#mark}-${++this.#pages}`, entries }
          return ok({ cursor: this.#given.cursor, items })
        }
        if (left <= 0 || signal?.aborted === true) return ok({ cursor: after, items: [] })
        await sleep(Math.min(left, lookEvery), signal)
      }
    } catch (cause) {
      return refuse(folderFailure(cause, 'InBox'))
    }
  }

  time(): Promise<Result<{ readonly now: string }>> {
    return Promise.resolve(refuse(failure('folders.noClock')))
  }

  /** Where a message lies that the client can have had. Its answer counts before anything else. */
  async #look(mark: Mark): Promise<Result<Asked>> {
    const name = nameOf(mark).toLowerCase()
    const answers = await this.#inbox.names()
    if (answers.some((file) => readAnswerName(file)?.subject.toLowerCase() === name))
      return ok({ kind: 'placed', box: 'InBox' })
    const found = await this.#boxes.find(name, mark.placedAt)
    if (found?.box !== 'FailBox') this.#failed.delete(name)
    if (found) this.#lost.delete(name)
    if (!found) return await this.#missing(mark, name)
    if (found.box === 'SentBox' && !this.#within(this.#silent, name, silentAfter))
      return refuse(failure('folders.noAnswer'))
    if (found.box !== 'FailBox') return ok({ kind: 'placed', box: found.box })
    if (this.#within(this.#failed, name, reasonWithin)) return ok({ kind: 'placed', box: 'FailBox' })
    return ok({ kind: 'turnedDown', failure: failure('folders.failBox') })
  }

  /** In none of the folders: if the half-way name is there still, the client never could take it up. */
  async #missing(mark: Mark, name: string): Promise<Result<Asked>> {
    const halfway = `${name}${temporary.toLowerCase()}`
    if ((await this.#boxes.list('OutBox')).some((entry) => entry.name.toLowerCase() === halfway)) {
      this.#parts.marks.put({ ...mark, placedAt: 0 })
      return ok(undefined)
    }
    if (this.#within(this.#lost, name, inHand)) return ok({ kind: 'placed', box: 'OutBox' })
    return refuse(failure('folders.gone'))
  }

  /** Has this been so for less than so long? A clock that was set back must not make it wait for hours. */
  #within(since: Map<string, number>, name: string, milliseconds: number): boolean {
    const now = this.#parts.now()
    const first = since.get(name) ?? now
    since.set(name, first)
    return Math.abs(now - first) < milliseconds
  }

  /** A message of ours that the client has not taken up for long: more of them would only lie there too. */
  async #asleep(): Promise<ReturnType<typeof failure> | undefined> {
    const oldest = await this.oldestWaiting()
    if (oldest < asleepAfter) return undefined
    return failure('folders.asleep', { minutes: Math.floor(oldest / 60_000) })
  }

  /** How long the oldest message has been lying in OutBox, ms; 0 when none lies there. Throws what the disk throws. */
  async oldestWaiting(): Promise<number> {
    const entries = (await this.#boxes.list('OutBox')).filter(({ name }) => /\.(?:xml|zip)$/i.test(name))
    const now = this.#parts.now()
    return Math.max(0, ...entries.map(({ changedAt }) => now - changedAt))
  }
}
