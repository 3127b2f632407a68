import type { CardFailureCode } from '../../../domain/failures/card.ts'
import { failure } from '../../../domain/failures/index.ts'
import type { Failure } from '../../../domain/result.ts'

/** What the control's numbers mean (signing.json, errors). Others stay unknown, with the control's own words. */
const meaning: Readonly<Record<string, CardFailureCode>> = {
  '60408': 'card.controlMissing',
  '50000': 'card.program',
  '50070': 'card.mute',
  '50200': 'card.noCard',
  '51571': 'card.wrongPin',
  '51590': 'card.noCard',
}

/** Number in `Err:<module><number>`. */
export const errorNumber = (error: readonly string[]): string =>
  error.map((part) => /^Err:[A-Za-z_-]*?(\d{3,6})$/.exec(part.trim())?.[1]).find((number) => number !== undefined) ?? ''

/**
 * Tries left in the words of a wrong PIN, −1 where they are not told. The wording is not published: the one number
 * that stands before 次 is taken, and nothing is guessed from others.
 */
export function triesIn(error: readonly string[]): number {
  const found = /(\d{1,2})\s*次/.exec(error.join(' '))?.[1]
  return found === undefined ? -1 : Number(found)
}

/** Failure of an answer that was no success. */
export function controlFailure(error: readonly string[]): Failure {
  const code = meaning[errorNumber(error)] ?? 'card.controlRefused'
  const left = triesIn(error)
  return failure(code, { detail: error.join(' ').slice(0, 200), left: left < 0 ? '未知' : left })
}
