import {
  dateCell,
  finishSheet,
  textCell,
  type Cell,
  type GridSheet,
  type Merge,
} from '../../electron/services/imports/grid.ts'

export type Plain = string | number | Date | boolean | null | Cell

const toCell = (value: Plain): Cell | undefined => {
  if (value === null) return undefined
  if (typeof value === 'number') return { kind: 'number', text: String(value) }
  if (typeof value === 'string') return textCell('text', value)
  if (typeof value === 'boolean') return { kind: 'bool', text: value ? 'TRUE' : 'FALSE' }
  return value instanceof Date ? dateCell(value) : value
}

/** A sheet of plain values, as the readers would give it. */
export const gridSheet = (rows: Plain[][], merges: Merge[] = []): GridSheet =>
  finishSheet(
    'Sheet1',
    rows.map((row) => row.map(toCell)),
    merges,
  )
