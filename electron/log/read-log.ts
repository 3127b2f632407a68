import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { eventName } from './desk-log.ts'
import { redactFacts } from './redact.ts'
import { isOwnWord } from './vocabulary.ts'

const lineForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z?) (info|warn|error) (\S{1,80})(?: (\{.*\}))?$/
const frameForm = /^(?:[\w$.<>#]{1,80} )?[\w.-]{1,80}\.[cm]?[jt]s:\d{1,6}$/

/**
 * The last lines of the log, judged anew: the file lies where other programs can write, so a line passes only in the form
 * in which the logger writes it, and its facts only as far as the redactor lets them. The rest is counted.
 */
export function tailOfLog(file: string, bytes: number): string {
  const lines = readTail(file, bytes)
  const kept = lines.flatMap((line) => judge(line) ?? [])
  const dropped = lines.length - kept.length
  return [...(dropped === 0 ? [] : [`[${dropped} lines of another form left out]`]), ...kept, ''].join('\n')
}

/** Whole lines out of the last bytes; none when there is no log yet. */
function readTail(file: string, bytes: number): string[] {
  let handle
  try {
    handle = openSync(file, 'r')
    const { size } = fstatSync(handle)
    const from = Math.max(0, size - bytes)
    const room = Buffer.alloc(size - from)
    readSync(handle, room, 0, room.length, from)
    const lines = room.toString('utf8').split('\n').filter(Boolean)
    return from === 0 ? lines : lines.slice(1)
  } catch {
    // No log was written yet, or the disk refuses: a support file without a log is better than none.
    return []
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function judge(line: string): string | undefined {
  const [, at = '', level = '', event = '', json] = lineForm.exec(line) ?? []
  if (!eventName.test(event)) return undefined
  if (json === undefined) return `${at} ${level} ${event}`
  const facts = parse(json)
  if (facts === undefined) return undefined
  const { error, ...rest } = facts
  const kept = { ...redactFacts(rest), ...(error === undefined ? {} : { error: judgeError(error) }) }
  return `${at} ${level} ${event} ${JSON.stringify(kept)}`
}

/** An error as `redactError` leaves it: class, code, status, places in our own files. */
function judgeError(error: unknown): Record<string, unknown> {
  const { name, code, status, at } = (error ?? {}) as Record<string, unknown>
  const frames = Array.isArray(at) ? at.filter((one) => typeof one === 'string' && frameForm.test(one)) : []
  return {
    name: typeof name === 'string' && /^[$\w]{0,20}Error$/.test(name) ? name : '[error]',
    ...(typeof code === 'string' && isOwnWord(code) ? { code } : {}),
    ...(typeof status === 'number' && status >= 100 && status <= 599 ? { status } : {}),
    at: frames.slice(0, 8),
  }
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
