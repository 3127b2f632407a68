import type { XmlDocument, XmlElement } from 'libxml2-wasm'
import { failure } from '../failures/index.ts'
import { decMessage, type DecMessage } from '../fields/declaration/dec-message.ts'
import { decMessageSchema } from '../fields/declaration/schema.ts'
import { ok, refuse, type Result } from '../result.ts'
import { byMeaning } from './country-swap.ts'
import { longestVersion, namespace, rootElement } from './envelope.ts'
import { openXml } from './open-xml.ts'
import { partMap, readParts, report, type Reading } from './read-section.ts'

/** A declaration and the `Version` that its message names. */
export interface DecFile {
  readonly version: string
  readonly message: DecMessage
}

/** A message of another program, with what of it no form holds. */
export interface ForeignFile extends DecFile {
  /** Paths of elements, attributes and texts that were left out. */
  readonly left: readonly string[]
}

const parts = partMap(decMessage)
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

function versionOf(reading: Reading, root: XmlElement): string {
  let version = ''
  for (const attribute of root.attrs) {
    if (attribute.namespaceUri === schemaInstance) continue
    if (attribute.name === 'Version' && attribute.namespaceUri === '') version = attribute.value
    else report(reading.unknown, `@${attribute.name}`)
  }
  return version
}

function readForeign({ root }: XmlDocument): Result<ForeignFile> {
  if (root.name !== rootElement || root.namespaceUri !== namespace) {
    return refuse(
      failure('message.otherRoot', { root: root.name.slice(0, 60), namespace: root.namespaceUri.slice(0, 100) }),
    )
  }
  const reading: Reading = { unknown: [], repeated: [] }
  const version = versionOf(reading, root)
  const values: Record<string, unknown> = {}
  readParts(reading, root, parts, values, '')
  const { unknown, repeated } = reading
  if (version.length > longestVersion) report(unknown, '@Version')
  if (repeated.length > 0) return refuse(failure('message.tooMany', { detail: repeated.join('、') }))
  const checked = decMessageSchema.safeParse(values)
  if (checked.success) return ok({ version, message: byMeaning(checked.data), left: unknown })
  const places = checked.error.issues.map((issue) => issue.path.join('.'))
  return refuse(failure('message.tooLong', { detail: places.slice(0, 20).join('、') }))
}

function readDocument(document: XmlDocument): Result<DecFile> {
  const read = readForeign(document)
  if (!read.ok) return read
  const { left, version, message } = read.value
  if (left.length > 0) return refuse(failure('message.unknownElements', { detail: left.join('、') }))
  return ok({ version, message })
}

/**
 * Reads a message that another program wrote. What no form holds is not read, but told, so that the clerk decides
 * whether to go on without it. Refuses everything else that `readDecMessage` refuses.
 */
export const readForeignMessage = (bytes: Uint8Array): Result<ForeignFile> => openXml(bytes, readForeign)

/** Reads a declaration message with the version of its root. See `readDecMessage`. */
export const readDecFile = (bytes: Uint8Array): Result<DecFile> => openXml(bytes, readDocument)

/**
 * Reads a declaration message from anywhere: its values by meaning (countries of exports swapped back), empty
 * elements left out. The order of the elements is not judged here; `validateDecMessage` does that.
 * Refuses, and never throws: files over 20 MB, document types, encodings other than UTF-8 and GB18030, another root or
 * namespace, unknown or repeated elements, texts that no form holds (`message.*`).
 */
export function readDecMessage(bytes: Uint8Array): Result<DecMessage> {
  const file = readDecFile(bytes)
  return file.ok ? ok(file.value.message) : file
}
