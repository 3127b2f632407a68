import { bracketed, tokens } from './text-forms.ts'
import type { WordBook } from './word-book.ts'

/** What the title of a column says about all its values: 数量(PCS), Unit Price (USD), N.W.(G). */
export interface ColumnHints {
  readonly unit?: string
  readonly currency?: string
}

/** One letter is only a unit in brackets: `N.W.(G)` but not `G.W.` */
const words = (title: string): string[] => [
  ...bracketed(title).flatMap((text) => text.split(/[/,\s]+/)),
  ...tokens(title).filter((word) => word.length > 1 || /\p{Script=Han}|\p{S}/u.test(word)),
]

/** In a title `unit` is the word for a unit, not a unit. */
const isNoUnit = (word: string): boolean => /^(units?|no|per)$/i.test(word)

/** Units and currencies named by a title; the first of each counts. */
export function readHints(title: string, book: WordBook): ColumnHints {
  const find = (table: string, from: readonly string[]): string | undefined =>
    from.map((word) => book.find(table, word)).find((code) => code !== undefined)
  const all = words(title)
  const unit = find(
    'unit',
    all.filter((word) => !isNoUnit(word)),
  )
  const currency = find(
    'currency',
    all.filter((word) => word !== '¥'),
  )
  return { ...(unit === undefined ? {} : { unit }), ...(currency === undefined ? {} : { currency }) }
}

/** Kilograms in one of a unit, for weights. */
const kilograms: Readonly<Record<string, string>> = {
  '035': '1',
  '036': '0.001',
  '070': '1000',
  '075': '0.5',
  '076': '0.45359237',
  '083': '0.028349523125',
}

/** Factor from a unit of weight to kilograms, `undefined` for a unit that is no weight. */
export const weightFactor = (unit: string): string | undefined => kilograms[unit]
