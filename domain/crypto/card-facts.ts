import { parseDer, textOf } from './der.ts'
import { cardOids } from './oids.ts'

export type CardRight = 'entry' | 'declare'

/** What the certificate says of the card it lies on. Empty where it says nothing. */
export interface CardFacts {
  readonly enterprise: string
  /** 13 characters, without the `03-` that stands before it on the card. */
  readonly cardNo: string
  /** Organisation code, 9 characters. */
  readonly copCode: string
  readonly kind: 'operator' | 'legal' | 'unknown'
  /** Empty where the certificate does not say; the authority knows them. */
  readonly rights: readonly CardRight[]
  /** Issued by a practice authority. */
  readonly practice: boolean
}

/** Text of a private extension. Its type is not published, so a DER string and plain bytes are both read. */
function extensionText(value: Uint8Array | undefined): string {
  if (!value) return ''
  const inner = textOf(parseDer(value))
  if (inner !== undefined) return inner.trim()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value).trim()
  } catch {
    // No text in UTF-8: an unknown form shows nothing rather than rubbish.
    return ''
  }
}

/** Facts of the card from the extensions of its certificate, by object identifier. */
export function readCardFacts(extensions: ReadonlyMap<string, Uint8Array>): CardFacts {
  const text = (id: string): string => extensionText(extensions.get(id)).slice(0, 200)
  const practice = text(cardOids.practice)
  const [kind = '', rights = ''] = practice.split(';')
  return {
    enterprise: text(cardOids.enterprise),
    cardNo: text(cardOids.cardNo).replace(/^03-/, ''),
    copCode: text(cardOids.copCode),
    kind: kind === 'operator' || kind === 'legal' ? kind : 'unknown',
    rights: rights.split(',').filter((right) => right === 'entry' || right === 'declare'),
    practice: practice !== '',
  }
}
