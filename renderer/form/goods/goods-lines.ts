import { failure } from '../../../domain/failures/index.ts'
import type { FormField } from '../../../domain/fields/form/layout.ts'
import { useDraft } from '../../stores/draft.ts'
import { showDone, showFailure } from '../../ui/toasts.ts'
import { freshLine, isUntouched } from '../line-order.ts'
import { withFollowing } from '../line-math.ts'
import { isBlank, readBlock, rowsToPaste } from '../paste-block.ts'
import type { Tree } from '../paths.ts'
import { pastedValues } from './paste-settings.ts'

/** Most lines of one declaration (rule L01). */
export const mostLines = 50
const table = 'DecLists'

/** What can be done with the goods lines of the open draft. */
export function useGoodsLines() {
  const draft = useDraft()
  const rows = (): Tree[] => draft.rows(table)

  function full(wanted: number): boolean {
    if (wanted <= mostLines) return false
    showFailure(failure('form.tooManyLines', { wanted, most: mostLines }))
    return true
  }

  return {
    isUntouched: (line: number): boolean => isUntouched(rows()[line] ?? {}),
    /** A new line with what it takes over from the line above. `false`: there are as many as there may be. */
    insert(at: number): boolean {
      if (full(rows().length + 1)) return false
      draft.editor.insertRow(table, at, freshLine(rows()[at - 1], draft.direction))
      return true
    },
    duplicate(line: number): boolean {
      const row = rows()[line]
      if (row === undefined || full(rows().length + 1)) return false
      draft.editor.insertRow(table, line + 1, { ...row })
      return true
    },
    remove(line: number): void {
      if (line >= rows().length) return
      draft.editor.removeRow(table, line)
      showDone(`已删除第${line + 1}项，Ctrl+Z 可恢复`)
    },
    move: (from: number, to: number): void => draft.editor.moveRow(table, from, to),
    /** The value of one field goes into the same field of every line below. One step of undo. */
    fillDown(element: string, line: number): void {
      const value = rows()[line]?.[element]
      if (typeof value !== 'string' || line + 1 >= rows().length) return
      draft.editor.setRows(
        table,
        rows().map((row, at) => (at > line ? { ...row, [element]: value } : row)),
      )
      showDone(`已填到第${rows().length}项，Ctrl+Z 可恢复`)
    },
    /** A block of a spreadsheet, from a cell on; new lines are added as needed. One step of undo. */
    async paste(text: string, columns: readonly FormField[], line: number, column: number): Promise<void> {
      const start = Math.min(line, rows().length)
      const block = rowsToPaste(readBlock(text), rows().length - start)
      if (full(start + block.length)) return
      const values = await pastedValues(block, columns, column, draft.day)
      const next = [...rows()]
      values.forEach((cells, at) => {
        if (isBlank(block[at] ?? [])) return
        const row = next[start + at] ?? freshLine(next[start + at - 1], draft.direction)
        next[start + at] = withFollowing({ ...row, ...cells }, Object.keys(cells))
      })
      draft.editor.setRows(table, next)
      showDone(`已粘贴 ${block.length} 行 × ${Math.max(0, ...block.map((cells) => cells.length))} 列`)
    },
  }
}
