import { type Field, type Section, sectionKey } from '../fields/field.ts'
import type { FieldPath } from './rule.ts'

/** Any row of any section: strings, and rows of child sections. */
export type AnyRow = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is AnyRow => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Rows of a section in its parent, with their paths: one for a single part, all for a list. */
export function rowsOf(section: Section, parent: AnyRow, prefix = ''): { row: AnyRow; path: FieldPath }[] {
  const key = sectionKey(section)
  const part = parent[key]
  const path = prefix + key
  if (Array.isArray(part))
    return part.flatMap((row: unknown, index) => (isRow(row) ? [{ row, path: `${path}.${index}` }] : []))
  return isRow(part) ? [{ row: part, path }] : []
}

/** Visits every row of the sections and of their children, in the order of the form. */
export function eachRow(
  sections: readonly Section[],
  parent: AnyRow,
  visit: (section: Section, row: AnyRow, path: FieldPath) => void,
  prefix = '',
): void {
  for (const section of sections)
    for (const { row, path } of rowsOf(section, parent, prefix)) {
      visit(section, row, path)
      if (section.children !== undefined) eachRow(section.children, row, visit, `${path}.`)
    }
}

/** Visits every field that holds a non-empty string; `row` is the path of its row. */
export function eachField(
  sections: readonly Section[],
  parent: AnyRow,
  visit: (field: Field, path: FieldPath, value: string, section: Section, row: FieldPath) => void,
): void {
  eachRow(sections, parent, (section, row, path) => {
    for (const field of section.fields) {
      const value = row[field.element]
      if (typeof value === 'string' && value !== '') visit(field, `${path}.${field.element}`, value, section, path)
    }
  })
}
