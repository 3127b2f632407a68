import type { Section } from '../fields/field.ts'
import type { FieldPath } from './rule.ts'

/**
 * Where a row stands, in the clerk's words, to be followed by the name of a field: nothing for the head,
 * 第2项的 for a goods line, 第2项的产品资质第1行的 for a row inside it, 集装箱第3行的 for another list.
 * @param path of the row, without field
 */
export function rowName(section: Section, path: FieldPath): string {
  if (section.element === 'DecHead') return ''
  const [part, ...numbers] = path.split('.').filter((step, at) => at === 0 || /^\d+$/.test(step))
  const last = numbers.at(-1)
  const line = part === 'DecLists' ? `第${Number(numbers[0]) + 1}项的` : ''
  if (section.element === 'DecList') return line
  return `${line}${section.label}${last === undefined ? '' : `第${Number(last) + 1}行`}的`
}
