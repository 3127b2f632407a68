import type { Step, StepField } from '../fields/step.ts'
import { codesOf, emptyText, mainOf, mainSection, rowsOf, type StepText } from '../fields/step-text.ts'

type Row = Record<string, string>

/** A preparation as its drafts and the portal hold it: one name a field, choices as lists, rows under their name. */
export type FlatFields = Record<string, string | string[] | Row[]>

const mainFields = (steps: readonly Step[]): StepField[] =>
  steps.flatMap(({ parts }) => parts.flatMap(({ section, fields }) => (section === mainSection ? [...fields] : [])))

/** Sections of rows, each once. */
const tables = (steps: readonly Step[]): string[] => [
  ...new Set(steps.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'table').map(({ section }) => section))),
]

/** The text as it is kept and sent. Secrets are left out; names that no field has are kept as they were. */
export function flatOf(steps: readonly Step[], text: StepText, others: FlatFields = {}): FlatFields {
  const flat: FlatFields = { ...others }
  const main = mainOf(text)
  for (const { element, several, secret } of mainFields(steps)) {
    if (secret) continue
    const value = main[element] ?? ''
    if (several) flat[element] = codesOf(value)
    else flat[element] = value
  }
  for (const section of tables(steps)) flat[section] = rowsOf(text, section).map((row) => ({ ...row }))
  return flat
}

const asText = (value: FlatFields[string] | undefined): string => {
  if (value === undefined || typeof value === 'string') return value ?? ''
  return value.filter((one) => typeof one === 'string').join(',')
}

/** The text that the form edits, from what is kept. */
export function textOfFlat(steps: readonly Step[], flat: FlatFields): StepText {
  const text = emptyText(steps)
  const main: Row = {}
  for (const { element, secret } of mainFields(steps)) {
    const value = asText(flat[element])
    if (!secret && value !== '') main[element] = value
  }
  text[mainSection] = main
  for (const section of tables(steps)) {
    const rows = flat[section]
    text[section] = Array.isArray(rows) ? rows.filter((row) => typeof row === 'object').map((row) => ({ ...row })) : []
  }
  return text
}
