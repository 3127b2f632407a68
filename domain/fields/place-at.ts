import { decMessage } from './declaration/dec-message.ts'
import { sectionKey, type Field, type Section } from './field.ts'

/** What stands under a path of element names from the root, e.g. `['DecLists', 'DecList', 'GQty']`. */
export type Place = { readonly section: Section; readonly field?: Field }

function within(section: Section, names: readonly string[]): Place | undefined {
  const [name, ...rest] = names
  if (name === undefined) return { section }
  const field = section.fields.find((known) => known.element === name)
  if (field !== undefined) return rest.length === 0 ? { section, field } : undefined
  return among(section.children ?? [], names)
}

function among(sections: readonly Section[], names: readonly string[]): Place | undefined {
  const [name, ...rest] = names
  const section = sections.find((known) => sectionKey(known) === name)
  if (section === undefined) return undefined
  if (section.wrapper === undefined) return within(section, rest)
  const [row, ...inner] = rest
  if (row === undefined) return { section }
  return row === section.element ? within(section, inner) : undefined
}

/** The field or section at a path of element names, or `undefined` when the message has nothing there. */
export const placeAt = (names: readonly string[]): Place | undefined => among(decMessage, names)
