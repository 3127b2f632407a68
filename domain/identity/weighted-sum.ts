/**
 * Sum of the place of each character in an alphabet times the weight of its position.
 * `undefined` when a character is not in the alphabet or the lengths differ.
 */
export function weightedSum(text: string, alphabet: string, weights: readonly number[]): number | undefined {
  if (text.length !== weights.length) return undefined
  let sum = 0
  for (const [at, weight] of weights.entries()) {
    const value = alphabet.indexOf(text.charAt(at))
    if (value < 0) return undefined
    sum += value * weight
  }
  return sum
}
