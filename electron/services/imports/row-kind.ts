import type { Cell } from './grid.ts'
import { bare, pieces } from './text-forms.ts'

/** What a row under the titles is. */
export type RowKind = 'empty' | 'goods' | 'total' | 'subtotal' | 'titles' | 'note'

const totalWords = /^(合计|总计|共计|总额|累计|合共)/
const subtotalWords = /^(小计|本页合计|subtotals?|pagetotal)/
/** `TOTAL`, `Grand Total (USD):`, `TOTAL 20 CTNS` – but not `Total station`. */
const latinTotal =
  /^(grand|g)?(totals?|ttl)(\d+|amount|value|qty|quantity|price|invoice|usd|eur|cny|rmb|hkd|jpy|gbp|cif|fob|cfr|exw|ctns?|cartons?|pcs|kgs?|sets?|pkgs?|packages)*$/

/** Words that make a row a total, wherever in the row they stand. */
export function totalKind(cells: readonly (Cell | undefined)[]): 'total' | 'subtotal' | undefined {
  for (const cell of cells) {
    if (cell?.kind !== 'text' || cell.text.length > 60) continue
    const texts = [bare(cell.text), ...pieces(cell.text).map(bare)]
    if (texts.some((text) => subtotalWords.test(text))) return 'subtotal'
    if (texts.some((text) => totalWords.test(text) || latinTotal.test(text))) return 'total'
  }
  return undefined
}

/** Titles printed again at the head of each page. */
export function repeatsTitles(cells: readonly (Cell | undefined)[], titles: readonly string[]): boolean {
  const wanted = new Set(titles.map(bare).filter((title) => title !== ''))
  const found = cells.filter((cell) => cell?.kind === 'text' && wanted.has(bare(cell.text)))
  return found.length >= 2 && found.length >= cells.filter((cell) => cell !== undefined).length / 2
}

const nameFields = new Set(['GName', 'CodeTS', 'ExgNo', 'DeclGoodsEname', 'GModel'])
const figureFields = new Set(['GQty', 'DeclPrice', 'DeclTotal', 'NetWt', 'GrossWt', 'FirstQty'])

/**
 * The kind of a row by what stands in it.
 * @param mapped the mapped cells of the row by field name.
 * @param ended a total row stands above: below it only complete goods rows count, the rest is small print.
 */
export function rowKind(
  cells: readonly (Cell | undefined)[],
  mapped: ReadonlyMap<string, Cell>,
  titles: readonly string[],
  ended: boolean,
): RowKind {
  if (cells.every((cell) => cell === undefined)) return 'empty'
  const named = [...mapped.keys()].some((field) => nameFields.has(field))
  const figures = [...mapped].filter(([field]) => figureFields.has(field))
  const total = totalKind(cells)
  // A commodity number beside the word: a name that begins like a total.
  if (total !== undefined && !mapped.has('CodeTS')) return total
  if (repeatsTitles(cells, titles)) return 'titles'
  if (ended) return named && figures.filter(([, cell]) => /\d/.test(cell.text)).length >= 2 ? 'goods' : 'note'
  if (named && figures.length > 0) return 'goods'
  const filled = [...mapped.keys()].filter((field) => field !== 'LineNo').length
  return filled >= 2 ? 'goods' : 'note'
}
