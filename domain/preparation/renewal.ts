import { Temporal } from 'temporal-polyfill'

/** Days before the end at which a warning is due. */
export const warningDays = [90, 30, 7] as const

export interface Remaining {
  /** Whole days until the last day; negative when it is over. */
  readonly days: number
  /** `undefined`: more than 90 days left. */
  readonly warning: 'expired' | (typeof warningDays)[number] | undefined
}

/**
 * How long something still holds.
 * @param until last day, yyyy-MM-dd or yyyyMMdd
 * @param today yyyy-MM-dd
 * @returns `undefined` when `until` is no day (no end is stated)
 */
export function remaining(until: string, today: string): Remaining | undefined {
  let days: number
  try {
    days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(until.slice(0, 10)), {
      largestUnit: 'day',
    }).days
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  if (days < 0) return { days, warning: 'expired' }
  return { days, warning: warningDays.filter((limit) => days <= limit).at(-1) }
}
