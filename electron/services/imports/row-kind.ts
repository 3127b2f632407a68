import type { Column } from './goods-table.ts'
import type { Cell } from './grid.ts'
import { bare, pieces } from './text-forms.ts'

/** What a row under the titles is. */
export type RowKind = 'empty' | 'goods' | 'total' | 'subtotal' | 'titles' | 'note'

const totalWords = /^(合计|总计|共计|总额|累计|合共)/
const subtotalWords = /^(小计|本页合计|subtotals?|pagetotal)/
/** `TOTAL`, `Grand Total (USD):`, `TOTAL 20 CTNS` – but not `Total station`. */
const latinTotal =
  /^(grand|g)?(totals?|ttl)(\d+|amount|value|qty|quantity|price|invoice|usd|eur|cny|rmb|hkd|jpy|gbp|cif|fob|cfr|exw|ctns?|cartons?|pcs|kgs?|sets?|pkgs?|packages)*$/

/** A quick look before the words are taken apart. */
const maybeTotal = /合|计|总|额|t.*t.*l/i

/** Words that make a row a total, wherever in the row they stand. */
export function totalKind(cells: readonly (Cell | undefined)[]): 'total' | 'subtotal' | undefined {
  for (const cell of cells) {
    if (cell?.kind !== 'text' || cell.text.length > 60 || !maybeTotal.test(cell.text)) continue
    const texts = [bare(cell.text), ...pieces(cell.text).map(bare)]
    if (texts.some((text) => subtotalWords.test(text))) return 'subtotal'
    if (texts.some((text) => totalWords.test(text) || latinTotal.test(text))) return 'total'
  }
  return undefined
}

/** Titles printed again at the head of each page. */
export function repeatsTitles(cells: readonly (Cell | undefined)[], titles: ReadonlySet<string>): boolean {
  const filled = cells.filter((cell) => cell !== undefined)
  const texts = filled.filter((cell) => cell.kind === 'text')
  if (texts.length < 2 || texts.length < filled.length / 2) return false
  const found = texts.filter((cell) => titles.has(bare(cell.text)))
  return found.length >= 2 && found.length >= filled.length / 2
}

const nameFields = new Set(['GName', 'CodeTS', 'ExgNo', 'DeclGoodsEname', 'GModel'])
const figureFields = new Set(['GQty', 'DeclPrice', 'DeclTotal', 'NetWt', 'GrossWt', 'FirstQty'])

/** What the mapped cells of a row hold, counted. */
interface Content {
  named: boolean
  coded: boolean
  /** Cells under a figure column; those with a digit in them. */
  figures: number
  digits: number
  /** Mapped cells without the line number. */
  filled: number
}

function contentOf(cells: readonly (Cell | undefined)[], columns: readonly Column[]): Content {
  const content: Content = { named: false, coded: false, figures: 0, digits: 0, filled: 0 }
  for (const { index, field } of columns) {
    const cell = cells[index]
    if (cell === undefined) continue
    const name = field.field
    if (name !== 'LineNo') content.filled++
    if (nameFields.has(name)) content.named = true
    if (name === 'CodeTS') content.coded = true
    if (!figureFields.has(name)) continue
    content.figures++
    if (cell.kind === 'number' || /\d/.test(cell.text)) content.digits++
  }
  return content
}

/**
 * The kind of a row by what stands in it.
 * @param titles the titles in bare form.
 * @param ended a total row stands above: below it only complete goods rows count, the rest is small print.
 */
export function rowKind(
  cells: readonly (Cell | undefined)[],
  columns: readonly Column[],
  titles: ReadonlySet<string>,
  ended: boolean,
): RowKind {
  if (cells.every((cell) => cell === undefined)) return 'empty'
  const { named, coded, figures, digits, filled } = contentOf(cells, columns)
  const total = totalKind(cells)
  // A commodity number beside the word: a name that begins like a total.
  if (total !== undefined && !coded) return total
  if (repeatsTitles(cells, titles)) return 'titles'
  if (ended) return named && digits >= 2 ? 'goods' : 'note'
  return (named && figures > 0) || filled >= 2 ? 'goods' : 'note'
}
