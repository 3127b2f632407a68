import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm'
import { failure } from '../failures/index.ts'
import { refuse, type Result } from '../result.ts'
import { decodeXml, largestMessage } from './decode-xml.ts'

/** No entity, no network, no catalogue is ever read; CDATA is plain text; lines count beyond 65535. */
const option: ParseOption =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NOCDATA |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_BIG_LINES

/**
 * Parses a file and hands the document to `use`; it is freed afterwards, so nothing of it may be kept.
 * @param largest most bytes that are looked at
 * @returns what `use` gives, or why the file is not read. Never throws because of what is in the file.
 */
export function openXml<T>(
  bytes: Uint8Array,
  use: (document: XmlDocument) => Result<T>,
  largest = largestMessage,
): Result<T> {
  const text = decodeXml(bytes, largest)
  if (!text.ok) return text
  let document: XmlDocument
  try {
    document = XmlDocument.fromString(text.value, { option })
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    const [first] = error.details
    const detail = (first?.message ?? error.message).trim().slice(0, 300)
    return refuse(failure('message.broken', { line: first?.line ?? 1, detail }))
  }
  try {
    return use(document)
  } finally {
    document.dispose()
  }
}
