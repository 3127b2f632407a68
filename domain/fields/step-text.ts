import * as z from 'zod'
import type { Step } from './step.ts'

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/)
const row = z.record(name, z.string().max(1000))

/** Shape in which the text of a preparation crosses a border: bounded, whatever the fields are. */
export const stepTextSchema = z.record(name, z.union([row, z.array(row).max(200)]))

/** Text of a preparation: one row of strings a section, or rows of them. */
export type StepText = z.output<typeof stepTextSchema>

/** Values of a single part; empty where it is absent. */
export function partOf(text: StepText, section: string): Readonly<Record<string, string>> {
  const part = text[section]
  return part === undefined || Array.isArray(part) ? {} : part
}

/** Rows of a repeated part; none where it is absent. */
export function rowsOf(text: StepText, section: string): readonly Readonly<Record<string, string>>[] {
  const part = text[section]
  return Array.isArray(part) ? part : []
}

/** The codes of a field with several. */
export const codesOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(/[,，]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')

/** The text with every section there, so that a field can be typed into. */
export function emptyText(steps: readonly Step[]): StepText {
  const text: StepText = {}
  for (const { parts } of steps) for (const { kind, section } of parts) text[section] ??= kind === 'table' ? [] : {}
  return text
}

/** The text without what must not be written to disk. */
export function withoutSecrets(steps: readonly Step[], text: StepText): StepText {
  const secret = new Set(
    steps.flatMap(({ parts }) =>
      parts.flatMap(({ section, fields }) =>
        fields.filter((field) => field.secret).map(({ element }) => `${section}.${element}`),
      ),
    ),
  )
  return Object.fromEntries(
    Object.entries(text).map(([section, values]) => [
      section,
      Array.isArray(values)
        ? values
        : Object.fromEntries(Object.entries(values).filter(([element]) => !secret.has(`${section}.${element}`))),
    ]),
  )
}

/** One text laid over another: section by section, and in a section field by field. Rows are taken whole. */
export function laidOver(under: StepText, over: StepText): StepText {
  const text: StepText = { ...under }
  for (const [section, part] of Object.entries(over)) {
    const before = text[section]
    text[section] = Array.isArray(part) || Array.isArray(before) || before === undefined ? part : { ...before, ...part }
  }
  return text
}
