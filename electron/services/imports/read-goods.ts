import { importField } from '../../../domain/fields/import-columns.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import { checkRow } from './check-rows.ts'
import { readColumns, readGoods } from './goods-rows.ts'
import type { GoodsTable } from './goods-table.ts'
import type { GridSheet } from './grid.ts'
import { readHeadFacts, type HeadFacts } from './head-facts.ts'
import { headerAt } from './header.ts'
import type { WordBook } from './word-book.ts'

/** Which sheet, which title row, and column index → field name. */
export interface Mapping {
  readonly sheet: number
  readonly headerRow: number
  readonly columns: Readonly<Record<string, string>>
}

const bad = (reason: string): Result<never> => refuse(failure('imports.badMapping', { reason }))

function checkMapping(sheets: readonly GridSheet[], mapping: Mapping): Result<GridSheet> {
  const sheet = sheets[mapping.sheet]
  if (sheet === undefined) return bad('所选的工作表不在文件里')
  if (mapping.headerRow >= sheet.rows.length) return bad(`工作表没有第 ${mapping.headerRow + 1} 行`)
  const names = Object.values(mapping.columns)
  const unknown = names.find((name) => importField(name) === undefined)
  if (unknown !== undefined) return bad(`没有“${unknown}”这个项目`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return bad(`“${importField(twice)?.label ?? twice}”对应了两列`)
  if (!Object.keys(mapping.columns).every((key) => /^\d{1,3}$/.test(key))) return bad('列号不对')
  if (!names.includes('GName') && !names.includes('CodeTS')) return bad('品名和商品编号至少要对应一列')
  return ok(sheet)
}

/** The goods of the mapped sheet, checked row by row, and the facts around them. */
export function readMapped(
  sheets: readonly GridSheet[],
  mapping: Mapping,
  book: WordBook,
): Result<{ table: GoodsTable; facts: HeadFacts }> {
  const sheet = checkMapping(sheets, mapping)
  if (!sheet.ok) return sheet
  const header = headerAt(sheet.value, mapping.headerRow)
  const read = readGoods(sheet.value, header, readColumns(header, mapping.columns, book), book)
  if (read.goods.length === 0) return refuse(failure('imports.noRows', { row: mapping.headerRow + 1 }))
  read.goods.forEach(checkRow)
  const last = read.goods.at(-1)?.row ?? 0
  return ok({ table: read, facts: readHeadFacts(sheet.value, header.row - header.height + 1, last + 1) })
}
