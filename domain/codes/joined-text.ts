/** One text of every row in a single string, so that the engine's own search does the scan. */
export interface JoinedText {
  /** Rows whose text contains the needle, in row order. */
  containing(needle: string): number[]
}

const separator = '\n'

export function createJoinedText(texts: readonly string[]): JoinedText {
  const joined = texts.join(separator)
  const starts = new Uint32Array(texts.length)
  let at = 0
  texts.forEach((text, row) => {
    starts[row] = at
    at += text.length + separator.length
  })
  return {
    containing(needle) {
      const rows: number[] = []
      let row = 0
      for (let hit = joined.indexOf(needle); hit !== -1;) {
        while (row + 1 < starts.length && (starts[row + 1] ?? 0) <= hit) row++
        rows.push(row)
        const nextRow = starts[row + 1]
        hit = nextRow === undefined ? -1 : joined.indexOf(needle, nextRow)
      }
      return rows
    },
  }
}
