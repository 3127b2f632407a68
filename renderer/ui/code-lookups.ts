import { shallowReactive } from 'vue'
import type { CodeRow, CodeTable } from '../../domain/codes/code-table.ts'
import { isCodeTableName, loadTable } from '../../domain/codes/index.ts'
import { createLookup, type Lookup } from '../../domain/codes/lookup.ts'

/** A table as the page uses it: its rows by code, and the search that is built when somebody first types. */
export interface LoadedTable {
  readonly table: CodeTable
  readonly row: (code: string) => CodeRow | undefined
  readonly lookup: () => Lookup
}

/** Tables that do not come with the program alone: asked before the shipped one, which stands in when it has none. */
const sources = new Map<string, () => Promise<CodeTable | undefined>>()

/** Tables that have arrived. Reactive by name, so that a field shows its name as soon as its table is there. */
const loaded = shallowReactive(new Map<string, LoadedTable>())
const asked = new Set<string>()

function prepare(table: CodeTable): LoadedTable {
  const byCode = new Map(table.rows.map((row) => [row.code, row]))
  let lookup: Lookup | undefined
  return { table, row: (code) => byCode.get(code), lookup: () => (lookup ??= createLookup(table)) }
}

/** The table when it is there; asks for it when it is not. One copy serves every field of the program. */
export function useTable(name: string): LoadedTable | undefined {
  const known = loaded.get(name)
  if (known === undefined && !asked.has(name) && isCodeTableName(name)) {
    asked.add(name)
    void fetchTable(name)
  }
  return known
}

/** The table, awaited. A table that cannot be read is a broken installation: the error goes to the crash report. */
export async function fetchTable(name: string): Promise<LoadedTable> {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const table = prepare((await sources.get(name)?.()) ?? (await loadTable(name)))
  loaded.set(name, table)
  return table
}

/** From now on a table comes from here, where there is one. */
export const provideTable = (name: string, source: () => Promise<CodeTable | undefined>): void =>
  void sources.set(name, source)

/** The table has changed at its source: the next who wants it fetches it again. */
export function forgetTable(name: string): void {
  loaded.delete(name)
  asked.delete(name)
}

/** The table if it has arrived; asks for nothing. */
export const arrivedTable = (name: string): CodeTable | undefined => loaded.get(name)?.table

/** A table of few values that stand in the form's data. */
export function choiceTable(title: string, rows: readonly CodeRow[]): LoadedTable {
  return prepare({ name: '', title, asOf: '', source: '', confidence: '', note: '', rows })
}
