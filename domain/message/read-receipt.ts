import { XmlElement, type XmlDocument } from 'libxml2-wasm'
import { fromBase64 } from '../crypto/bytes.ts'
import { failure } from '../failures/index.ts'
import { ok, refuse, type Result } from '../result.ts'
import { openXml } from './open-xml.ts'
import { receiptElements, type TextKey } from './receipt-elements.ts'
import { readDay, readMoment } from './receipt-time.ts'
import type { Receipt, ReceiptForm } from './receipt.ts'

/** Far more than any note (255); a longer text is no receipt. */
const longestText = 4000
/** Far more than any number, letter, code or day; the longest has 19 characters. */
const longestValue = 100
const largestReceipt = 1024 * 1024
const mostTexts = 200

const roots = new Set(['DecImportResponse', 'DEC_RESULT', 'DEC_DATA', 'TRN_DATA'])
/** Elements that only group others. */
const groups = new Set(['DEC_RESULT', 'TRN_RESULT'])

/** A leaf of the receipt: the names from the root down, without the groups, and its text. */
interface Leaf {
  readonly name: string
  readonly text: string
}

const childElements = (element: XmlElement): XmlElement[] => {
  const found: XmlElement[] = []
  for (let node = element.firstChild; node !== null; node = node.next) if (node instanceof XmlElement) found.push(node)
  return found
}

function leavesOf(element: XmlElement, prefix: string): Leaf[] {
  return childElements(element).flatMap((child) => {
    const name = prefix + child.name
    if (groups.has(child.name)) return leavesOf(child, prefix)
    if (childElements(child).length > 0) return leavesOf(child, `${name}/`)
    return [{ name, text: child.content.trim() }]
  })
}

function formOf(root: XmlElement, leaves: readonly Leaf[]): ReceiptForm {
  if (root.name === 'DecImportResponse' || root.name === 'TRN_DATA') return root.name
  return leaves.some((leaf) => leaf.name === 'SEQ_NO') ? 'DEC_DATA' : 'DEC_RESULT'
}

/**
 * A value as the receipt keeps it, or `undefined` for a date that cannot be read and for a text that is far too long to be
 * what it claims: the lists and the numbers of a declaration take values of this length only.
 */
function valueOf(key: TextKey, text: string): string | undefined {
  if (text.length > longestValue) return undefined
  if (key === 'noticeAt') return readMoment(text)
  return key === 'ieDate' || key === 'declareDate' ? readDay(text) : text
}

function collect(form: ReceiptForm, leaves: readonly Leaf[]): Receipt {
  const known: Partial<Record<TextKey, string>> = {}
  const more = new Map<string, string>()
  const notes: string[] = []
  for (const { name, text } of leaves) {
    const key = Object.hasOwn(receiptElements[form], name) ? receiptElements[form][name] : undefined
    if (text === '') continue
    if (key === 'note' || name === 'RESULT_INFO') notes.push(text)
    else {
      const value = key === undefined ? undefined : valueOf(key, text)
      if (key !== undefined && value !== undefined) known[key] = value
      else more.set(name, more.has(name) ? `${more.get(name)}\n${text}` : text)
    }
  }
  // Several notes are one text for the clerk; the whole answer is kept beside it.
  return { form, ...known, note: notes.join('\n').slice(0, longestText), more: Object.fromEntries(more) }
}

/** Envelopes around an answer, and how each carries it in its element `Data`. Source: format note V1.0, exchange platform. */
const envelopes = {
  // Mailbox exchange (MES): the text of the inner message, escaped. Its declaration speaks of bytes that are no more.
  Message: (text: string): Uint8Array => new TextEncoder().encode(text.replace(/^\s*<\?xml\b[^>]*\?>/, '')),
  // Data exchange platform (DXP): the bytes of the inner message in base64.
  DxpMsg: (text: string): Uint8Array => fromBase64(text.replaceAll(/\s/g, '')) ?? new Uint8Array(),
} as const
/** An envelope in an envelope is seen nowhere; deeper ones are somebody's game. */
const mostEnvelopes = 2

const isEnvelope = (name: string): name is keyof typeof envelopes => Object.hasOwn(envelopes, name)

/** Text of the first element `Data` below. */
function dataOf(element: XmlElement): string | undefined {
  for (const child of childElements(element)) {
    const found = child.name === 'Data' ? child.content : dataOf(child)
    if (found !== undefined) return found
  }
  return undefined
}

/** The receipt in a document, or the bytes that its envelope carries. */
function readRoot(document: XmlDocument): Result<Receipt | Uint8Array> {
  const { root } = document
  const data = isEnvelope(root.name) ? dataOf(root) : undefined
  if (isEnvelope(root.name) && data !== undefined) return ok(envelopes[root.name](data))
  if (!roots.has(root.name)) {
    return refuse(
      failure('message.otherRoot', { root: root.name.slice(0, 60), namespace: root.namespaceUri.slice(0, 100) }),
    )
  }
  const results = childElements(root).filter((child) => groups.has(child.name))
  if (results.length > 1) return refuse(failure('message.tooMany', { detail: results[0]?.name ?? '' }))
  const leaves = leavesOf(root, '')
  const long = leaves.find((leaf) => leaf.text.length > longestText || leaf.name.length > 200)
  if (long !== undefined) return refuse(failure('message.tooLong', { detail: long.name.slice(0, 200) }))
  if (leaves.length > mostTexts) return refuse(failure('message.tooMany', { detail: root.name }))
  const receipt = collect(formOf(root, leaves), leaves)
  const saysNothing = receipt.channel === undefined && receipt.responseCode === undefined
  return saysNothing ? refuse(failure('message.noAnswer')) : ok(receipt)
}

/**
 * Reads an answer: `DecImportResponse`, `DEC_RESULT` (as root or inside `DEC_DATA`), the older `DEC_DATA` and
 * `TRN_DATA`, in UTF-8 or GB2312, also inside the envelopes of the mailbox exchange (`Message`) and of the exchange
 * platform (`DxpMsg`). An unknown channel letter is kept as it came; elements that have no place of their own are kept in
 * `more`. Refuses (`message.*`) and never throws, as `readDecMessage` does.
 */
export function readReceipt(bytes: Uint8Array): Result<Receipt> {
  let inner = bytes
  for (let depth = 0; depth <= mostEnvelopes; depth++) {
    const read = openXml(inner, readRoot, largestReceipt)
    if (!read.ok) return read
    if (!(read.value instanceof Uint8Array)) return ok(read.value)
    inner = read.value
  }
  return refuse(failure('message.noAnswer'))
}
