import { Decimal } from 'decimal.js'
import type { ImportField } from '../../../domain/fields/import-field.ts'
import type { DecHead, DecList, DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import type { Papers } from '../../../domain/fields/papers.ts'
import type { GoodsRow, GoodsTable } from './goods-table.ts'
import type { HeadFacts } from './head-facts.ts'
import { buildPapers } from './build-papers.ts'
import { lineValue } from './line-value.ts'
import { sumOf } from './sums.ts'
import { statedTotal } from './totals.ts'
import type { WordBook } from './word-book.ts'

/** A declaration has at most 50 lines (rule L01). */
export const linesPerDeclaration = 50

const kilogram = '035'

export interface Building {
  readonly table: GoodsTable
  readonly facts: HeadFacts
  readonly book: WordBook
  readonly ieFlag: 'I' | 'E'
}

/** The legal quantity: the same figure where the units are the same, the net weight where the law counts kilograms. */
function quantityIn(unit: string, line: DecList, row: GoodsRow): string | undefined {
  if (unit === line.GUnit) return line.GQty
  const net = row.values.get('NetWt')?.value
  return unit === kilogram && net !== undefined && net !== '' ? net : undefined
}

/** Units of the tariff line and quantities that follow from the sheet (rules L04, L05); what is given stays. */
function addLegalUnits(line: DecList, row: GoodsRow, { book, ieFlag }: Building): void {
  const named = line.CodeTS === undefined ? undefined : book.more('tariff', line.CodeTS)
  // Some units of the tariff hold for imports only.
  const tariff = ieFlag === 'E' && named?.['unit_when']?.startsWith('进口') === true ? undefined : named
  line.FirstUnit ??= tariff?.['unit1']
  line.SecondUnit ??= tariff?.['unit2']
  if (line.FirstUnit !== undefined) line.FirstQty ??= quantityIn(line.FirstUnit, line, row)
  if (line.SecondUnit !== undefined) line.SecondQty ??= quantityIn(line.SecondUnit, line, row)
}

function addAmounts(line: DecList): void {
  const { GQty, DeclPrice, DeclTotal } = line
  if (GQty === undefined || new Decimal(GQty).isZero()) return
  if (DeclTotal === undefined && DeclPrice !== undefined)
    line.DeclTotal = new Decimal(GQty).times(DeclPrice).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed()
  else if (DeclPrice === undefined && DeclTotal !== undefined)
    line.DeclPrice = new Decimal(DeclTotal).dividedBy(GQty).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed()
}

/** The values that hold something. */
const filled = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T

/** Every importable element holds a text. */
function assign(line: Record<string, unknown>, element: NonNullable<ImportField['element']>, value: string): void {
  line[element] = value
}

function buildLine(building: Building, row: GoodsRow, number: number): DecList {
  const { table, facts, book, ieFlag } = building
  const line: DecList = { GNo: String(number) }
  for (const { field } of table.columns) {
    const value = field.element === undefined ? undefined : row.values.get(field.field)?.value
    if (field.element !== undefined && value !== undefined && value !== '') assign(line, field.element, value)
  }
  line.GUnit ??= lineValue(table, row, 'GUnit', facts, book)
  line.TradeCurr ??= lineValue(table, row, 'TradeCurr', facts, book)
  const ciqCode = row.values.get('CodeTS')?.ciqCode
  if (ciqCode !== undefined) line.CiqCode ??= ciqCode
  addAmounts(line)
  addLegalUnits(line, row, building)
  // Imports end here and exports begin here; the clerk changes the rare case that does not.
  if (ieFlag === 'I') line.DestinationCountry ??= 'CHN'
  else line.OriginCountry ??= 'CHN'
  return filled(line)
}

/** Weights and packages of the rows of one declaration; a figure for the whole sheet only counts when it is not split. */
function headSum(
  building: Building,
  rows: readonly GoodsRow[],
  field: 'NetWt' | 'GrossWt' | 'PackNo',
): string | undefined {
  const { table, facts, book } = building
  const sum = sumOf(rows, field)
  if (!sum.isZero()) return sum.toFixed()
  return rows.length === table.goods.length ? statedTotal(table, facts, field, book) : undefined
}

function buildHead(building: Building, rows: readonly GoodsRow[]): DecHead {
  const { facts, ieFlag } = building
  const partner = ieFlag === 'I' ? facts.seller : facts.buyer
  const values: DecHead = {
    IEFlag: ieFlag,
    ContrNo: (facts.contract ?? facts.invoice)?.slice(0, 32),
    BillNo: facts.bill?.slice(0, 32),
    TransMode: facts.term,
    NetWt: headSum(building, rows, 'NetWt'),
    GrossWet: headSum(building, rows, 'GrossWt'),
    PackNo: headSum(building, rows, 'PackNo'),
    ...(ieFlag === 'I'
      ? { OverseasConsignorEname: partner?.slice(0, 100) }
      : { OverseasConsigneeEname: partner?.slice(0, 400) }),
  }
  return filled(values)
}

/** The goods in the order of the sheet, parted into declarations of 50 lines at most (rule L01). */
function parted({ table: { goods } }: Building): (readonly GoodsRow[])[] {
  const parts: (readonly GoodsRow[])[] = []
  for (let from = 0; from < goods.length; from += linesPerDeclaration)
    parts.push(goods.slice(from, from + linesPerDeclaration))
  return parts
}

/**
 * The goods as declarations: 50 lines each at most (rule L01), lines numbered from 1, the head with what the sheet
 * tells. Cells that were not understood stay empty; the checks of the form show them.
 */
export const buildMessages = (building: Building): DecMessage[] =>
  parted(building).map((rows) => ({
    DecHead: buildHead(building, rows),
    DecLists: rows.map((row, at) => buildLine(building, row, at + 1)),
  }))

/** The figures of the sheet for each of those declarations. */
export const buildAllPapers = (building: Building): Papers[] =>
  parted(building).map((rows) => buildPapers(building, rows))
