const two = (value: number): string => String(value).padStart(2, '0')

/** The day of the desk's own clock and zone, yyyy-MM-dd. */
export function localDay(moment: number): string {
  const date = new Date(moment)
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
}

/** The moment at which that day began. */
export function startOfLocalDay(moment: number): number {
  const date = new Date(moment)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
