import { beijingDigits } from '../../../domain/message/beijing-time.ts'
import { readReceipt } from '../../../domain/message/read-receipt.ts'
import { readAnswerName } from '../../../domain/portal/exchange-names.ts'
import { limits } from '../../../domain/portal/limits.ts'
import type { ReceiptItem } from '../../../domain/portal/answers.ts'
import type { Boxes } from './boxes.ts'
import type { Entry } from './disk.ts'

/** Folder beside InBox into which read answers are moved: the bytes are in the store, this is for people. */
const readFolder = 'InBoxRead'
/** Answers that are handed over at once. */
const pageItems = 100
/** How long a file that cannot be read yet may be unfinished, ms by our own clock since it last changed. */
const finishedAfter = 30_000

/** A file that is left where it lies, and why. */
export interface Stranger {
  readonly name: string
  readonly why: 'kind' | 'size' | 'name' | 'locked'
}

interface Watched {
  readonly bytes: number
  readonly changedAt: number
  readonly since: number
}

/** A name as it may be shown: file systems allow line ends and more. */
const plain = (name: string): string => name.replaceAll(/\p{C}/gu, '�').slice(0, 200)

/** Answers are read in the order of the time in their names, then by the clock of the disk. */
const orderOf = ({ name, changedAt }: Entry): string =>
  (readAnswerName(name)?.time ?? beijingDigits(changedAt)).slice(0, 17)

/** Reads what the import client puts into InBox. Nothing in there is trusted, and nothing of it is lost. */
export class InBox {
  readonly #boxes: Boxes
  readonly #now: () => number
  readonly #watched = new Map<string, Watched>()
  /** Answers that were kept but could not be moved away: they are not read again. */
  readonly #kept = new Map<string, string>()
  #strangers: Stranger[] = []

  constructor(boxes: Boxes, now: () => number) {
    this.#boxes = boxes
    this.#now = now
  }

  /** What was left lying at the last look. */
  get strangers(): readonly Stranger[] {
    return this.#strangers
  }

  /** Names of the answers that lie there, whether read or not. */
  async names(): Promise<string[]> {
    return (await this.#boxes.list('InBox')).map(({ name }) => name)
  }

  /** Answers that are complete, oldest first. */
  async read(): Promise<{ items: ReceiptItem[]; entries: Entry[] }> {
    const strangers: Stranger[] = []
    const all = await this.#boxes.list('InBox')
    const there = new Set(all.map(({ name }) => name))
    for (const name of this.#watched.keys()) if (!there.has(name)) this.#watched.delete(name)
    for (const name of this.#kept.keys()) if (!there.has(name)) this.#kept.delete(name)
    const readable = all.filter((entry) => {
      const why = reasonAgainst(entry)
      if (why !== undefined) strangers.push({ name: plain(entry.name), why })
      return why === undefined && this.#kept.get(entry.name) !== stamp(entry)
    })
    readable.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0))
    const items: ReceiptItem[] = []
    const entries: Entry[] = []
    for (const entry of readable.slice(0, 2 * pageItems)) {
      if (items.length >= pageItems) break
      const bytes = await this.#bytes(entry)
      if (bytes === 'locked') strangers.push({ name: plain(entry.name), why: 'locked' })
      else if (bytes !== undefined) {
        items.push({ id: stamp(entry).slice(0, 64), fileName: plain(entry.name), content: base64(bytes) })
        entries.push(entry)
      }
    }
    this.#strangers = strangers
    return { items, entries }
  }

  /** The answers are in the store: they are moved out of the way of the client. */
  async clear(entries: readonly Entry[]): Promise<void> {
    const day = new Date(this.#now()).toISOString().slice(0, 10).replaceAll('-', '')
    for (const entry of entries) {
      this.#kept.set(entry.name, stamp(entry))
      await this.#boxes.run(async (disk) => {
        const folder = this.#boxes.path('InBox', '..', readFolder, day)
        await disk.makeFolder(folder)
        const taken = new Set((await disk.list(folder)).map(({ name }) => name))
        const name = taken.has(entry.name) ? `${this.#now()}_${entry.name}` : entry.name
        await disk.rename(this.#boxes.path('InBox', entry.name), `${folder}/${name}`)
      })
    }
  }

  /** Bytes of a finished answer; `undefined` while it may still be written, `locked` when another program holds it. */
  async #bytes(entry: Entry): Promise<Uint8Array | 'locked' | undefined> {
    let bytes: Uint8Array
    try {
      bytes = await this.#boxes.run((disk) => disk.read(this.#boxes.path('InBox', entry.name), limits.receiptBytes))
    } catch {
      return 'locked'
    }
    if (readReceipt(bytes).ok || this.#isFinished(entry)) return bytes
    return undefined
  }

  /** What cannot be read may be half of it: it counts as finished when it has not changed for a while. */
  #isFinished({ name, bytes, changedAt }: Entry): boolean {
    const now = this.#now()
    const before = this.#watched.get(name)
    if (before?.bytes === bytes && before.changedAt === changedAt && before.since <= now)
      return now - before.since >= finishedAfter
    this.#watched.set(name, { bytes, changedAt, since: now })
    return false
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const stamp = ({ name, bytes, changedAt }: Entry): string => `${bytes}-${Math.round(changedAt)}-${name}`

/** Why a file is not read at all. Archives are never opened: the client gives its answers as bare XML. */
function reasonAgainst({ name, kind, bytes }: Entry): Stranger['why'] | undefined {
  if (kind !== 'file') return 'kind'
  if (!/\.xml$/i.test(name)) return 'name'
  return bytes > limits.receiptBytes ? 'size' : undefined
}
