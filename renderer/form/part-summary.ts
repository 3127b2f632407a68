import type { FieldsPart, TablePart } from '../../domain/fields/form/layout.ts'
import type { Tree } from './paths.ts'
import { readSlice } from './slices.ts'

const nothing = new Set(['', '0', '9'])

/** What a folded part holds, in some words: `3行：…` of a table, `标签 值` of filled fields. Empty: 未填. */
export function summaryOfPart(
  part: FieldsPart | TablePart,
  base: string,
  text: (path: string) => string,
  rows: (path: string) => readonly Tree[],
): string {
  if (part.kind === 'table') {
    const list = rows(base + part.section)
    if (list.length === 0) return '无'
    const first = part.columns[0]?.element ?? ''
    const names = list.map((row) => row[first]).filter((value) => typeof value === 'string' && value !== '')
    return `${list.length}行${names.length > 0 ? `：${names.slice(0, 6).join('、')}` : ''}`
  }
  const filled = part.fields.flatMap(({ section, element, label, slice, control }) => {
    const whole = text(base === '' ? `${section}.${element}` : base + element)
    const value = slice === undefined ? whole : readSlice(whole, slice)
    if (value === '' || ((control === 'check' || control === 'answer') && nothing.has(value))) return []
    return control === 'check' ? [label] : [`${label} ${value}`]
  })
  return filled.length === 0 ? '未填' : filled.slice(0, 6).join('；')
}
