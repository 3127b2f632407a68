import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** No I, L, O, U: the number is read out over the phone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new mark of four letters, chosen by chance out of a million. */
export const newDeskMark = (): string => Array.from(randomBytes(4), (byte) => letters.charAt(byte % 32)).join('')

/**
 * Our own number of a declaration (ClientSeqNo, 18 letters and digits): day (8), desk mark (4), serial (6).
 * The mark is chosen anew for each new database file and after each restore, so numbers never repeat after a reinstall
 * or a lost file, and two desks of one company cannot meet; the serial goes on over the days, so that neither
 * a clock that was set back nor a second start on one day gives a number twice.
 * @param day yyyy-MM-dd
 */
export function nextClientSeqNo(db: Database, day: string): string {
  const row = db.prepare('UPDATE numbers SET serial = serial % 999999 + 1 RETURNING desk, serial').get() as {
    desk: string
    serial: number
  }
  return `${day.replaceAll('-', '')}${row.desk}${String(row.serial).padStart(6, '0')}`
}

/** Takes a new mark; a store without numbers (the one of the desk itself) has none to take. */
export function renewDesk(db: Database): void {
  const has = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'numbers'`).get()
  if (has !== undefined) db.prepare('UPDATE numbers SET desk = @desk').run({ desk: newDeskMark() })
}
