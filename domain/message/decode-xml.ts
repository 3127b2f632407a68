import { failure } from '../failures/index.ts'
import { ok, refuse, type Result } from '../result.ts'

/** More than fifty lines with every text filled need; a bigger file is not a message. */
export const largestMessage = 20 * 1024 * 1024

/**
 * Tags (opening and closing) of the fullest message that the form can hold are fewer. The schema check of libxml2
 * takes time by the square of the faults under one parent, so a flood of small elements is refused before it.
 */
const mostTags = 150_000

function hasTooManyTags(text: string): boolean {
  let count = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) if (++count > mostTags) return true
  return false
}

/** Declared names that are read, and the decoder of each. GB18030 contains GB2312 and GBK. */
const decoders = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
])

const declaration = /^\s*<\?xml\b[^>]*\?>/
const encodingName = /\bencoding\s*=\s*["']([^"'>]*)["']/

function declaredEncoding(bytes: Uint8Array): string {
  // The declaration is plain ASCII whatever the encoding; a byte order mark may stand before it.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '')
  const [found] = declaration.exec(start) ?? ['']
  return encodingName.exec(found)?.[1]?.toLowerCase() ?? 'utf-8'
}

/**
 * The text of an XML file without its declaration, or why it is not read: more than `largest` bytes, in an encoding that nobody
 * sends, not decodable, or with a document type (the way in for entity attacks). Never throws.
 */
export function decodeXml(bytes: Uint8Array, largest: number): Result<string> {
  if (bytes.length === 0) return refuse(failure('message.empty'))
  if (bytes.length > largest) {
    const size = (bytes.length / 1024 / 1024).toFixed(1)
    return refuse(failure('message.tooLarge', { size, limit: largest / 1024 / 1024 }))
  }
  const encoding = declaredEncoding(bytes)
  const decoder = decoders.get(encoding)
  if (decoder === undefined) return refuse(failure('message.encoding', { encoding: encoding.slice(0, 40) }))
  let text: string
  try {
    text = new TextDecoder(decoder, { fatal: true }).decode(bytes)
  } catch {
    return refuse(failure('message.undecodable', { encoding }))
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuse(failure('message.doctype'))
  // The parser gives such a node no way to its neighbours: whoever walked on would fall over it. None of the forms has one.
  if (/<\?(?!xml[\s?])/.test(text)) return refuse(failure('message.instruction'))
  if (hasTooManyTags(text)) return refuse(failure('message.tooMany'))
  return ok(text.replace(declaration, ''))
}
