import { Temporal } from 'temporal-polyfill'

/** `yyyy-MM-ddTHH:mm:ss`, `yyyyMMddTHHmmss` with further digits, and days alone, with or without dashes. */
const form = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})(?:\.?\d*)(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** The moment as `yyyy-MM-ddTHH:mm:ss` in local time (a zone is left out: customs writes Beijing time). */
export function readMoment(text: string): string | undefined {
  const found = form.exec(text.trim())
  if (found === null) return undefined
  const parts: readonly (string | undefined)[] = found.slice(1)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0))
  try {
    const moment = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' })
    return moment.toString({ smallestUnit: 'second' })
  } catch {
    return undefined
  }
}

/** The day as yyyy-MM-dd. */
export const readDay = (text: string): string | undefined => readMoment(text)?.slice(0, 10)
