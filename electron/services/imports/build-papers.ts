import type { Papers } from '../../../domain/fields/papers.ts'
import type { Building } from './build-messages.ts'
import type { GoodsRow } from './goods-table.ts'
import { lineValue } from './line-value.ts'
import { sumOf } from './sums.ts'
import { statedTotal } from './totals.ts'

/** The one value that all rows share; nothing when they differ. */
function shared(building: Building, rows: readonly GoodsRow[], field: 'TradeCurr' | 'GUnit'): string | undefined {
  const { table, facts, book } = building
  const values = new Set(rows.map((row) => lineValue(table, row, field, facts, book)))
  const [only] = values
  return values.size === 1 ? only : undefined
}

/**
 * The figures of the customer's papers for one declaration: the sheet's own totals where all its goods are in it, else
 * the sums of the rows taken over. Later changes in the form are compared with them (rules X01 to X07).
 */
export function buildPapers(building: Building, rows: readonly GoodsRow[]): Papers {
  const { table, facts, book } = building
  const complete = rows.length === table.goods.length
  const mapped = new Set(table.columns.map(({ field }) => field.field))
  const figure = (field: string): string | undefined => {
    const stated = complete ? statedTotal(table, facts, field, book) : undefined
    if (stated !== undefined || !mapped.has(field)) return stated
    const sum = sumOf(rows, field)
    return sum.isZero() ? undefined : sum.toFixed()
  }
  const currency = shared(building, rows, 'TradeCurr')
  const unit = shared(building, rows, 'GUnit')
  const values: Record<keyof Papers, string | undefined> = {
    InvoiceNo: facts.invoice?.slice(0, 64),
    InvoiceTotal: currency === undefined ? undefined : figure('DeclTotal'),
    InvoiceCurr: currency,
    InvoiceQty: unit === undefined ? undefined : figure('GQty'),
    InvoiceUnit: unit,
    InvoiceLines: String(rows.length),
    PackingPacks: figure('PackNo'),
    PackingGross: figure('GrossWt'),
    PackingNet: figure('NetWt'),
    PackingQty: undefined,
    ContractNo: facts.contract?.slice(0, 64),
    ContractTotal: undefined,
    ContractCurr: undefined,
    ContractQty: undefined,
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
}
