import type { CellValue, ReadOptions, Sheet, Workbook } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { dateCell, daysOf1904, finishSheet, textCell, type Cell, type GridLimits, type GridSheet } from './grid.ts'

/** One value of hucre: numbers as their shortest text, so that decimals are not rounded twice. */
function toCell(value: CellValue, firstDay: number): Cell | undefined {
  if (value === null) return undefined
  if (value instanceof Date) {
    const cell = dateCell(value)
    // The figure in the cell, not that of the same day in the other count: it may be a quantity that looks like a day.
    return cell?.serial === undefined ? cell : { ...cell, serial: cell.serial - firstDay }
  }
  if (typeof value === 'number') return { kind: 'number', text: String(value) }
  if (typeof value === 'boolean') return { kind: 'bool', text: value ? 'TRUE' : 'FALSE' }
  return textCell('text', value)
}

/** So many values of a sheet are remembered: units, countries and prices come again and again. */
const mostKept = 1000

/** The same value gives the same cell: a long sheet has far fewer values than cells. */
function cellMaker(firstDay: number): (value: CellValue | undefined) => Cell | undefined {
  const kept = new Map<CellValue, Cell | undefined>()
  return (value) => {
    if (value === null || value === undefined) return undefined
    const known = kept.get(value)
    if (known !== undefined) return known
    const cell = toCell(value, firstDay)
    if (kept.size < mostKept) kept.set(value, cell)
    return cell
  }
}

function toSheet(sheet: Sheet, limits: GridLimits, firstDay: number): GridSheet {
  const cellOf = cellMaker(firstDay)
  const rows = sheet.rows.map((row) => (row.length > limits.columns ? row.slice(0, limits.columns) : row).map(cellOf))
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

type Area = Pick<ReadOptions, 'maxRows' | 'range'>

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Reads an area of every visible sheet but the skipped ones. */
async function readArea(bytes: Uint8Array, area: Area, skipped: ReadonlySet<string>): Promise<Workbook> {
  const sheets: ReadOptions['sheets'] = (info) => !info.hidden && !info.veryHidden && !skipped.has(info.name)
  return readXlsx(bytes, { ...area, sheets })
}

/**
 * Sheets of an .xlsx, hidden ones left out. Formulas give their stored result; they are never evaluated. Some rows
 * beyond the limit are read, so that the caller sees that there are more.
 * @param names entries of the zip.
 * @throws what hucre throws on a damaged file.
 */
export async function readXlsxSheets(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
  limits: GridLimits,
): Promise<GridSheet[]> {
  const most = limits.rows + 100
  const skipped = new Set<string>()
  let area: Area = { maxRows: most }
  for (;;) {
    try {
      const { sheets, dateSystem } = await readArea(bytes, area, skipped)
      const firstDay = dateSystem === '1904' ? daysOf1904 : 0
      return sheets.map((sheet) => toSheet(sheet, limits, firstDay))
    } catch (error) {
      const message = messageOf(error)
      // A format that was set down to the last row or column makes the sheet look endless: read its beginning.
      if (/ spans \d+ rows x \d+ columns /.test(message) && area.range === undefined) area = { range: `A1:IV${most}` }
      else skipped.add(chartSheet(message, names, skipped) ?? rethrow(error))
    }
  }
}

const rethrow = (error: unknown): never => {
  throw error
}

/** A chart sheet stands in the list of sheets without being one (hucre 1.0.0 gives up on it): the others are read. */
function chartSheet(message: string, names: ReadonlySet<string>, skipped: ReadonlySet<string>): string | undefined {
  const name = /missing worksheet file for sheet "(.*)"$/s.exec(message)?.[1]
  const hasCharts = [...names].some((entry) => entry.startsWith('xl/chartsheets/'))
  return name === undefined || skipped.has(name) || !hasCharts ? undefined : name
}
