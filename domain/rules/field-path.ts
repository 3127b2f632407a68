import { decMessage } from '../fields/declaration/dec-message.ts'
import { type Field, type Section, sectionKey } from '../fields/field.ts'
import { papers } from '../fields/papers.ts'
import type { FieldPath } from './rule.ts'

/** Where a path points: a field, or a whole part when the finding is about the part. */
export interface Place {
  readonly section: Section
  readonly field?: Field
  /** Sorts paths in the order of the form. */
  readonly order: string
}

interface Known {
  readonly section: Section
  readonly at: number
}

const order = (number: number): string => String(number).padStart(4, '0')

const indexed = (sections: readonly Section[]): Map<string, Known> =>
  new Map(sections.map((section, at) => [sectionKey(section), { section, at }]))

/** The figures of the papers stand behind the message. */
const roots = indexed([...decMessage, papers])
const children = new Map<Section, Map<string, Known>>()
const childrenOf = (section: Section): Map<string, Known> => {
  let known = children.get(section)
  if (known === undefined) children.set(section, (known = indexed(section.children ?? [])))
  return known
}

/** The place of a path such as `DecLists.3.GQty`, or `undefined` when the field tables have no such place. */
export function locate(path: FieldPath): Place | undefined {
  const parts = path.split('.')
  let known = roots.get(parts.shift() ?? '')
  let key = ''
  while (known !== undefined) {
    const { section, at }: Known = known
    key += order(at)
    if (section.max !== 1 && /^\d{1,4}$/.test(parts[0] ?? '')) key += order(Number(parts.shift()))
    const name = parts.shift()
    if (name === undefined) return { section, order: key }
    const place = section.fields.findIndex((field) => field.element === name)
    const field = section.fields[place]
    if (field !== undefined) return parts.length === 0 ? { section, field, order: key + order(place) } : undefined
    // Child parts stand behind the fields of their row.
    known = childrenOf(section).get(name)
    key += '9999'
  }
  return undefined
}
