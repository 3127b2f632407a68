import type { GoodsRow, GoodsTable } from './goods-table.ts'
import type { HeadFacts } from './head-facts.ts'
import type { WordBook } from './word-book.ts'

/** What a row says of a field, or what its neighbours, the title of the column and the head of the sheet say for it. */
export function lineValue(
  table: GoodsTable,
  row: GoodsRow,
  field: string,
  facts: HeadFacts,
  book: WordBook,
): string | undefined {
  const own = row.values.get(field)?.value
  if (own !== undefined && own !== '') return own
  const hint = (name: string) => table.columns.find((column) => column.field.field === name)?.hints
  const cell = (name: string) => row.values.get(name)
  if (field === 'GUnit') return cell('GQty')?.unit ?? hint('GQty')?.unit
  if (field !== 'TradeCurr') return undefined
  const beside = cell('DeclTotal')?.currency ?? cell('DeclPrice')?.currency
  const above = hint('DeclTotal')?.currency ?? hint('DeclPrice')?.currency
  const stated = facts.currencyText === undefined ? undefined : book.find('currency', facts.currencyText)
  return beside ?? above ?? stated
}
