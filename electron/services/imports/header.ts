import type { Cell, GridSheet, Merge } from './grid.ts'
import { oneLine } from './text-forms.ts'
import { assign, scoreTitle } from './titles.ts'

/** The title row of a goods list. */
export interface Header {
  /** Last row of the titles, from 0; the goods begin below it. */
  readonly row: number
  /** Rows that the titles take. */
  readonly height: number
  /** Title of each column, bilingual and two-row titles joined. */
  readonly titles: readonly string[]
  /** Column index → field name. */
  readonly suggested: ReadonlyMap<number, string>
  /** 0 when no row looks like titles. */
  readonly score: number
}

/** Company name, address, invoice number and terms stand above the titles; more than this was never seen. */
const searchedRows = 30
const tallest = 3
const rowBonus = 5

const isFigure = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.kind === 'number' || cell.kind === 'date' || /^[\d.,\s]+$/.test(cell.text))

/** Texts of a row; a title merged over several columns stands over each of them. */
function rowTitles(sheet: GridSheet, row: number, merges: readonly Merge[]): string[] {
  const cells = sheet.rows[row] ?? []
  const texts: (string | undefined)[] = Array.from(cells, (cell) => cell?.text.trim())
  for (const merge of merges)
    if (merge.top === row) for (let c = merge.left + 1; c <= merge.right; c++) texts[c] = texts[merge.left]
  return Array.from(texts, (text) => text ?? '')
}

interface Block {
  readonly row: number
  readonly height: number
  readonly rows: readonly string[][]
}

/** A row of titles has texts, hardly any figures, and at least one word of a field. */
function titleRow(sheet: GridSheet, row: number, texts: readonly string[]): boolean {
  const filled = (sheet.rows[row] ?? []).filter((cell) => cell !== undefined)
  if (filled.length < 2 || filled.filter(isFigure).length > filled.length / 5) return false
  return texts.some((text) => text !== '' && scoreTitle(text).size > 0)
}

function scoreBlock({ rows }: Block): { fields: Map<number, string>; score: number } {
  const width = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => {
    const texts = rows.map((row) => row[column] ?? '').filter((text) => text !== '')
    const scores = new Map<string, number>()
    for (const text of new Set([texts.join('\n'), ...texts]))
      for (const [field, score] of scoreTitle(text)) scores.set(field, Math.max(score, scores.get(field) ?? 0))
    return scores
  })
  const found = assign(columns)
  const rich = rows.filter((row) => assign(row.map((text) => scoreTitle(text))).fields.size >= 2).length
  return { fields: found.fields, score: found.fields.size < 2 ? 0 : found.score + rowBonus * rich }
}

/** Joined title of a column, without saying the same twice. */
const joinTitles = (rows: readonly string[][], column: number): string =>
  oneLine([...new Set(rows.map((row) => row[column] ?? ''))].join(' ')).slice(0, 200)

function toHeader(block: Block): Header {
  const { fields, score } = scoreBlock(block)
  const width = Math.max(0, ...block.rows.map((row) => row.length))
  return {
    row: block.row,
    height: block.height,
    titles: Array.from({ length: width }, (_, column) => joinTitles(block.rows, column)),
    suggested: score === 0 ? new Map() : fields,
    score,
  }
}

const headMerges = (sheet: GridSheet, lastRow: number): Merge[] =>
  sheet.merges.filter((merge) => merge.top <= lastRow && merge.right - merge.left < 30 && merge.right < 256)

/** Blocks of title rows that end in a row: the row alone, and with the one or two rows above it. */
function* blocksAt(sheet: GridSheet, row: number, merges: readonly Merge[]): Generator<Block> {
  const rows: string[][] = []
  for (let height = 1; height <= tallest && row - height + 1 >= 0; height++) {
    const at = row - height + 1
    const texts = rowTitles(sheet, at, merges)
    if (
      !titleRow(sheet, at, texts) &&
      !(height > 1 && texts.some((text) => text !== '') && underMerge(merges, at, row))
    )
      return
    rows.unshift(texts)
    yield { row, height, rows: [...rows] }
  }
}

/** Rows of one title block hang together by a title merged over them. */
const underMerge = (merges: readonly Merge[], top: number, bottom: number): boolean =>
  merges.some((merge) => merge.top === top && (merge.bottom >= bottom || merge.right > merge.left))

/** Without a known word the row with the most texts is offered. */
function fullestRow(sheet: GridSheet): number {
  const texts = sheet.rows.slice(0, searchedRows).map((row) => row.filter((cell) => cell?.kind === 'text').length)
  return Math.max(0, texts.indexOf(Math.max(...texts)))
}

/** The title block that names the most fields, within the first rows of the sheet. */
export function findHeader(sheet: GridSheet): Header {
  const merges = headMerges(sheet, searchedRows)
  let best: Header | undefined
  for (let row = 0; row < Math.min(searchedRows, sheet.rows.length); row++)
    for (const block of blocksAt(sheet, row, merges)) {
      const header = toHeader(block)
      if (header.score > (best?.score ?? 0)) best = header
    }
  if (best !== undefined) return best
  return headerAt(sheet, fullestRow(sheet))
}

/** The titles that end in a row which the clerk chose. */
export function headerAt(sheet: GridSheet, row: number): Header {
  const merges = headMerges(sheet, row)
  const blocks = [...blocksAt(sheet, row, merges)].map(toHeader)
  const best = blocks.reduce<Header | undefined>((a, b) => (b.score > (a?.score ?? 0) ? b : a), undefined)
  return best ?? toHeader({ row, height: 1, rows: [rowTitles(sheet, row, merges)] })
}
