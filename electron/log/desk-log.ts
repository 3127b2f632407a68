import electronLog from 'electron-log/node'
import type { Log, LogFacts } from './log.ts'
import { redactError, redactFacts } from './redact.ts'

type Level = 'info' | 'warn' | 'error'
/** Takes one finished line. */
export type LogSink = (level: Level, line: string) => void

/** An event is a fixed word of the code; anything else could be data. */
export const eventName =
  /^(?:app|audit|boot|card|diagnostics|drafts|filing|guard|helper|imports|ipc|log|outbox|page|portal|practice|practicePortal|print|receipts|sandbox|settings|signing|sites|store|submissions|tasks)(?:[.-][A-Za-z]{1,24}){1,3}$/

/** A logger over any sink. Nothing reaches the sink but by the redactor. */
export function createLog(sink: LogSink): Log {
  const write = (level: Level, event: string, facts: LogFacts, cause?: unknown): void => {
    const name = eventName.test(event) ? event : '[event]'
    const rest = { ...redactFacts(facts), ...(cause === undefined ? {} : { error: redactError(cause) }) }
    sink(level, Object.keys(rest).length === 0 ? name : `${name} ${JSON.stringify(rest)}`)
  }
  return {
    info: (event, facts = {}) => write('info', event, facts),
    warn: (event, facts = {}) => write('warn', event, facts),
    error: (event, cause, facts = {}) => write('error', event, facts, cause),
  }
}

/** The log file of the desk: kept in turn (two files of 2 MB), also to the console in development. */
export function createFileLog(file: string, development: boolean): Log {
  const logger = electronLog.create({ logId: 'desk' })
  logger.transports.file.resolvePathFn = () => file
  logger.transports.file.maxSize = 2 * 1024 * 1024
  logger.transports.file.format = '{iso} {level} {text}'
  logger.transports.console.level = development ? 'info' : false
  return createLog((level, line) => logger[level](line))
}
