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

/** A single cell is ordinary text for the field; more than one is a block for the grid. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/[\r\n]+$/, ''))
