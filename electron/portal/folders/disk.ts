import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What lies in a folder. Links, pipes and devices are `other`: they are never opened. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
  readonly bytes: number
  /** Moment of the last change by the clock of the disk, ms. */
  readonly changedAt: number
}

/** The few things that are done with the folders of the import client. Everything throws what the system throws. */
export interface Disk {
  list(folder: string): Promise<Entry[]>
  /** Bytes of a plain file; throws for anything else and for more than `most` bytes. */
  read(file: string, most: number): Promise<Uint8Array>
  /** Writes a new file and syncs it; throws `EEXIST` where something has that name. */
  write(file: string, bytes: Uint8Array): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(file: string): Promise<void>
  makeFolder(folder: string): Promise<void>
}

/** More entries than a folder of the client ever holds; what lies beyond is left for the next look. */
const mostEntries = 50_000
/** Windows has no such flags (they are no numbers there): the look at the kind before has to do. */
const plainOnly = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK

async function entryOf(folder: string, name: string): Promise<Entry | undefined> {
  try {
    const facts = await lstat(join(folder, name))
    const kind = facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other'
    return { name, kind, bytes: facts.size, changedAt: facts.mtimeMs }
  } catch {
    // Gone between the two looks, as files of the client are all day.
    return undefined
  }
}

async function read(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | plainOnly)
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) throw new Error('not a plain file')
    if (facts.size > most) throw new Error('too large')
    const bytes = new Uint8Array(facts.size + 1)
    let length = 0
    for (let got = 1; got > 0 && length < bytes.length; length += got)
      got = (await handle.read(bytes, length, bytes.length - length, length)).bytesRead
    if (length > facts.size) throw new Error('still growing')
    return bytes.subarray(0, length)
  } finally {
    await handle.close()
  }
}

/** A new name has to be on the disk before it counts; some systems and network folders cannot sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, constants.O_RDONLY)
    await handle.sync().finally(() => handle.close())
  } catch {
    // Windows and many network folders refuse: there the rename itself is all that can be had.
  }
}

/** The folders as they are. */
export const realDisk: Disk = {
  async list(folder) {
    const names = await readdir(folder)
    const entries = await Promise.all(names.slice(0, mostEntries).map((name) => entryOf(folder, name)))
    return entries.filter((entry) => entry !== undefined)
  },
  read,
  async write(file, bytes) {
    const handle = await open(file, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  async rename(from, to) {
    await rename(from, to)
    await syncFolder(dirname(to))
  },
  remove: unlink,
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true })
  },
}
