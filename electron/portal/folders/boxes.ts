import { join } from 'node:path'
import { movedName, type Box } from '../../../domain/portal/exchange-names.ts'
import type { Disk, Entry } from './disk.ts'
import { patience, TooSlow } from './folder-failure.ts'

/** A message that lies in OutBox longer than this, ms, says that the client does not work. Ours: it takes seconds. */
export const asleepAfter = 600_000

/** Where a message lies. */
export interface Found {
  readonly box: Box
  readonly fileName: string
}

const day = 86_400_000
/** Days in the name of a sub-folder, `20261127` or `2026-11-27`. */
const dayOf = (name: string): string | undefined => /^\d{8}$/.exec(name.replaceAll(/[-_.]/g, ''))?.[0]
const written = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '')
/** How long a listing of a folder of moved files is believed, ms: many messages are looked for at once. */
const listingLife = 2000

/** The four folders of one business of the import client, looked at with care and one thing at a time. */
export class Boxes {
  readonly #root: string
  readonly #disk: Disk
  readonly #now: () => number
  /** The last thing that was asked of the disk: a share that hangs must not take every thread of the program. */
  #last: Promise<unknown> = Promise.resolve()
  #hanging = false
  readonly #moved = new Map<Box, { at: number; from: string; names: Map<string, string> }>()

  constructor(root: string, disk: Disk, now: () => number) {
    this.#root = root
    this.#disk = disk
    this.#now = now
  }

  path(box: Box, ...more: string[]): string {
    return join(this.#root, box, ...more)
  }

  /** Runs one thing on the disk; throws `TooSlow` when it takes too long, and at once while another one hangs. */
  async run<T>(work: (disk: Disk) => Promise<T>): Promise<T> {
    if (this.#hanging) throw new TooSlow()
    const before = this.#last
    const running = before.then(() => work(this.#disk))
    this.#last = running.catch(() => undefined)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        this.#hanging = true
        void this.#last.then(() => (this.#hanging = false))
        reject(new TooSlow())
      }, patience)
    })
    return await Promise.race([running, late]).finally(() => clearTimeout(timer))
  }

  list(box: Box, ...more: string[]): Promise<Entry[]> {
    return this.run((disk) => disk.list(this.path(box, ...more)))
  }

  /**
   * Looks for a message by its name, first where it waits, then where the client moves it.
   * @param since moment before which it cannot have been moved, ms; dated sub-folders before it are not opened
   */
  async find(name: string, since: number): Promise<Found | undefined> {
    const wanted = name.toLowerCase()
    const waiting = (await this.list('OutBox')).find((entry) => baseOf(entry.name) === wanted && entry.kind === 'file')
    if (waiting) return { box: 'OutBox', fileName: waiting.name }
    // It may have been moved since a folder was last listed: only a fresh look may say that it is nowhere.
    for (const life of [listingLife, 0])
      for (const box of ['SentBox', 'FailBox'] as const) {
        const fileName = (await this.#movedTo(box, since, life)).get(wanted)
        if (fileName !== undefined) return { box, fileName }
      }
    return undefined
  }

  /** Messages that the client moved: name → file. @param life age up to which a listing is believed, ms */
  async #movedTo(box: 'SentBox' | 'FailBox', since: number, life: number): Promise<Map<string, string>> {
    const from = written(since - day)
    const kept = this.#moved.get(box)
    if (kept && kept.from <= from && Math.abs(this.#now() - kept.at) < life) return kept.names
    const entries = await this.list(box)
    const names = new Map<string, string>()
    const take = (entry: Entry): void => {
      if (entry.kind === 'file') names.set((movedName(entry.name) ?? baseOf(entry.name)).toLowerCase(), entry.name)
    }
    entries.forEach(take)
    for (const { name } of entries.filter(({ kind, name }) => kind === 'folder' && (dayOf(name) ?? from) >= from))
      (await this.list(box, name)).forEach(take)
    this.#moved.set(box, { at: this.#now(), from, names })
    return names
  }
}

/** Name without the extension of a message. */
const baseOf = (fileName: string): string => fileName.replace(/\.(?:xml|zip)$/i, '').toLowerCase()
