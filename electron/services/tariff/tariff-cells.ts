import type { Cell } from '../imports/grid.ts'
import { plainDecimal } from '../imports/read-number.ts'
import type { WordBook } from '../imports/word-book.ts'

/** A cell understood: its value, or what is wrong with it. */
export interface Understood {
  readonly value: string
  readonly error?: string
  readonly warning?: string
}

const length = 10
/** Signs that mean "none" in tables of this kind. */
const nothing = /^(?:[-—/\\无]|没有|不适用|n\/?a)?$/i

export const cellText = (cell: Cell | undefined): string => (cell?.text ?? '').normalize('NFKC').trim()

/** Ten digits; dots and spaces fall away, and a number cell gets back the zero that it lost. */
export function codeOf(cell: Cell | undefined): Understood {
  const raw = cellText(cell)
  const number = cell?.kind === 'number'
  const digits = (number ? (plainDecimal(raw) ?? raw) : raw).replaceAll(/[\s.\-]/g, '')
  const value = number && digits.length === length - 1 ? `0${digits}` : digits
  if (/^\d{10}$/.test(value)) return { value }
  return { value, error: raw === '' ? '没有商品编号' : `商品编号“${raw.slice(0, 30)}”应是10位数字` }
}

/** A unit by code or name; `undefined` words are an error, because the form takes units over from here. */
export function unitOf(text: string, book: WordBook): Understood {
  if (nothing.test(text)) return { value: '' }
  const padded = /^\d{1,3}$/.test(text) ? text.padStart(3, '0') : text
  if (book.name('unit', padded) !== undefined) return { value: padded }
  const code = book.find('unit', text)
  return code === undefined ? { value: '', error: `不认识的计量单位“${text.slice(0, 20)}”` } : { value: code }
}

/** Both units out of one cell (`千克/个`). */
export const unitPair = (text: string): [string, string] => {
  const [first = '', second = ''] = text.split(/[/、,，;；]/).map((part) => part.trim())
  return [first, second]
}

/** Letters and digits of 监管条件; unknown ones are kept, since customs add some. */
export function permitsOf(text: string, known: (code: string) => boolean): Understood {
  if (nothing.test(text)) return { value: '' }
  const letters = [...text.replaceAll(/[\s,，;；、/]/g, '')]
  if (letters.some((letter) => !/^[0-9A-Za-z]$/.test(letter)))
    return { value: '', error: `监管条件“${text.slice(0, 30)}”应是字母和数字，如 AB、7O` }
  const strange = letters.filter((letter) => !known(letter))
  const value = [...new Set(letters)].join('')
  return strange.length === 0 ? { value } : { value, warning: `监管证件代码表里没有“${strange.join('、')}”` }
}

/** Elements that every line begins with, or that have a field of their own. */
const elsewhere = new Set(['品名', '商品名称', '品牌类型', '出口享惠情况'])
const longestName = 60

/** `1:品牌类型;2:出口享惠情况;3:用途` → `用途`; also parted by `|` or line breaks, with or without numbers. */
export function elementsOf(text: string): Understood {
  if (nothing.test(text)) return { value: '' }
  const names = text
    .split(/[|;；\n\r]+/)
    .map((part) => part.replace(/^\s*\d{1,2}\s*[:：.、]\s*/, '').trim())
    .filter((part) => part !== '' && !elsewhere.has(part))
  const long = names.find((name) => name.length > longestName)
  if (long !== undefined) return { value: '', error: `申报要素“${long.slice(0, 20)}…”太长，请检查分隔符` }
  return { value: names.join('|') }
}
