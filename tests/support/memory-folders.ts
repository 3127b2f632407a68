import { boxes } from '../../domain/portal/exchange-names.ts'
import type { Disk, Entry } from '../../electron/portal/folders/disk.ts'
import { stampedName, type ClientFolders, type Waiting } from '../../sandbox/import-client/client-folders.ts'

/** What can happen to the desk's hand in the folders. */
export const folderMishaps = ['none', 'write-fails', 'rename-fails', 'rename-lost', 'away'] as const
export type FolderMishap = (typeof folderMishaps)[number]

interface File {
  readonly bytes: Uint8Array
  readonly changedAt: number
}

/** Folders in memory, as the desk and the client see them, with what goes wrong in between. */
export class MemoryFolders implements Disk, ClientFolders {
  readonly files = new Map<string, File>()
  /** Befalls the next message of the desk. */
  mishap: FolderMishap = 'none'
  /** The client keeps its answers in its hand. */
  holding = false
  /** Every answer comes twice. */
  doubling = false
  readonly #held: { name: string; content: Uint8Array }[] = []
  readonly #now: () => number
  #serial = 0

  constructor(now: () => number) {
    this.#now = now
  }

  list(folder: string): Promise<Entry[]> {
    if (this.mishap === 'away') {
      this.mishap = 'none'
      return Promise.reject(Object.assign(new Error('away'), { code: 'ENOENT' }))
    }
    const inside = plain(folder)
    const entries = [...this.files].flatMap(([path, { bytes, changedAt }]): Entry[] => {
      if (!path.startsWith(`${inside}/`)) return []
      const name = path.slice(inside.length + 1)
      return name.includes('/') ? [] : [{ name, kind: 'file', bytes: bytes.length, changedAt }]
    })
    return Promise.resolve(entries)
  }

  read(file: string): Promise<Uint8Array> {
    const found = this.files.get(plain(file))
    return found ? Promise.resolve(found.bytes) : Promise.reject(new Error('gone'))
  }

  write(file: string, bytes: Uint8Array): Promise<void> {
    if (this.#befalls('write-fails')) return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    this.#put(plain(file), bytes)
    return Promise.resolve()
  }

  rename(from: string, to: string): Promise<void> {
    if (this.#befalls('rename-fails')) return Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))
    this.#move(plain(from), plain(to))
    // The share went away before it said that it had been done.
    return this.#befalls('rename-lost') ? Promise.reject(new Error('lost')) : Promise.resolve()
  }

  remove(file: string): Promise<void> {
    if (this.files.delete(plain(file))) return Promise.resolve()
    return Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' }))
  }

  makeFolder(): Promise<void> {
    return Promise.resolve()
  }

  waiting(): Waiting[] {
    return [...this.files]
      .filter(([path]) => /^OutBox\/[^/]+\.(?:xml|zip)$/.test(path))
      .map(([path, { bytes }]) => ({ fileName: path.slice('OutBox/'.length), bytes }))
  }

  move(fileName: string, box: 'SentBox' | 'FailBox', at: number): void {
    this.#move(`OutBox/${fileName}`, `${box}/${stampedName(fileName, at)}`)
  }

  answer(name: string, content: Uint8Array | string): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    this.#held.push({ name, content: bytes })
    if (this.doubling) this.#held.push({ name: name.replace(/(\d{4})\.xml$/, '9999.xml'), content: bytes })
    if (!this.holding) this.deliver()
  }

  /** Answers that the client held back come now. */
  deliver(): void {
    for (const { name, content } of this.#held.splice(0)) {
      const taken = this.files.has(`InBox/${name}`)
      this.#put(taken ? `InBox/${name.replace(/\.xml$/, `${++this.#serial}.xml`)}` : `InBox/${name}`, content)
    }
  }

  /** Somebody tidies up what was sent. */
  tidy(): void {
    for (const path of this.files.keys()) if (/^(?:SentBox|FailBox|InBoxRead)\//.test(path)) this.files.delete(path)
  }

  #befalls(mishap: FolderMishap): boolean {
    if (this.mishap !== mishap) return false
    this.mishap = 'none'
    return true
  }

  #put(path: string, bytes: Uint8Array): void {
    this.files.set(path, { bytes, changedAt: this.#now() })
  }

  #move(from: string, to: string): void {
    const file = this.files.get(from)
    if (!file) throw new Error(`no ${from}`)
    this.files.delete(from)
    this.files.set(to, file)
  }
}

/** The root is no matter here: a path begins with its box. */
const plain = (path: string): string => {
  const parts = path.split(/[\\/]+/).filter((part) => part !== '')
  const clean: string[] = []
  for (const part of parts)
    if (part === '..') clean.pop()
    else clean.push(part)
  const box = clean.findIndex((part) => [...boxes, 'InBoxRead'].includes(part))
  return clean.slice(Math.max(box, 0)).join('/')
}
