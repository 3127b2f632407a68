import { isOwnWord } from './vocabulary.ts'

/**
 * The redactor works by permission, not by search: only what is known to be harmless passes, all else is reduced to
 * its kind and size. A list of forbidden patterns would have to guess names of people and firms.
 */

/** Numbers that count or time something. Other numbers could be amounts, so they are left out. */
const countKeys = new Set([
  ...['count', 'ms', 'bytes', 'rev', 'status', 'exitCode', 'attempt', 'lines', 'errors', 'warnings'],
  ...['schema', 'from', 'to', 'done', 'total', 'days', 'kept', 'removed', 'pages', 'pid'],
])

const idKeys = new Set(['id', 'declarationId', 'taskId', 'siteId', 'attachmentId'])
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One fact as it may stand in the log. */
export function redactFact(key: string, value: unknown): string | number | boolean | null {
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null
  if (typeof value === 'number') return countKeys.has(key) ? value : '[number]'
  if (typeof value !== 'string') return `[${Array.isArray(value) ? 'list' : typeof value}]`
  if (isOwnWord(value)) return value
  if (idKeys.has(key) && uuid.test(value)) return value
  return `[text ${value.length}]`
}

/** Names of facts. A name that is not in the list could be data itself. */
const wordKeys = [
  'code',
  'channel',
  'state',
  'event',
  'reason',
  'kind',
  'name',
  'step',
  'helper',
  'backend',
  'card',
  'type',
]
const knownKeys = new Set([...countKeys, ...idKeys, ...wordKeys])

/** All facts of a line. */
export const redactFacts = (
  facts: Readonly<Record<string, unknown>>,
): Record<string, string | number | boolean | null> =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([key]) => knownKeys.has(key))
      .map(([key, value]) => [key, redactFact(key, value)]),
  )

/** What may be kept of an error: its class, its code, and where in our own files it happened. */
export interface RedactedError {
  readonly name: string
  readonly code?: string
  readonly status?: number
  readonly at: readonly string[]
}

const errorNames = new Set(
  ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'AggregateError', 'AbortError'].concat([
    'TimeoutError',
    'SqliteError',
    'AxiosError',
    'CanceledError',
    'ZodError',
    '$ZodError',
    'SystemError',
  ]),
)

/**
 * Reduces an error. Its message is always left out: JSON.parse, zod, axios and file system errors quote the data, the
 * body with token or the path with the user's name.
 */
export function redactError(cause: unknown): RedactedError {
  if (!(cause instanceof Error)) return { name: `[${typeof cause}]`, at: [] }
  const { code, response } = cause as Error & { code?: unknown; response?: unknown }
  const status =
    typeof response === 'object' && response !== null ? (response as { status?: unknown }).status : undefined
  return {
    name: errorNames.has(cause.name) ? cause.name : 'Error',
    ...(typeof code === 'string' && isOwnWord(code) ? { code } : {}),
    ...(typeof status === 'number' && status >= 100 && status <= 599 ? { status } : {}),
    at: frames(cause),
  }
}

const frame =
  /^ {4}at (?:(?:async |new )?([\w$.<>#]{1,80}) )?\(?(?:[^()\n]*[/\\])?([\w.-]{1,80}\.[cm]?[jt]s):(\d{1,6}):\d{1,6}\)?$/

/** Stack frames without folders. The message stands first in a stack and may imitate frames, so it is cut off by length. */
function frames(error: Error): string[] {
  const { stack } = error
  const head = `${error.name}: ${error.message}`
  if (typeof stack !== 'string' || !stack.startsWith(head)) return []
  return stack
    .slice(head.length)
    .split('\n')
    .filter((line) => !/node_modules|node:/.test(line))
    .flatMap((line) => {
      const [, call, file, row] = frame.exec(line) ?? []
      return file === undefined || row === undefined ? [] : [`${call === undefined ? '' : `${call} `}${file}:${row}`]
    })
    .slice(0, 8)
}
