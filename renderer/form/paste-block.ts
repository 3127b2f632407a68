/**
 * The cells of a block copied in a spreadsheet (tab separated, CRLF or LF; a cell with tabs, breaks or quotes stands
 * in quotes, quotes doubled). Breaks inside of a cell become spaces: a field has one line.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim())
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at)
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r' || text.charAt(at + 1) !== '\n') cell += sign === '\r' ? '\n' : sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** Nothing stands in any cell. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '')

/**
 * The rows of a block that are pasted. An empty row keeps its place over the lines that are there, so that the rows below
 * it meet their own lines; where it would only make an empty line, and at the end, it is left out.
 * @param lines lines that are there, from the one on that the block begins with
 */
export function rowsToPaste(block: readonly string[][], lines: number): string[][] {
  const end = block.findLastIndex((cells) => !isBlank(cells)) + 1
  return block.slice(0, end).filter((cells, at) => at < lines || !isBlank(cells))
}

/** A single cell is ordinary text for the field; more than one is a block for the grid. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/[\r\n]+$/, ''))
