/** One text of every row in a single string, so that the engine's own search does the scan. */
export interface JoinedText {
  /** Rows whose text contains the needle, in the order in which they were joined, at most `limit`. */
  containing(needle: string, limit: number): number[]
}

const separator = '\n'

/**
 * @param texts text of each row
 * @param order rows in the order of the hits, so that the search can stop at the last one that is wanted
 */
export function createJoinedText(texts: readonly string[], order: ArrayLike<number>): JoinedText {
  const inOrder = Array.from(order, (row) => texts[row] ?? '')
  const joined = inOrder.join(separator)
  const starts = new Uint32Array(inOrder.length)
  let at = 0
  inOrder.forEach((text, place) => {
    starts[place] = at
    at += text.length + separator.length
  })

  /** The last place that starts at or before a position of the joined text. */
  function placeAt(position: number, from: number): number {
    let low = from
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  return {
    containing(needle, limit) {
      const rows: number[] = []
      let place = 0
      for (let hit = joined.indexOf(needle); hit !== -1 && rows.length < limit;) {
        place = placeAt(hit, place)
        rows.push(order[place] ?? 0)
        const next = starts[place + 1]
        hit = next === undefined ? -1 : joined.indexOf(needle, next)
      }
      return rows
    },
  }
}
