import type { ImportField } from '../../../domain/fields/import-field.ts'
import type { ColumnHints } from './column-hints.ts'
import { convertNumber } from './convert-number.ts'
import { convertTariff } from './convert-tariff.ts'
import { dateOfNumber, dateOfText } from './convert-date.ts'
import { blank, error, misread, warn, type Converted } from './converted.ts'
import type { Cell } from './grid.ts'
import { plainDecimal } from './read-number.ts'
import type { WordBook } from './word-book.ts'

/** What has to be tidied at all. */
const untidy = /[\uff01-\uff5e\s\u3000\p{Cc}]/u

/** Full-width letters, figures and signs narrow; breaks and control characters to one space. Nothing else changes. */
const tidy = (text: string): string => (untidy.test(text) ? tidied(text) : text)

const tidied = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\p{Cc}]+/gu, ' ')
    .trim()

const cellText = (cell: Cell): string => (cell.kind === 'number' ? (plainDecimal(cell.text) ?? cell.text) : cell.text)

function convertText(field: ImportField, cell: Cell): Converted {
  const value = tidy(cellText(cell))
  const length = value.length > field.length ? [...value].length : value.length
  const raw = cell.text
  if (length > field.length)
    return { value, raw, problem: error(`超过 ${field.length} 个字（现有 ${length} 个），请缩短`) }
  // Excel turns 3-1 into a day: what the customer typed is lost.
  if (cell.kind === 'date') return { value, raw, problem: warn('单元格存成了日期，原文可能已变，请核对') }
  return { value, raw, problem: null }
}

function convertDate(cell: Cell): Converted {
  const raw = cell.text
  if (cell.kind === 'date') return { value: raw.replaceAll('-', ''), raw, problem: null }
  const value = cell.kind === 'number' ? dateOfNumber(Number(raw)) : dateOfText(raw)
  return value === undefined
    ? misread(raw, `“${raw}”不是能确定的日期，请写成 2026-03-15 的样子`)
    : { value, raw, problem: null }
}

/** Codes are looked up by code, by name and by the customer's word; a number cell lost the leading zeros of a code. */
function convertCode(field: ImportField, cell: Cell, book: WordBook): Converted {
  const raw = cell.text
  const text = tidy(cellText(cell))
  const table = field.table ?? ''
  if (table === 'currency' && /^[¥￥]$/.test(text))
    return misread(raw, '“¥”可能是人民币，也可能是日元，请写明 CNY 或 JPY')
  const padded = /^\d+$/.test(text) ? text.padStart(Math.min(field.length, 6), '0') : text
  const code = book.find(table, text) ?? book.find(table, padded)
  if (code === undefined) return misread(raw, `“${raw}”不是已知的${field.label}`)
  return { value: code, raw, problem: text === '$' ? warn('“$”按美元取，请核对') : null }
}

/**
 * One cell of a mapped column as the value of its field.
 * @param hints what the title of the column says about all its values.
 */
export function convertCell(field: ImportField, cell: Cell | undefined, hints: ColumnHints, book: WordBook): Converted {
  if (cell === undefined) return blank
  if (cell.kind === 'error') return misread(cell.text, `单元格是公式错误 ${cell.text}`)
  if (cell.kind === 'noResult') return misread('', '公式没有保存结果，请在 Excel 或 WPS 中打开、保存后再导入')
  if (field.kind === 'decimal' || field.kind === 'integer') return convertNumber(field, cell, hints, book)
  if (field.kind === 'tariff') return convertTariff(cell, book)
  if (field.kind === 'date') return convertDate(cell)
  if (field.kind === 'code') return convertCode(field, cell, book)
  return convertText(field, cell)
}
