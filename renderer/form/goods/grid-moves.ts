/** Where the cursor of the grid goes. */
export interface Cell {
  readonly line: number
  readonly column: number
}

export interface GridSize {
  readonly lines: number
  readonly columns: number
  /** Enter visits the columns before this one; the others are reached with Tab and the arrows. */
  readonly enterColumns: number
}

/** `new`: a line beyond the last one is asked for; `undefined`: the key is not one of the grid. */
export type Move = Cell | 'new' | undefined

const clamp = (value: number, length: number): number => Math.max(0, Math.min(value, length - 1))

/** The next cell in reading order over some columns. */
function step({ line, column }: Cell, by: 1 | -1, size: GridSize, columns: number): Move {
  const next = column + by
  if (next >= 0 && next < columns) return { line, column: next }
  if (by === -1) return line === 0 ? undefined : { line: line - 1, column: columns - 1 }
  return line + 1 < size.lines ? { line: line + 1, column: 0 } : 'new'
}

/** The cell that a key leads to. `atEdge`: the caret cannot go further inside of the field. */
export function moveByKey(
  event: { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean },
  from: Cell,
  size: GridSize,
  atEdge: boolean,
): Move {
  const { key, shiftKey, ctrlKey, altKey } = event
  if (altKey) return undefined
  const { line, column } = from
  if (ctrlKey) {
    if (key === 'Home') return { line: 0, column: 0 }
    return key === 'End' ? { line: clamp(size.lines - 1, size.lines), column } : undefined
  }
  switch (key) {
    case 'Enter':
      return step({ line, column: Math.min(column, size.enterColumns - 1) }, shiftKey ? -1 : 1, size, size.enterColumns)
    case 'Tab': {
      const target = step(from, shiftKey ? -1 : 1, size, size.columns)
      // At either end Tab leaves the grid.
      return target === 'new' ? undefined : target
    }
    case 'ArrowUp':
      return { line: clamp(line - 1, size.lines), column }
    case 'ArrowDown':
      return { line: clamp(line + 1, size.lines), column }
    case 'PageUp':
      return { line: clamp(line - 10, size.lines), column }
    case 'PageDown':
      return { line: clamp(line + 10, size.lines), column }
    case 'ArrowLeft':
      return atEdge && !shiftKey ? { line, column: clamp(column - 1, size.columns) } : undefined
    case 'ArrowRight':
      return atEdge && !shiftKey ? { line, column: clamp(column + 1, size.columns) } : undefined
    default:
      return undefined
  }
}

/** Whether the caret of a field cannot go further left or right (or all of the text is selected). */
export function caretAtEdge(
  field: { value: string; selectionStart: number | null; selectionEnd: number | null },
  key: string,
): boolean {
  const { value, selectionStart: start, selectionEnd: end } = field
  if (start === null || end === null || (start === 0 && end === value.length)) return true
  if (start !== end) return false
  return key === 'ArrowLeft' ? start === 0 : end === value.length
}
