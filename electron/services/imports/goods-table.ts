import type { ImportField } from '../../../domain/fields/import-field.ts'
import type { ColumnHints } from './column-hints.ts'
import type { RowValues } from './row-values.ts'

/** A mapped column. */
export interface Column {
  readonly index: number
  readonly field: ImportField
  readonly hints: ColumnHints
}

/** A goods row of the sheet, understood. */
export interface GoodsRow {
  /** Row of the sheet, from 0. */
  readonly row: number
  readonly values: RowValues
}

/** A row of totals: only its figures count. */
export type TotalRow = GoodsRow

export interface GoodsTable {
  readonly columns: readonly Column[]
  readonly goods: readonly GoodsRow[]
  readonly totals: readonly TotalRow[]
  /** Rows between the goods that were not taken over, with their text. */
  readonly skipped: readonly { readonly row: number; readonly text: string }[]
}
