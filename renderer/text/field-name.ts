import { locate } from '../../domain/rules/field-path.ts'
import { rowName } from '../../domain/rules/row-name.ts'

/** A path as clerks say it: 第3项的原产国. `label` is the word of the form; without it the message says it. */
export function fieldName(path: string, label?: string): string {
  if (path === '') return '整票'
  const place = locate(path)
  if (place?.field === undefined) return place?.section.label ?? path
  return `${rowName(place.section, path)}${label ?? place.field.label}`
}
