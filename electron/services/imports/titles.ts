import { importFields } from '../../../domain/fields/import-columns.ts'
import type { ImportField } from '../../../domain/fields/import-field.ts'
import { bare, bracketed, pieces, tokens, withoutBrackets } from './text-forms.ts'

/** How well a title fits a field: 100 the very word, 90 a piece of it, below that a word inside, 0 not at all. */
type Score = number

const exact = 100
const piece = 90
const inBrackets = 55
const inside = 50
/** Below this a title is not understood as the field. */
export const leastScore = 50

interface Prepared {
  readonly field: ImportField
  readonly synonyms: ReadonlySet<string>
  /** Synonyms long enough to be found inside a longer title. */
  readonly longer: readonly { readonly text: string; readonly words: string }[]
  readonly not: readonly string[]
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

const prepared: readonly Prepared[] = importFields.map((field) => ({
  field,
  synonyms: new Set(field.synonyms.map(bare)),
  longer: field.synonyms
    .filter((synonym) => bare(synonym).length >= (isHan(synonym) ? 2 : 4))
    .map((synonym) => ({ text: bare(synonym), words: ` ${tokens(synonym).join(' ')} ` })),
  not: field.not ?? [],
}))

/** Chinese may stand anywhere in a title, Latin only as whole words (`unit` is not in `united`). */
function says(title: string, words: string, word: string): boolean {
  if (word.startsWith('/')) return title.replace(/\s/g, '').includes(word)
  if (isHan(word)) return title.includes(bare(word))
  return words.includes(` ${tokens(word).join(' ')} `)
}

interface Title {
  readonly lower: string
  readonly words: string
  readonly whole: readonly string[]
  readonly parts: readonly string[]
  readonly brackets: readonly string[]
}

function readTitle(text: string): Title {
  const outside = withoutBrackets(text)
  return {
    lower: text.normalize('NFKC').toLowerCase(),
    words: ` ${tokens(text).join(' ')} `,
    whole: [bare(text), bare(outside)],
    parts: pieces(outside).map(bare),
    brackets: bracketed(text).flatMap(pieces).map(bare),
  }
}

/** A long synonym in a long title counts more than a short word in it. */
const share = (synonym: string, title: string): Score => inside + (30 * synonym.length) / Math.max(title.length, 1)

function scoreField({ synonyms, longer, not }: Prepared, title: Title): Score {
  if (title.whole.some((whole) => synonyms.has(whole))) return exact
  if (not.some((word) => says(title.lower, title.words, word))) return 0
  if (title.parts.some((part) => synonyms.has(part))) return piece
  const whole = title.whole[1] ?? ''
  const found = longer
    .filter(({ text, words }) => (isHan(text) ? whole.includes(text) : title.words.includes(words)))
    .map(({ text }) => share(text, whole))
  const bracket = title.brackets.some((part) => synonyms.has(part)) ? inBrackets : 0
  return Math.max(bracket, ...found)
}

/** Where a sheet has the value of one piece and of the whole line, the whole line is wanted. */
const total = (title: Title): Score => (/总|合计/.test(title.lower) || / (total|ttl) /.test(title.words) ? 3 : 0)

const cache = new Map<string, ReadonlyMap<string, Score>>()
const mostCached = 2000

/** Fields that a title may mean, with their scores. */
export function scoreTitle(text: string): ReadonlyMap<string, Score> {
  const known = cache.get(text)
  if (known !== undefined) return known
  const title = readTitle(text)
  const scores = new Map<string, Score>()
  for (const each of prepared) {
    const score = scoreField(each, title)
    if (score >= leastScore) scores.set(each.field.field, score + total(title))
  }
  if (cache.size >= mostCached) cache.clear()
  cache.set(text, scores)
  return scores
}

/**
 * The best field for each column, each field and each column once.
 * @param columns scores of each column by its index.
 * @returns column index → field name, and the sum of the scores that were used.
 */
export function assign(columns: readonly ReadonlyMap<string, Score>[]): { fields: Map<number, string>; score: Score } {
  const offers = columns.flatMap((scores, column) => [...scores].map(([field, score]) => ({ column, field, score })))
  offers.sort((a, b) => b.score - a.score || a.column - b.column)
  const fields = new Map<number, string>()
  const used = new Set<string>()
  let score = 0
  for (const offer of offers) {
    if (fields.has(offer.column) || used.has(offer.field)) continue
    fields.set(offer.column, offer.field)
    used.add(offer.field)
    score += offer.score
  }
  return { fields, score }
}
