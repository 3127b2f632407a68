import { createLog } from '../../electron/log/desk-log.ts'
import type { Log } from '../../electron/log/log.ts'

/** The real logger with its redactor, writing into a list. */
export function recordingLog(): { log: Log; lines: string[] } {
  const lines: string[] = []
  return { lines, log: createLog((level, line) => void lines.push(`${level} ${line}`)) }
}
