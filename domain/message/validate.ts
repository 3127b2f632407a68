import { XmlDocument, XmlElement, XmlValidateError, XsdValidator, type ErrorDetail } from 'libxml2-wasm'
import type { FieldPath } from '../rules/rule.ts'
import { ok, type Result } from '../result.ts'
import { namespace } from './envelope.ts'
import { faultText } from './fault-text.ts'
import { placeAt } from '../fields/place-at.ts'
import { openXml } from './open-xml.ts'
import { decMessageXsd } from './xsd.ts'

/** One place where a message breaks the schema. */
export interface SchemaFault {
  readonly line: number
  readonly element: string
  /** Where it is in the declaration, e.g. `DecLists.0.GQty`; absent when it is outside of the known parts. */
  readonly path?: FieldPath
  /** Chinese: what is wrong and what would be right. */
  readonly text: string
}

let validator: XsdValidator | undefined

/** The compiled schema is kept for the life of the process: compiling costs more than validating. */
function compiled(): XsdValidator {
  if (validator === undefined) {
    const schema = XmlDocument.fromString(decMessageXsd())
    validator = XsdValidator.fromDoc(schema)
    schema.dispose()
  }
  return validator
}

/** Number of an element among the rows beside it, from 0. */
function rowOf(element: XmlElement): number {
  let row = 0
  for (let node = element.prev; node !== null; node = node.prev)
    if (node instanceof XmlElement && node.name === element.name) row++
  return row
}

interface Located {
  readonly names: string[]
  readonly path: string
}

/** Element names from the root and the path as the form counts it. */
function locate(element: XmlElement): Located {
  const parent = element.parent
  if (parent === null || parent.parent === null) return { names: [element.name], path: element.name }
  const above = locate(parent)
  const names = [...above.names, element.name]
  const section = placeAt(names)?.section
  const isRow = section?.wrapper !== undefined && section.element === element.name && section.wrapper === parent.name
  return { names, path: `${above.path}.${isRow ? rowOf(element) : element.name}` }
}

/** Finds elements by name and line; each name is looked up once, however many faults it has. */
function createFinder(document: XmlDocument): (name: string, line: number) => XmlElement | undefined {
  const byName = new Map<string, Map<number, XmlElement>>()
  const index = (name: string): Map<number, XmlElement> => {
    const lines = new Map<number, XmlElement>()
    for (const node of document.find(`//dec:${name}`, { dec: namespace }))
      if (node instanceof XmlElement && !lines.has(node.line)) lines.set(node.line, node)
    byName.set(name, lines)
    return lines
  }
  return (name, line) => (/^[A-Za-z0-9_]+$/.test(name) ? (byName.get(name) ?? index(name)).get(line) : undefined)
}

const remark = /^Element '(?:\{.*?\})?(.*?)'(?:, attribute '.*?')?: ([\s\S]*)$/

function faultOf(find: ReturnType<typeof createFinder>, detail: ErrorDetail): SchemaFault {
  const [, element = '', message = ''] = remark.exec(detail.message) ?? []
  const node = find(element, detail.line)
  const place = node === undefined || node.parent === null ? undefined : locate(node)
  const field = place === undefined ? undefined : placeAt(place.names)?.field
  const label = field === undefined ? element : `${field.label}（${element}）`
  const text = `${label}：${faultText(message.trim(), field)}`
  return { line: detail.line, element, ...(place === undefined ? {} : { path: place.path }), text }
}

const mostReported = 100

/** Faults of one validation; several remarks on the same element at the same place are one. */
function faultsOf(document: XmlDocument, details: readonly ErrorDetail[]): SchemaFault[] {
  const faults = new Map<string, SchemaFault>()
  const find = createFinder(document)
  for (const detail of details) {
    if (faults.size >= mostReported) break
    const fault = faultOf(find, detail)
    const key = `${fault.line} ${fault.element}`
    if (!faults.has(key)) faults.set(key, fault)
  }
  return [...faults.values()]
}

/**
 * Checks a message against the schema that the repo ships (`DecMessage.xsd`).
 * @returns the faults, none when it is valid; a failure (`message.*`) when the file is not XML that may be read.
 */
export const validateDecMessage = (bytes: Uint8Array): Result<SchemaFault[]> =>
  openXml(bytes, (document) => {
    try {
      compiled().validate(document)
      return ok([])
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error
      return ok(faultsOf(document, error.details))
    }
  })
