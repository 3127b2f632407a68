/**
 * Short pieces of a text by which the index finds it from any place inside a word: two characters of Chinese, three
 * of Latin letters and digits. The full-text tokenizers of SQLite know no Chinese words, and the trigram one finds
 * nothing for two characters, which is how long most goods names are (轴承, 阀门).
 */

const runs = /[a-z0-9]+|[^\s\p{P}\p{S}a-z0-9]+/gu
const size = (run: string): number => (/^[a-z0-9]/.test(run) ? 3 : 2)

/** Where Chinese and Latin meet (客户033): a piece over the seam is far rarer than those beside it. */
const seams = /[^\s\p{P}\p{S}a-z0-9](?=([a-z0-9]{1,2}))/gu
const seamsOf = (text: string): string[] => [...text.matchAll(seams)].map(([chinese, latin = '']) => chinese + latin)

/** Every piece of a text, each once; at the end of a word also what is left of it, so that its last letters are found. */
export function gramsOf(text: string): string {
  const plain = text.toLowerCase()
  const grams = new Set<string>()
  for (const [run] of plain.matchAll(runs)) {
    const letters = [...run]
    const length = size(run)
    for (let at = 0; at < letters.length; at++) grams.add(letters.slice(at, at + length).join(''))
  }
  for (const seam of seamsOf(plain)) grams.add(seam)
  return [...grams].join(' ')
}

/** Pieces of one word that are asked for: more would only be read, hardly ever tell more. */
const asked = 3

/**
 * The question to the index for a text: every piece must be there. Which of what it finds really has the words is
 * looked up in the row. `undefined` when the words are too short or have nothing that is indexed.
 */
export function questionOf(words: readonly string[]): string | undefined {
  const pieces = words.flatMap(piecesOf)
  return pieces.length === 0 ? undefined : [...new Set(pieces)].join(' AND ')
}

/** The end of a number tells most, its beginning least; Chinese words stand in many names. */
function piecesOf(word: string): string[] {
  const parts = [...word.toLowerCase().matchAll(runs)].map(([run]) => run)
  const latin = parts.filter((run) => size(run) === 3).flatMap(latinPieces)
  const chinese = parts.filter((run) => size(run) === 2).flatMap(chinesePieces)
  const seam = seamsOf(word.toLowerCase()).slice(-1)
  if (seam.length > 0) return [...latin.slice(-1), ...seam.map(seamPiece)]
  return [...latin.slice(-asked), ...chinese.slice(latin.length > 0 ? -1 : -asked)]
}

/** A whole seam is one word of the index; of a shorter one the index is asked for all that begin with it. */
const seamPiece = (seam: string): string => (seam.length === 3 ? `"${seam}"` : `"${seam}" *`)

const windows = (letters: readonly string[], length: number): string[] =>
  letters.slice(0, letters.length - length + 1).map((_, at) => `"${letters.slice(at, at + length).join('')}"`)

/** One letter alone stands in nearly every row: reading the rows is faster than reading the whole index. */
function latinPieces(run: string): string[] {
  if (run.length === 1) return []
  return run.length === 2 ? [`"${run}" *`] : windows([...run], 3)
}

const chinesePieces = (run: string): string[] => ([...run].length === 1 ? [`"${run}" *`] : windows([...run], 2))
