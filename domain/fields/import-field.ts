import type { DecList } from './declaration/dec-message.ts'

/** How a cell of a customer's sheet is understood. */
export type ImportKind = 'text' | 'tariff' | 'decimal' | 'integer' | 'code' | 'date'

/** One thing that a column of a customer's sheet can hold. */
export interface ImportField {
  /** Name in a mapping; the element of the goods line where there is one. */
  readonly field: string
  readonly label: string
  readonly kind: ImportKind
  /** Element of the goods line that the value lands in. Absent: it only feeds the head and the cross-checks. */
  readonly element?: keyof DecList
  /** Longest text in characters, or all digits of a number. */
  readonly length: number
  /** Digits after the point of a decimal. */
  readonly decimals?: number
  /** Code table of a `code`. */
  readonly table?: string
  /** What customers write over such a column, in Chinese and English; compared without case, spaces or signs. */
  readonly synonyms: readonly string[]
  /** Words in a title that say that the column is something else (每箱数量 is not the quantity). */
  readonly not?: readonly string[]
}
