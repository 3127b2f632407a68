/** Keys in order, each with the rows that carry it: answers prefix questions by two binary searches. */
export interface SortedIndex {
  /** Rows whose key starts with the text, in key order, at most `limit`. */
  startingWith(text: string, limit?: number): number[]
}

function lowest(keys: readonly string[], text: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Builds the index from the key of each row; rows with an empty key are not in it. */
export function createSortedIndex(keyOfRow: readonly string[]): SortedIndex {
  const order = keyOfRow.flatMap((key, row) => (key === '' ? [] : [row]))
  const keyOf = (row: number): string => keyOfRow[row] ?? ''
  order.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a - b))
  const keys = order.map(keyOf)
  return {
    startingWith(text, limit = order.length) {
      const from = lowest(keys, text)
      // U+FFFF sorts after every character of a key, so this is the end of the prefix.
      return order.slice(from, Math.min(lowest(keys, `${text}\uffff`), from + limit))
    },
  }
}
