import type { LoadedTable } from './code-lookups.ts'

/** A word of ours that stands for a choice (`new`), not a code that clerks know. Tables of the form alone have no name. */
const isOwnWord = (code: string, { table }: LoadedTable): boolean => table.name === '' && /^[a-z]{2,}$/i.test(code)

/** `0110 一般贸易`: the code with its name, as soon as the table knows it; the name alone of a choice of our own. */
export function codeWithName(code: string, table: LoadedTable | undefined): string {
  const name = code === '' ? undefined : table?.row(code)?.name
  if (table === undefined || name === undefined || name === '') return code
  return isOwnWord(code, table) ? name : `${code} ${name}`
}

/**
 * The code that a typed text names by itself: the code (whatever its letter case), `code name`, or the exact name.
 * Text that names none stays as it is, so that nothing typed is lost; the rules say what is wrong with it.
 */
export function codeOfText(text: string, table: LoadedTable | undefined): string {
  const typed = text.trim()
  if (typed === '' || table === undefined) return typed
  const [first = ''] = typed.split(/\s/)
  const direct = table.row(typed) ?? table.row(typed.toUpperCase())
  if (direct !== undefined) return direct.code
  const named = table.row(first)
  if (named !== undefined && typed === codeWithName(first, table)) return named.code
  return table.table.rows.find(({ name }) => name === typed)?.code ?? typed
}

/** The names of several codes joined by commas, for the tooltip. */
export const namesOfCodes = (codes: string, table: LoadedTable | undefined): string =>
  codes
    .split(',')
    .filter((code) => code !== '')
    .map((code) => codeWithName(code, table))
    .join('；')
