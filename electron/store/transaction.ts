import type { Database } from 'better-sqlite3'
import type { Result } from '../../domain/result.ts'

/** All of the work in one transaction, or, when it throws, nothing. Inside another one it becomes a part of it. */
export type Transaction = <T>(work: () => T) => T
/** The same; a refusal as its result takes everything back as well. */
export type ResultTransaction = <T>(work: () => Result<T>) => Result<T>

export const createTransaction =
  (db: Database): Transaction =>
  (work) =>
    db.transaction(work).immediate()

/** Carries a refusal out of a transaction, because only a throw rolls it back. */
class Refused<T> extends Error {
  readonly result: Result<T>
  constructor(result: Result<T>) {
    super('refused')
    this.result = result
  }
}

export const createResultTransaction =
  (db: Database): ResultTransaction =>
  <T>(work: () => Result<T>): Result<T> => {
    try {
      return db
        .transaction(() => {
          const result = work()
          if (!result.ok) throw new Refused(result)
          return result
        })
        .immediate()
    } catch (cause) {
      if (cause instanceof Refused) return (cause as Refused<T>).result
      throw cause
    }
  }
