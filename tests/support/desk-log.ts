import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from './desk.ts'

/** The whole log in a data folder, as it lies on disk. */
export function logOf(folder: string): string {
  const file = join(folder, 'logs', 'desk.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The whole log of a desk. */
export const deskLog = (desk: Desk): string => logOf(desk.folder)

/** Lines of the log that tell of one event, e.g. `guard.popup`. */
export const logLines = (desk: Desk, event: string): string[] =>
  deskLog(desk)
    .split('\n')
    .filter((line) => line.split(' ')[2] === event)
