/**
 * `true` when the typed text is one slip away from some beginning of the word: a wrong, missing or extra letter, or
 * two letters in the wrong order. Only the first difference needs a look, since one slip explains all that follows.
 */
export function isNear(typed: string, word: string): boolean {
  let at = 0
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at++
  if (at === typed.length) return true
  const rest = (from: number, wordFrom: number): boolean => word.startsWith(typed.slice(from), wordFrom)
  return (
    rest(at + 1, at + 1) ||
    rest(at, at + 1) ||
    rest(at + 1, at) ||
    (typed.charCodeAt(at) === word.charCodeAt(at + 1) &&
      typed.charCodeAt(at + 1) === word.charCodeAt(at) &&
      rest(at + 2, at + 2))
  )
}
