import type { CellValue, Sheet, Workbook } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { dateCell, finishSheet, textCell, type Cell, type GridLimits, type GridSheet } from './grid.ts'

/** One value of hucre: numbers as their shortest text, so that decimals are not rounded twice. */
function toCell(value: CellValue): Cell | undefined {
  if (value === null) return undefined
  if (value instanceof Date) return dateCell(value)
  if (typeof value === 'number') return { kind: 'number', text: String(value) }
  if (typeof value === 'boolean') return { kind: 'bool', text: value ? 'TRUE' : 'FALSE' }
  return textCell('text', value)
}

function toSheet(sheet: Sheet, limits: GridLimits): GridSheet {
  const rows = sheet.rows.map((row) => row.slice(0, limits.columns).map(toCell))
  for (const [place, cell] of sheet.cells ?? []) {
    const [r = -1, c = -1] = place.split(',').map(Number)
    const row = rows[r]
    if (row === undefined || c < 0 || c >= limits.columns) continue
    if (cell.type === 'error') row[c] = { kind: 'error', text: String(cell.value ?? '#N/A') }
    else if (cell.formula !== undefined && cell.value === null) row[c] = { kind: 'noResult', text: '' }
  }
  const merges = (sheet.merges ?? []).map((merge) => ({
    top: merge.startRow,
    left: merge.startCol,
    bottom: merge.endRow,
    right: merge.endCol,
  }))
  return finishSheet(sheet.name, rows, merges)
}

/**
 * Sheets of an .xlsx, hidden ones left out. Formulas give their stored result; they are never evaluated.
 * @param names entries of the zip.
 * Rows are read one page beyond the limit, so that the caller sees that there are more.
 * @throws what hucre throws on a damaged file.
 */
export async function readXlsxSheets(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
  limits: GridLimits,
): Promise<GridSheet[]> {
  const range = `A1:IV${limits.rows + 100}`
  const skipped = new Set<string>()
  for (;;) {
    try {
      const book = await readXlsx(bytes, {
        range,
        sheets: (info) => !info.hidden && !info.veryHidden && !skipped.has(info.name),
      })
      return worksheets(book).map((sheet) => toSheet(sheet, limits))
    } catch (error) {
      // A chart sheet stands in the list of sheets without being one (hucre 1.0.0 gives up on it): read the others.
      if (![...names].some((entry) => entry.startsWith('xl/chartsheets/'))) throw error
      const name =
        error instanceof Error ? /missing worksheet file for sheet "(.*)"$/s.exec(error.message)?.[1] : undefined
      if (name === undefined || skipped.has(name)) throw error
      skipped.add(name)
    }
  }
}

const worksheets = (book: Workbook): Sheet[] => book.sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden)
