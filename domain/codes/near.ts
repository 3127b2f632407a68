/**
 * `true` when the typed text is one slip away from some beginning of the word: a wrong, missing or extra letter, or
 * two letters in the wrong order. Only the first difference needs a look, since one slip explains all that follows.
 */
export function isNear(typed: string, word: string): boolean {
  let at = 0
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at++
  if (at === typed.length) return true
  // The letters behind the slip are compared first: nearly every word of a table ends here, without a new text.
  const here = typed.charCodeAt(at)
  const next = typed.charCodeAt(at + 1)
  const wordHere = word.charCodeAt(at)
  const wordNext = word.charCodeAt(at + 1)
  const last = at + 1 >= typed.length
  if (!last && here !== wordNext && next !== wordHere && next !== wordNext) return false
  const rest = (from: number, wordFrom: number): boolean => word.startsWith(typed.slice(from), wordFrom)
  return (
    ((last || next === wordNext) && rest(at + 1, at + 1)) ||
    (here === wordNext && rest(at, at + 1)) ||
    ((last || next === wordHere) && rest(at + 1, at)) ||
    (here === wordNext && next === wordHere && rest(at + 2, at + 2))
  )
}
