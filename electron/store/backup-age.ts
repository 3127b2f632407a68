import type { Backup } from './backup.ts'

const day = 24 * 60 * 60 * 1000

/** Days for which one copy a day, then one a week, then one a month is kept. */
const daily = 7
const weekly = 35
const monthly = 366
/** Copies made before migrations and by hand are kept longer than their age would say. */
const keptSpecial = 5

/** Slot of a copy: two copies of one slot are one too many. `undefined`: too old for any. */
function slot(age: number, at: number): string | undefined {
  const days = age / day
  if (days <= daily) return `day ${Math.floor(at / day)}`
  if (days <= weekly) return `week ${Math.floor(at / day / 7)}`
  return days <= monthly ? `month ${new Date(at).toISOString().slice(0, 7)}` : undefined
}

/**
 * The copies that may go, by age: of one day, week or month the newest stays. The newest copy of all always stays,
 * and so do those that a wrong clock puts into the future.
 */
export function outdated(backups: readonly Backup[], now: number): Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at)
  const special = new Set(newestFirst.filter((copy) => copy.kind !== 'daily').slice(0, keptSpecial))
  const taken = new Set<string>()
  return newestFirst.filter((copy, index) => {
    const place = slot(now - copy.at, copy.at)
    const kept = index === 0 || special.has(copy) || copy.at > now || (place !== undefined && !taken.has(place))
    if (place !== undefined) taken.add(place)
    return !kept
  })
}

/** True when the newest copy is older than a day, or there is none. A clock that jumped back does not stop copies. */
export const isBackupDue = (backups: readonly Backup[], now: number): boolean => {
  const past = backups.filter((copy) => copy.at <= now).map((copy) => copy.at)
  return past.length === 0 || now - Math.max(...past) >= day
}
