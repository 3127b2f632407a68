import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const isRoot = process.getuid?.() === 0

/** A disk of its own with so many bytes, mounted for the length of a test. Needs root; `undefined` without. */
export function smallDisk(bytes: number): string | undefined {
  if (!isRoot) return undefined
  const folder = tempFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return folder
}

/** Makes a folder unwritable: by mode, for root (whom modes do not hold) by mounting it again read-only. */
export function makeReadOnly(folder: string): void {
  if (isRoot) execFileSync('mount', ['-o', 'remount,ro', folder])
  else chmodSync(folder, 0o500)
}

/** Takes all the room that is left on a disk. @returns the file that takes it */
export function fillDisk(disk: string): string {
  const filler = join(disk, 'filler')
  const handle = openSync(filler, 'w')
  try {
    for (;;) writeSync(handle, Buffer.alloc(4096))
  } catch {
    // Full now, which is what was wanted.
    return filler
  } finally {
    closeSync(handle)
  }
}
