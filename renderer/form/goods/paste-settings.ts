import type { FormField } from '../../../domain/fields/form/layout.ts'
import { importWords } from '../../../domain/fields/import-words.ts'
import { fetchTable, type LoadedTable } from '../../ui/code-lookups.ts'
import { codeOfText } from '../../ui/code-text.ts'
import { tidyDate, tidyNumber } from '../typed-values.ts'

const bare = (text: string): string => text.toUpperCase().replaceAll(/[\s.]/g, '')

/** The code that a customer's word means (PCS → 007, 德国 → DEU); the text itself when nothing fits. */
export function codeOfWord(text: string, table: LoadedTable): string {
  const direct = codeOfText(text, table)
  if (table.row(direct) !== undefined || text.trim() === '') return direct
  const words = importWords[table.table.name] ?? {}
  const word = bare(text)
  const known = Object.entries(words).find(([, list]) => list.some((each) => bare(each) === word))?.[0]
  return known ?? table.table.rows.find(({ more }) => bare(more?.['name_en'] ?? '') === word)?.code ?? direct
}

function valueOf(column: FormField, text: string, table: LoadedTable | undefined, today: string): string {
  if (column.control === 'number') return tidyNumber(text)
  if (column.control === 'date') return tidyDate(text, today)
  if (column.element === 'CodeTS') return text.replaceAll(/[.\s]/g, '')
  return table === undefined ? text : codeOfWord(text, table)
}

/** The cells of a pasted block as values of the columns from `first` on: one row of values a line. */
export async function pastedValues(
  block: readonly (readonly string[])[],
  columns: readonly FormField[],
  first: number,
  today: string,
): Promise<Record<string, string>[]> {
  const width = Math.max(0, ...block.map((row) => row.length))
  const used = columns.slice(first, first + width)
  const tables = await Promise.all(used.map(async ({ table }) => (table === undefined ? undefined : fetchTable(table))))
  return block.map((row) =>
    Object.fromEntries(
      used.flatMap((column, at) => {
        const text = row[at]
        return text === undefined ? [] : [[column.element, valueOf(column, text, tables[at], today)]]
      }),
    ),
  )
}
