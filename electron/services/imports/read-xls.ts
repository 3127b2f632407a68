import { read, SSF, type CellObject, type WorkSheet } from '@e965/xlsx'
import { dateCell, daysOf1904, finishSheet, textCell, type Cell, type GridLimits, type GridSheet } from './grid.ts'

/** Error codes of BIFF cells (MS-XLS 2.5.10). */
const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** The part of SheetJS that knows number formats; it has no types. */
const formats = SSF as { is_date(format: string): boolean }

const serialDate = (serial: number): Date => new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400_000))

function toCell(cell: CellObject | undefined, firstDay: number): Cell | undefined {
  if (cell === undefined) return undefined
  if (cell.t === 'e') return { kind: 'error', text: errorTexts[Number(cell.v)] ?? '#N/A' }
  if (cell.t === 'b') return { kind: 'bool', text: cell.v === true ? 'TRUE' : 'FALSE' }
  if (cell.t === 'n') {
    const value = Number(cell.v)
    if (typeof cell.z === 'string' && formats.is_date(cell.z)) return dateCell(serialDate(value + firstDay), value)
    return Number.isFinite(value) ? { kind: 'number', text: String(value) } : undefined
  }
  if (cell.t === 's') return textCell('text', String(cell.v ?? ''))
  return cell.f === undefined ? undefined : { kind: 'noResult', text: '' }
}

function toSheet(name: string, sheet: WorkSheet, limits: GridLimits, firstDay: number): GridSheet {
  const data = (sheet['!data'] ?? []) as (CellObject[] | undefined)[]
  const rows = Array.from(data, (row) =>
    Array.from((row ?? []).slice(0, limits.columns), (cell) => toCell(cell, firstDay)),
  )
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  return finishSheet(name, rows, merges)
}

/**
 * Visible sheets of an old .xls (BIFF8; 97 to 2003).
 * @throws what SheetJS throws on a damaged or password-protected file.
 */
export function readXlsSheets(bytes: Uint8Array, limits: GridLimits): GridSheet[] {
  const book = read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false, sheetRows: limits.rows + 100 })
  const hidden = book.Workbook?.Sheets ?? []
  const firstDay = book.Workbook?.WBProps?.date1904 === true ? daysOf1904 : 0
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    return sheet === undefined || (hidden[index]?.Hidden ?? 0) !== 0 ? [] : [toSheet(name, sheet, limits, firstDay)]
  })
}
