import { importField } from '../../../domain/fields/import-columns.ts'
import { readHints } from './column-hints.ts'
import { convertCell } from './convert-cell.ts'
import { blank, warn, type Converted } from './converted.ts'
import type { Cell, GridSheet } from './grid.ts'
import type { Column, GoodsRow, GoodsTable, TotalRow } from './goods-table.ts'
import type { Header } from './header.ts'
import { rowKind } from './row-kind.ts'
import { RowValues } from './row-values.ts'
import { bareTotal } from './sums.ts'
import { bare } from './text-forms.ts'
import type { WordBook } from './word-book.ts'

/** The mapped columns from left to right; names that are not in the list are dropped by the caller's check. */
export function readColumns(header: Header, columns: Readonly<Record<string, string>>, book: WordBook): Column[] {
  return Object.entries(columns)
    .flatMap(([key, name]) => {
      const field = importField(name)
      const index = Number(key)
      return field === undefined ? [] : [{ index, field, hints: readHints(header.titles[index] ?? '', book) }]
    })
    .sort((a, b) => a.index - b.index)
}

/** A word merged over several rows stands for each of them; a figure is only counted once, in the top row. */
function mergedWords(sheet: GridSheet, columns: readonly Column[], firstRow: number): Map<string, Cell> {
  const words = new Map<string, Cell>()
  const wordColumns = new Set(
    columns.filter(({ field }) => field.kind !== 'decimal' && field.kind !== 'integer').map(({ index }) => index),
  )
  for (const { top, bottom, left } of sheet.merges) {
    const cell = sheet.rows[top]?.[left]
    if (cell === undefined || bottom === top || top < firstRow || !wordColumns.has(left)) continue
    for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length - 1); row++) words.set(`${row},${left}`, cell)
  }
  return words
}

const rowText = (cells: readonly (Cell | undefined)[]): string =>
  cells
    .flatMap((cell) => (cell === undefined ? [] : [cell.text.trim()]))
    .join(' ')
    .slice(0, 100)

const isFigure = ({ field }: Column): boolean => field.kind === 'decimal' || field.kind === 'integer'

interface ColumnReading {
  readonly column: Column
  readonly isFigure: boolean
  /** Cells of the column that were read before. */
  readonly known: Map<Cell, Converted>
}

type SheetRow = GridSheet['rows'][number]

interface Reading {
  readonly columns: readonly ColumnReading[]
  readonly places: ReadonlyMap<string, number>
  readonly book: WordBook
  readonly merged: ReadonlyMap<string, Cell>
}

/** So many cells of a column are remembered. */
const mostKnown = 1000

/** Equal values of a sheet are one cell: a column reads each of them once. */
function converted(book: WordBook, { column, known }: ColumnReading, cell: Cell | undefined): Converted {
  if (cell === undefined) return blank
  const before = known.get(cell)
  if (before !== undefined) return before
  const value = convertCell(column.field, cell, column.hints, book)
  if (known.size < mostKnown) known.set(cell, value)
  return value
}

function readCell({ book, merged }: Reading, row: number, cells: SheetRow, reading: ColumnReading): Converted {
  const { index } = reading.column
  const own = cells[index]
  const from = own === undefined && merged.size > 0 ? merged.get(`${row},${index}`) : undefined
  const value = converted(book, reading, own ?? from)
  const marked = from !== undefined && value.problem === null
  return marked ? { ...value, problem: warn('取自上方合并的单元格') } : value
}

const readRow = (reading: Reading, row: number, cells: SheetRow): GoodsRow => ({
  row,
  values: new RowValues(
    reading.places,
    reading.columns.map((column) => readCell(reading, row, cells, column)),
  ),
})

/** Of a row of totals only the figures are read. */
const readTotal = (reading: Reading, row: number, cells: SheetRow): TotalRow => ({
  row,
  values: new RowValues(
    reading.places,
    reading.columns.map((column) => (column.isFigure ? readCell(reading, row, cells, column) : blank)),
  ),
})

/** The goods of a sheet below its titles: rows understood, totals kept apart, rows left out named. */
export function readGoods(sheet: GridSheet, header: Header, columns: readonly Column[], book: WordBook): GoodsTable {
  const places = new Map(columns.map(({ field }, at) => [field.field, at]))
  const merged = mergedWords(sheet, columns, header.row + 1)
  const readings = columns.map((column) => ({ column, isFigure: isFigure(column), known: new Map<Cell, Converted>() }))
  const reading: Reading = { columns: readings, places, book, merged }
  const titles = new Set(header.titles.map(bare).filter((title) => title !== ''))
  const goods: GoodsRow[] = []
  const totals: TotalRow[] = []
  const skipped: { row: number; text: string }[] = []
  for (let row = header.row + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? []
    const kind = rowKind(cells, columns, titles, totals.length > 0)
    if (kind === 'goods') goods.push(readRow(reading, row, cells))
    else if (kind === 'total') totals.push(readTotal(reading, row, cells))
    else if (kind === 'note') skipped.push({ row, text: rowText(cells) })
  }
  const wordless = bareTotal(goods)
  if (wordless !== undefined) totals.push(wordless)
  const kept = wordless === undefined ? goods : goods.slice(0, -1)
  // Below the last goods row stands small print: only what lies between the goods is named.
  const last = kept.at(-1)?.row ?? 0
  return { columns, goods: kept, totals, skipped: skipped.filter((each) => each.row < last) }
}
