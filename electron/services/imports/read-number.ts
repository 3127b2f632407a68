import { Decimal } from 'decimal.js'

/** A number as customers write it: 1,200 PCS · US$12.50 · １２．５ · (USD) 3. */
export interface NumberText {
  /** Plain decimal text, as precise as it was written. */
  readonly value: string
  /** Words around the figures: a unit, a currency. */
  readonly words: readonly string[]
}

/** `none` no figure; `separators` they can be read in two ways; `several` more than one number. */
export type NumberFault = 'none' | 'separators' | 'several'

/** Figures that do not belong to a word (the 2 of M2 is no number). */
const figures = /(?<![\p{L}\d.,])[+-]?(?:\d[\d.,']*|\.\d+)/gu
/** 15 digits are what a spreadsheet keeps; the rest is noise of binary fractions (0.30000000000000004). */
const kept = 15

/**
 * The figures without separators; `undefined` when it cannot be told what a comma or point stands for (12,5). No number
 * begins with a thousand of zero: 0,500 is half a one on the European continent, never five hundred.
 */
function withoutSeparators(figure: string): string | undefined {
  const text = figure.replace(/[.,]+$/, '')
  if (/^\d*\.?\d+$/.test(text)) return text
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '')
  if (/^[1-9]\d{0,2}('\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll("'", '')
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '')
  // Both, the comma last: 1.234,56 as on the European continent.
  if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return undefined
}

/** Accountants write a minus as brackets, with the currency inside or before them: (12.50) · (US$12.50) · USD (12.50). */
const bracketedMinus = (text: string): boolean => {
  const [inner, rest] = [/\(([^()]*)\)/.exec(text)?.[1] ?? '', text.replace(/\([^()]*\)/, '')]
  const isCurrency = (word: string): boolean => /^(?:[a-z]{0,3}[$€£¥]|usd|eur|cny|rmb|jpy|hkd|gbp)?$/i.test(word.trim())
  return /\d/.test(inner) && isCurrency(inner.replace(/[\d.,]+/, '')) && isCurrency(rest)
}

/** Plain digits, few enough to be free of noise: nearly every cell. */
const plainDigits = /^\d{1,10}(\.\d{1,4}[1-9]|\.[1-9])?$/

/** Digits of a stored number without the noise of binary fractions, never in exponent form. */
export function plainDecimal(text: string): string | undefined {
  if (plainDigits.test(text)) return text
  try {
    const value = new Decimal(text)
    return value.isFinite() ? value.toSignificantDigits(kept).toFixed() : undefined
  } catch {
    return undefined
  }
}

/**
 * The one number in a text with the words around it.
 * @returns the fault when there is none, when separators can be read in two ways, or when there are several numbers.
 */
export function readNumber(text: string): NumberText | NumberFault {
  const flat = text.normalize('NFKC').replaceAll('−', '-').trim()
  const found = [...flat.matchAll(figures)]
  const [match] = found
  if (match === undefined) return 'none'
  if (found.length > 1) return 'several'
  const digits = withoutSeparators(match[0].replace(/^[+-]/, ''))
  if (digits === undefined) return 'separators'
  const around = `${flat.slice(0, match.index)} ${flat.slice(match.index + match[0].length)}`
  const words = around.split(/[\s()[\]/:]+/).filter((word) => word !== '')
  const negative = match[0].startsWith('-') || bracketedMinus(flat)
  return { value: new Decimal(negative ? `-${digits}` : digits).toFixed(), words }
}
