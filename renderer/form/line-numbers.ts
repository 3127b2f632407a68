/** Words that mean every goods line. */
const all = new Set(['全部', '所有', '*'])

const range = /^(\d{1,4})\s*[-—~至]\s*(\d{1,4})$/

/**
 * Numbers of goods lines as the message has them, joined by half-width commas: `1-3，5` → `1,2,3,5`, `全部` → every
 * line. What is no number stays as it was typed; the rules say what is wrong with it.
 * @param count goods lines of the declaration; a range goes no further
 */
export function lineNumbers(text: string, count: number): string {
  const numbers = text
    .normalize('NFKC')
    .split(/[,、;\s]+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (all.has(part)) return Array.from({ length: count }, (_, at) => String(at + 1))
      const [, from, to] = range.exec(part) ?? []
      if (from === undefined || to === undefined) return [part]
      const last = Math.min(Number(to), count)
      return Array.from({ length: Math.max(0, last - Number(from) + 1) }, (_, at) => String(Number(from) + at))
    })
  return [...new Set(numbers)].join(',')
}
