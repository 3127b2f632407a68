const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Serial numbers of the years 1955 to 2119: a smaller number in a date column is no date. */
const firstSerial = 20_000
const lastSerial = 80_000

/** yyyyMMdd of a real day, else `undefined`. */
function day(year: number, month: number, date: number): string | undefined {
  const value = new Date(Date.UTC(year, month - 1, date))
  const real = value.getUTCFullYear() === year && value.getUTCMonth() === month - 1 && value.getUTCDate() === date
  return real && year >= 1900 && year < 2200 ? value.toISOString().slice(0, 10).replaceAll('-', '') : undefined
}

/** A date stored as a number: a serial, or figures like 20260315. */
export function dateOfNumber(value: number): string | undefined {
  if (value >= firstSerial && value <= lastSerial) {
    const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)
    return date.toISOString().slice(0, 10).replaceAll('-', '')
  }
  return Number.isInteger(value) ? dateOfText(String(value)) : undefined
}

/** A date written with the year first, or with the month in letters. 03/04/2026 can be read in two ways and is refused. */
export function dateOfText(text: string): string | undefined {
  const flat = text.normalize('NFKC').trim().toLowerCase()
  // Without separators only eight figures are certain: 202612 is a month, 2026111 two days.
  const figures =
    /^(\d{4})(\d{2})(\d{2})(?:[t\s].*)?$/.exec(flat) ??
    /^(\d{4})[-/.年\s]+(\d{1,2})[-/.月\s]+(\d{1,2})日?(?:[t\s].*)?$/.exec(flat)
  if (figures) return day(Number(figures[1]), Number(figures[2]), Number(figures[3]))
  const written = /^(\d{1,2})[-\s./]*([a-z]{3,9})\.?[-\s,./]*(\d{4})$/.exec(flat)
  if (written) return day(Number(written[3]), months.indexOf((written[2] ?? '').slice(0, 3)) + 1, Number(written[1]))
  const american = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})$/.exec(flat)
  if (american)
    return day(Number(american[3]), months.indexOf((american[1] ?? '').slice(0, 3)) + 1, Number(american[2]))
  return undefined
}
