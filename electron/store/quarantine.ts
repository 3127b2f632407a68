import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const parts = ['', '-wal', '-shm'] as const

/**
 * Moves the three files of a broken database aside, unchanged, into a new folder of their own.
 * @returns the broken main file at its new place
 */
export function quarantine(file: string, at: number): string {
  const folder = newFolder(file, at)
  for (const part of parts) if (existsSync(file + part)) renameSync(file + part, join(folder, basename(file) + part))
  return join(folder, basename(file))
}

/** Copies the three files aside and leaves them in use: for damage that SQLite can live with. */
export function keepCopy(file: string, at: number): string {
  const folder = newFolder(file, at)
  for (const part of parts) if (existsSync(file + part)) copyFileSync(file + part, join(folder, basename(file) + part))
  return join(folder, basename(file))
}

function newFolder(file: string, at: number): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const base = join(dirname(file), 'quarantine', `${basename(file, '.db')}-${stamp}`)
  for (let number = 1; ; number++) {
    const folder = number === 1 ? base : `${base}-${number}`
    if (existsSync(folder)) continue
    mkdirSync(folder, { recursive: true })
    return folder
  }
}
