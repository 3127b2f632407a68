import { XmlElement, XmlText } from 'libxml2-wasm'
import { sectionKey, unstatedMax, type Field, type Section } from '../fields/field.ts'
import { namespace } from './envelope.ts'

/** What one reading gathers: everything that a message may not hold, to be told at once. */
export interface Reading {
  /** Paths of elements, attributes and texts that the message does not have. */
  readonly unknown: string[]
  /** Paths of elements that stand more often than they may. */
  readonly repeated: string[]
}

type Values = Record<string, unknown>

const mostReported = 20

export function report(list: string[], path: string): void {
  if (list.length < mostReported && !list.includes(path)) list.push(path)
}

/** Child elements of the namespace by name; whatever else stands between them is reported. */
export function childrenOf(reading: Reading, element: XmlElement, path: string): XmlElement[] {
  const found: XmlElement[] = []
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) found.push(node)
    else if (node instanceof XmlText && node.content.trim() !== '')
      report(reading.unknown, `${path}: ${node.content.trim().slice(0, 30)}`)
  }
  return found.filter((child) => {
    const known = child.namespaceUri === namespace
    if (!known) report(reading.unknown, `${path}/${child.name}`)
    return known
  })
}

function readField(reading: Reading, element: XmlElement, path: string): string {
  for (const attribute of element.attrs) report(reading.unknown, `${path}/@${attribute.name}`)
  if (element.firstChild === null) return ''
  for (let node: XmlElement['firstChild'] = element.firstChild; node !== null; node = node.next)
    if (node instanceof XmlElement) report(reading.unknown, `${path}/${node.name}`)
  return element.content
}

/** What an element of this name is in a row of the section. */
type Part = { readonly field: Field } | { readonly section: Section }

/** Parts by element name, worked out once for each section. */
const partsOf = new WeakMap<Section, ReadonlyMap<string, Part>>()

export function partMap(sections: readonly Section[], fields: readonly Field[] = []): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>(fields.map((field) => [field.element, { field }]))
  for (const section of sections) parts.set(sectionKey(section), { section })
  return parts
}

function partsOfSection(section: Section): ReadonlyMap<string, Part> {
  const known = partsOf.get(section)
  if (known !== undefined) return known
  const parts = partMap(section.children ?? [], section.fields)
  partsOf.set(section, parts)
  return parts
}

function addRow(reading: Reading, values: Values, section: Section, row: Values, path: string): void {
  const key = sectionKey(section)
  const before = values[key]
  if (section.max === 1) {
    if (before === undefined) values[key] = row
    else report(reading.repeated, path)
  } else if (!Array.isArray(before)) values[key] = [row]
  else if (before.length < (section.max ?? unstatedMax)) before.push(row)
  else report(reading.repeated, path)
}

function readRow(reading: Reading, element: XmlElement, section: Section, path: string): Values {
  for (const attribute of element.attrs) report(reading.unknown, `${path}/@${attribute.name}`)
  const row: Values = {}
  readParts(reading, element, partsOfSection(section), row, path)
  return row
}

function readRows(reading: Reading, element: XmlElement, section: Section, values: Values, path: string): void {
  if (section.wrapper === undefined) {
    addRow(reading, values, section, readRow(reading, element, section, path), path)
    return
  }
  for (const attribute of element.attrs) report(reading.unknown, `${path}/@${attribute.name}`)
  for (const child of childrenOf(reading, element, path)) {
    const childPath = `${path}/${child.name}`
    if (child.name !== section.element) report(reading.unknown, childPath)
    else addRow(reading, values, section, readRow(reading, child, section, childPath), childPath)
  }
}

/** Reads the children of an element into `values`, under their names in the message. */
export function readParts(
  reading: Reading,
  element: XmlElement,
  parts: ReadonlyMap<string, Part>,
  values: Values,
  path: string,
): void {
  const seen = new Set<string>()
  for (const child of childrenOf(reading, element, path)) {
    const childPath = path === '' ? child.name : `${path}/${child.name}`
    const part = parts.get(child.name)
    if (part === undefined) {
      report(reading.unknown, childPath)
      continue
    }
    const many = 'section' in part && part.section.wrapper === undefined && part.section.max !== 1
    if (seen.has(child.name) && !many) report(reading.repeated, childPath)
    seen.add(child.name)
    if ('section' in part) readRows(reading, child, part.section, values, childPath)
    else {
      const value = readField(reading, child, childPath)
      if (value !== '') values[child.name] = value
    }
  }
}
