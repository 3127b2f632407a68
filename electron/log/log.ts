/** Facts of one log line. Which of them reach the file is decided by the redactor, not by the caller. */
export type LogFacts = Readonly<Record<string, unknown>>

/** The logger as services see it. `event` is a fixed word of the code such as `store.opened`, never a text. */
export interface Log {
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, cause: unknown, facts?: LogFacts): void
}
