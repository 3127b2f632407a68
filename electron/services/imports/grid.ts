/** A workbook as the import sees it: plain values, read and never evaluated. */

/** `number`: the shortest decimal text of the stored number; `date`: yyyy-MM-dd; `noResult`: a formula that was never calculated. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date' | 'bool' | 'error' | 'noResult'
  readonly text: string
  /** Day number of a date cell, for columns that do not hold dates. */
  readonly serial?: number
}

/** Cells that a sheet shows as one; rows and columns from 0, both ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface GridSheet {
  readonly name: string
  readonly rows: readonly (readonly (Cell | undefined)[])[]
  readonly merges: readonly Merge[]
}

/** How much of a file is read at most. A bigger one is refused, never cut silently. */
export interface GridLimits {
  readonly fileBytes: number
  /** What the directory of a zip may declare in all. */
  readonly unpackedBytes: number
  readonly rows: number
  /** Columns to the right of this are not goods data; they are left out. */
  readonly columns: number
  /** Filled cells in all sheets. */
  readonly cells: number
}

export const defaultLimits: GridLimits = {
  fileBytes: 40 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  rows: 20_000,
  columns: 256,
  cells: 2_000_000,
}

/** Longest text of one cell that is kept; the fields are far shorter. */
const longestText = 4000

/** A cell with this text, or nothing when there is no text. */
export const textCell = (kind: Cell['kind'], text: string): Cell | undefined =>
  text.trim() === '' ? undefined : { kind, text: text.length > longestText ? text.slice(0, longestText) : text }

/** Macs counted from 1904: so many days later. */
export const daysOf1904 = 1462

const dayZero = Date.UTC(1899, 11, 30)
/** Excel counts a 29 February 1900 that was not: days before 1 March 1900 have a number less. */
const firstTrueSerial = 61

/** Number of a day as Excel counts it. */
function serialOf(time: number): number {
  const days = (time - dayZero) / 86_400_000
  return days < firstTrueSerial ? days - 1 : days
}

/** A cell of a date value; times of day are dropped from the text. */
export function dateCell(date: Date, serial: number = serialOf(date.getTime())): Cell | undefined {
  return Number.isFinite(date.getTime()) ? { kind: 'date', text: date.toISOString().slice(0, 10), serial } : undefined
}

/** The rows without empty ends; cells that a merge covers are emptied, because only the top left one is shown. */
export function finishSheet(name: string, rows: (Cell | undefined)[][], merges: readonly Merge[]): GridSheet {
  for (const merge of merges) uncover(rows, merge)
  for (const row of rows) while (row.length > 0 && row.at(-1) === undefined) row.pop()
  while (rows.length > 0 && (rows.at(-1)?.length ?? 0) === 0) rows.pop()
  return { name, rows, merges }
}

function uncover(rows: (Cell | undefined)[][], { top, left, bottom, right }: Merge): void {
  for (let r = Math.max(top, 0); r <= bottom && r < rows.length; r++) {
    const row = rows[r] ?? []
    for (let c = Math.max(left, 0); c <= right && c < row.length; c++) if (r !== top || c !== left) row[c] = undefined
  }
}
