import type { CodeRow, CodeTable } from './code-table.ts'

/** A table as it lies on disk: the head, the names of the columns and the rows as plain lists. */
export interface StoredTable {
  readonly name: string
  readonly title: string
  readonly asOf: string
  readonly source: string
  readonly confidence: string
  readonly note: string
  readonly practiceOnly?: boolean
  /** `code`, `name`, `syllables` (pinyin parted by spaces), then the further columns. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function further(columns: readonly string[], cells: readonly string[]): Record<string, string> | undefined {
  let more: Record<string, string> | undefined
  for (let at = 3; at < columns.length; at++) {
    const key = columns[at]
    const value = cells[at]
    if (key !== undefined && value !== undefined && value !== '') (more ??= {})[key] = value
  }
  return more
}

function decodeRow(columns: readonly string[], cells: readonly string[]): CodeRow {
  const [code = '', name = '', syllables = ''] = cells
  const more = further(columns, cells)
  const parts = syllables.split(' ')
  return {
    code,
    name,
    initials: parts.map((part) => part.charAt(0)).join(''),
    pinyin: parts.join(''),
    ...(more === undefined ? {} : { more }),
  }
}

/** The table as the program uses it. The files are our own (`build/codes/convert.mjs`), so their form is trusted. */
export function decodeTable(stored: unknown): CodeTable {
  const { columns, rows, ...head } = stored as StoredTable
  return { ...head, rows: rows.map((cells) => decodeRow(columns, cells)) }
}
