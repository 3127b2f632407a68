import { decMessage } from './declaration/dec-message.ts'
import type { EntryItem } from './entry-item.ts'
import { entryItems } from './entry-items.ts'
import type { Section } from './field.ts'

const rowElements = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ wrapper, element, children }) => [
    ...(wrapper === undefined ? [] : [element]),
    ...rowElements(children ?? []),
  ])
const rows: ReadonlySet<string> = new Set(rowElements(decMessage))

const byPlace = new Map<string, EntryItem[]>()
for (const item of entryItems)
  for (const element of item.elements) {
    // `DecLists/DecList/GQty` → `DecLists.GQty`: a path of the form without its row numbers.
    const names = element.split('/').filter((name) => !rows.has(name))
    const place = names.join('.')
    byPlace.set(place, [...(byPlace.get(place) ?? []), item])
  }

/**
 * Items of the entry guide that speak of a field, in the order of the guide; none for a field that the guide does not
 * know. Several items share an element with places of its own (价格说明); an item may speak of a whole part (VIN信息).
 * @param path e.g. `DecLists.3.GQty`
 */
export function itemsAt(path: string): readonly EntryItem[] {
  const names = path.split('.').filter((name) => !/^\d+$/.test(name))
  return byPlace.get(names.join('.')) ?? byPlace.get(names.slice(0, -1).join('.')) ?? []
}
