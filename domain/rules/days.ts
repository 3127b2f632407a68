import { Temporal } from 'temporal-polyfill'

/** A day in message form (yyyyMMdd) or plain form (yyyy-MM-dd), or `undefined` when there is no such day. */
export function dayOf(text: string | undefined): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text ?? '') ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const parts = { year: Number(year), month: Number(month), day: Number(day) }
  const real = parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.year >= 1
  if (!real || parts.day > daysInMonth(parts.year, parts.month)) return undefined
  return Temporal.PlainDate.from(parts)
}

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days from one day to a later one; negative when the second lies before. */
export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'day' }).days
