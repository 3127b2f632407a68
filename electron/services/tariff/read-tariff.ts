import { tariffColumns, type TariffColumn } from '../../../domain/codes/tariff-columns.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Cell, GridLimits, GridSheet } from '../imports/grid.ts'
import { readWorkbook } from '../imports/read-workbook.ts'
import { bare } from '../imports/text-forms.ts'
import type { WordBook } from '../imports/word-book.ts'
import { syllables } from './syllables.ts'
import { cellText, codeOf, elementsOf, permitsOf, type Understood, unitOf, unitPair } from './tariff-cells.ts'

/** A tariff has some 13,000 lines; ten times that is no tariff. */
export const tariffLimits: GridLimits = {
  fileBytes: 40 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  rows: 120_000,
  columns: 64,
  cells: 3_000_000,
}

export interface TariffProblem {
  /** Row of the sheet as the spreadsheet program counts it, from 1. */
  readonly row: number
  readonly severity: 'error' | 'warn'
  readonly text: string
}

/** A tariff as read from a file: rows for the stored table, and everything that is wrong with them. */
export interface ReadTariff {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Labels of the columns that were found, and of those that were not. */
  readonly found: readonly string[]
  readonly missing: readonly string[]
  /** The first ones; the counts are of all. */
  readonly problems: readonly TariffProblem[]
  readonly errors: number
  readonly warnings: number
}

const headerDepth = 30
const mostProblems = 200
/** Rows between two words about the progress. */
const stepRows = 500
/** Columns of the stored table behind code, name and syllables. `inspection` is A and B of the permits. */
const furtherKeys = [
  ...tariffColumns.map(({ key }) => key).filter((key) => key !== 'code' && key !== 'name'),
  'inspection',
]

interface Header {
  readonly sheet: GridSheet
  readonly row: number
  readonly places: ReadonlyMap<string, number>
}

const titles = new Map(
  tariffColumns.flatMap(({ key, titles: words }) => words.map((word) => [bare(word), key] as const)),
)

function placesOf(cells: readonly (Cell | undefined)[]): Map<string, number> {
  const places = new Map<string, number>()
  cells.forEach((cell, at) => {
    const key = titles.get(bare(cell?.text ?? ''))
    if (key !== undefined && !places.has(key)) places.set(key, at)
  })
  return places
}

const needed = (column: TariffColumn): boolean => column.needed === true

function findHeader(sheets: readonly GridSheet[]): Header | undefined {
  for (const sheet of sheets)
    for (let row = 0; row < Math.min(sheet.rows.length, headerDepth); row++) {
      const places = placesOf(sheet.rows[row] ?? [])
      if (tariffColumns.filter(needed).every(({ key }) => places.has(key))) return { sheet, row, places }
    }
  return undefined
}

/** Values of one row by key; faults are told. */
function readRow(
  textAt: (key: string) => string,
  code: Understood,
  book: WordBook,
  tell: (fault: Understood) => void,
): Record<string, string> {
  const values: Record<string, string> = { code: code.value, name: textAt('name') }
  tell(code)
  if (values['name'] === '') tell({ value: '', error: '没有商品名称' })
  const take = (key: string, understood: Understood): void => {
    tell(understood)
    values[key] = understood.value
  }
  const [first, second] = textAt('unit2') === '' ? unitPair(textAt('unit1')) : [textAt('unit1'), textAt('unit2')]
  take('unit1', unitOf(first, book))
  take('unit2', unitOf(second, book))
  take(
    'permits',
    permitsOf(textAt('permits'), (letter) => book.name('docu_code', letter) !== undefined),
  )
  take('elements', elementsOf(textAt('elements')))
  values['inspection'] = (values['permits'] ?? '').replaceAll(/[^AB]/g, '')
  for (const key of ['quarantine', 'mfn', 'general', 'vat', 'rebate', 'note']) values[key] = textAt(key).slice(0, 200)
  return values
}

/**
 * Reads a company's tariff and checks it row by row.
 * @param progress told the rows done and all rows
 * @returns refusals of the file (`imports.*`, `tariff.noHeader`, `tariff.tooFew`); faults of rows are in the answer.
 */
export async function readTariff(
  name: string,
  bytes: Uint8Array,
  book: WordBook,
  progress: (done: number, total: number) => void,
): Promise<Result<ReadTariff>> {
  const read = await readWorkbook(bytes, name, tariffLimits)
  if (!read.ok) return read
  const header = findHeader(read.value)
  if (header === undefined) return refuse(failure('tariff.noHeader', { name, rows: headerDepth }))
  const { sheet, row: headerRow, places } = header
  const problems: TariffProblem[] = []
  const counts = { error: 0, warn: 0 }
  const note = (row: number, severity: 'error' | 'warn', text: string): void => {
    counts[severity]++
    if (problems.length < mostProblems) problems.push({ row: row + 1, severity, text })
  }
  const rows = new Map<string, string[]>()
  for (let at = headerRow + 1; at < sheet.rows.length; at++) {
    const cells = sheet.rows[at] ?? []
    if (at % stepRows === 0) progress(at, sheet.rows.length)
    if (cells.every((cell) => cell === undefined)) continue
    const cellOf = (key: string): Cell | undefined => cells[places.get(key) ?? -1]
    const values = readRow(
      (key) => cellText(cellOf(key)),
      codeOf(cellOf('code')),
      book,
      ({ error, warning }) => {
        if (error !== undefined) note(at, 'error', error)
        if (warning !== undefined) note(at, 'warn', warning)
      },
    )
    const { code = '', name: label = '' } = values
    if (rows.has(code) && code !== '') note(at, 'error', `商品编号${code}重复`)
    rows.set(code, [code, label, syllables(label), ...furtherKeys.map((key) => values[key] ?? '')])
  }
  if (rows.size === 0) return refuse(failure('tariff.tooFew'))
  const labelled = (has: boolean): string[] =>
    tariffColumns.filter(({ key }) => places.has(key) === has).map(({ label }) => label)
  return ok({
    columns: ['code', 'name', 'syllables', ...furtherKeys],
    rows: [...rows.values()].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    found: labelled(true),
    missing: labelled(false),
    problems,
    errors: counts.error,
    warnings: counts.warn,
  })
}
