import { Temporal } from 'temporal-polyfill'

/** What was typed or pasted, in the form of the message. What cannot be understood stays as it was typed. */
const halfWidth = (text: string): string => text.normalize('NFKC').trim()

/** Thousands are parted by commas or blanks. Anywhere else a comma may be that of decimals: 12,5 never becomes 125. */
const thousands = /^[+-]?[1-9]\d{0,2}([,\s])\d{3}(?:\1\d{3})*(?:\.\d*)?$/

/** `１,234.50 ` → `1234.50`. A leading point gets its zero. */
export function tidyNumber(text: string): string {
  const typed = halfWidth(text)
  const plain = thousands.test(typed) ? typed.replaceAll(/[,\s]/g, '') : typed
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return text.trim()
  return plain
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/\.$/, '')
}

const two = (text: string): string => text.padStart(2, '0')

/** `2026-11-5`, `2026/11/05`, `2026年11月5日`, `1105` (of this year) → `20261105`. */
export function tidyDate(text: string, today: string): string {
  const plain = halfWidth(text)
  const parted = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(plain)
  if (parted !== null) return `${parted[1] ?? ''}${two(parted[2] ?? '')}${two(parted[3] ?? '')}`
  if (/^\d{4}$/.test(plain)) return today.slice(0, 4) + plain
  return plain
}

/** `20261105` → `2026-11-05`; anything else unchanged. */
export const readableDate = (text: string): string =>
  /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text

/** Another day, in message form; the text itself when it is no day. `today` when it is empty. */
export function shiftDate(text: string, days: number, today: string): string {
  if (text === '') return today.replaceAll('-', '')
  try {
    return Temporal.PlainDate.from(readableDate(text)).add({ days }).toString().replaceAll('-', '')
  } catch (error) {
    if (error instanceof RangeError) return text
    throw error
  }
}
