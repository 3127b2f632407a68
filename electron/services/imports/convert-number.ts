import { Decimal } from 'decimal.js'
import type { ImportField } from '../../../domain/fields/import-field.ts'
import { decimalPlaces } from '../../../domain/rules/numbers.ts'
import { weightFactor, type ColumnHints } from './column-hints.ts'
import { misread, warn, type Converted, type Problem } from './converted.ts'
import type { Cell } from './grid.ts'
import { plainDecimal, readNumber, type NumberFault } from './read-number.ts'
import type { WordBook } from './word-book.ts'

const faults: Readonly<Record<NumberFault, (raw: string) => string>> = {
  none: (raw) => `“${raw}”不是数字`,
  separators: (raw) => `“${raw}”里的逗号或点分不清是小数点还是千分位，请改写清楚`,
  several: (raw) => `“${raw}”里不止一个数字`,
}

interface Figure {
  readonly value: Decimal
  readonly unit?: string
  readonly currency?: string
  readonly note?: string
}

/** Words beside the figures must all be known: `12O0` is not 12. */
function readWords(raw: string, words: readonly string[], book: WordBook): Pick<Figure, 'unit' | 'currency'> | string {
  let unit: string | undefined
  let currency: string | undefined
  for (const word of words) {
    if (/^[¥￥]$/.test(word)) return '“¥”可能是人民币，也可能是日元，请写明 CNY 或 JPY'
    const asCurrency = book.find('currency', word)
    const asUnit = book.find('unit', word)
    if (asCurrency === undefined && asUnit === undefined) return `“${raw}”里的“${word}”看不懂`
    if (asCurrency !== undefined) currency ??= asCurrency
    else unit ??= asUnit
  }
  return { ...(unit === undefined ? {} : { unit }), ...(currency === undefined ? {} : { currency }) }
}

function readFigure(cell: Cell, book: WordBook): Figure | string {
  if (cell.kind === 'number' || cell.kind === 'date') {
    const plain = plainDecimal(cell.kind === 'date' ? String(cell.serial ?? '') : cell.text)
    if (plain === undefined) return faults.none(cell.text)
    const note = cell.kind === 'date' ? '单元格存成了日期格式，按数值取，请核对' : undefined
    return { value: new Decimal(plain), ...(note === undefined ? {} : { note }) }
  }
  const read = readNumber(cell.text)
  if (typeof read === 'string') return faults[read](cell.text)
  const words = readWords(cell.text, read.words, book)
  return typeof words === 'string' ? words : { value: new Decimal(read.value), ...words }
}

/** Weights are declared in kilograms, whatever the sheet counts in. */
function toKilograms(figure: Figure, hints: ColumnHints): Figure | string {
  const unit = figure.unit ?? hints.unit
  if (unit === undefined) return figure
  const factor = weightFactor(unit)
  if (factor === undefined) return `重量的单位不是重量单位`
  return factor === '1' ? figure : { ...figure, value: figure.value.times(factor), note: '已换算成千克' }
}

function fit(figure: Figure, field: ImportField): { value: string; problem: Problem | null } | string {
  const decimals = field.decimals ?? 0
  const { value } = figure
  if (value.isNegative() && !value.isZero()) return `${field.label}不能是负数`
  if (field.kind === 'integer' && !value.isInteger()) return `${field.label}应是整数`
  const rounded = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
  if (rounded.precision(true) > field.length) return `数字超过 ${field.length} 位`
  const text = rounded.toFixed()
  if (figure.note !== undefined) return { value: text, problem: warn(figure.note) }
  if (!rounded.equals(value)) return { value: text, problem: warn(`小数超过 ${decimals} 位，已四舍五入`) }
  return { value: text, problem: value.isZero() ? warn(`${field.label}是 0`) : null }
}

/** A number as it is written shortest, up to ten digits before the point; 0 is looked at. */
const shortest = /^(?:[1-9]\d{0,9}(?:\.\d*[1-9])?|0\.\d*[1-9])$/

/** Plain positive digits within the scale of the field: nearly every cell, taken over as it stands. */
const asItStands = (field: ImportField, text: string): boolean =>
  shortest.test(text) && decimalPlaces(text) <= (field.decimals ?? 0)

/** A figure with the scale of its field; weights in kilograms. */
export function convertNumber(field: ImportField, cell: Cell, hints: ColumnHints, book: WordBook): Converted {
  const raw = cell.text
  const weighed = field.field === 'NetWt' || field.field === 'GrossWt'
  const inKilograms = hints.unit === undefined || weightFactor(hints.unit) === '1'
  if (cell.kind === 'number' && (!weighed || inKilograms) && asItStands(field, raw))
    return { value: raw, raw, problem: null }
  const read = readFigure(cell, book)
  if (typeof read === 'string') return misread(raw, read)
  const figure = weighed ? toKilograms(read, hints) : read
  if (typeof figure === 'string') return misread(raw, figure)
  const fitted = fit(figure, field)
  if (typeof fitted === 'string') return misread(raw, fitted)
  const { unit, currency } = figure
  return {
    ...fitted,
    raw,
    ...(unit === undefined ? {} : { unit }),
    ...(currency === undefined ? {} : { currency }),
  }
}
