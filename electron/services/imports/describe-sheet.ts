import { fingerprint } from './fingerprint.ts'
import type { GridSheet } from './grid.ts'
import { findHeader } from './header.ts'
import { oneLine } from './text-forms.ts'

/** A sheet as the clerk chooses its columns. */
export interface SheetFacts {
  readonly name: string
  readonly rows: number
  readonly headerRow: number
  readonly columns: { index: number; title: string; samples: string[] }[]
  /** Column index → field name. */
  readonly suggested: Record<string, string>
  readonly fingerprint: string
  /** How sure the titles are; the sheet with the highest is shown first. */
  readonly score: number
}

const mostSamples = 3
const longest = 200

function samplesOf(sheet: GridSheet, column: number, from: number): string[] {
  const samples: string[] = []
  for (let row = from; row < sheet.rows.length && samples.length < mostSamples; row++) {
    const text = oneLine(sheet.rows[row]?.[column]?.text ?? '')
    if (text !== '') samples.push(text.slice(0, longest))
  }
  return samples
}

/** Column letters as the spreadsheet shows them: 0 → A, 26 → AA. */
function letter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26))
  return index < 26 ? rest : letter(Math.floor(index / 26) - 1) + rest
}

/** Titles, samples and a suggested mapping of a sheet. Columns without a title and without values are left out. */
export function describeSheet(sheet: GridSheet): SheetFacts {
  const header = findHeader(sheet)
  const width = Math.max(header.titles.length, ...sheet.rows.slice(0, 200).map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => {
    const title = header.titles[index] ?? ''
    return {
      index,
      title: title === '' ? `${letter(index)} 列` : title,
      samples: samplesOf(sheet, index, header.row + 1),
    }
  }).filter(({ index, samples }) => samples.length > 0 || (header.titles[index] ?? '') !== '')
  return {
    name: sheet.name.slice(0, longest),
    rows: sheet.rows.length,
    headerRow: header.row,
    columns,
    suggested: Object.fromEntries([...header.suggested].map(([column, field]) => [String(column), field])),
    fingerprint: fingerprint(header.titles),
    score: header.score,
  }
}
