import { useDraft } from '../stores/draft.ts'
import { matchesKeys } from '../commands/key-match.ts'
import { useFormSource } from './form-source.ts'
import { aboveOf } from './row-paths.ts'

export interface RowActions {
  table(): string
  add(after: number): void
  remove(row: number): void
  move(row: number, to: number, column: number): void
  /** Enter at the last field of the last row; `true` when it was taken. */
  afterLast(row: number): boolean
  /** Enter at the first field of the last row: an empty row goes away, the cursor goes on. */
  leaveEmpty(row: number): boolean
}

interface Here {
  readonly row: number
  readonly column: number
  readonly lastField: boolean
  readonly lastRow: boolean
}

function hereOf(event: Event): Here | undefined {
  const field = event.target
  if (!(field instanceof HTMLElement)) return undefined
  const row = field.closest<HTMLElement>('[data-row]')
  if (row === null) return undefined
  const fields = [...row.querySelectorAll<HTMLElement>('input:not(:disabled)')]
  return {
    row: Number(row.dataset['row']),
    column: fields.indexOf(field),
    lastField: fields.at(-1) === field,
    lastRow: row.nextElementSibling === null,
  }
}

/** Keys inside of a table of rows: Insert, Ctrl+Delete, Alt+arrows, Ctrl+D, and Enter at its end. */
export function useRowKeys(actions: RowActions) {
  const draft = useFormSource()

  const byKey: [string, (here: Here) => void][] = [
    ['Insert', ({ row }) => actions.add(row)],
    ['Ctrl+Enter', ({ row }) => actions.add(row)],
    ['Ctrl+Delete', ({ row }) => actions.remove(row)],
    ['Alt+Up', ({ row, column }) => actions.move(row, row - 1, column)],
    ['Alt+Down', ({ row, column }) => actions.move(row, row + 1, column)],
  ]

  function onKey(event: KeyboardEvent): void {
    const here = hereOf(event)
    if (here === undefined || !draft.editable || event.defaultPrevented) return
    const action = byKey.find(([keys]) => matchesKeys(keys, event))?.[1]
    if (action === undefined) return
    event.preventDefault()
    action(here)
  }

  /** Enter at the end of the last row, and on an empty last row. */
  function onOnward(event: Event): void {
    const here = hereOf(event)
    if (here === undefined || !here.lastRow || !draft.editable || (event as CustomEvent<boolean>).detail) return
    const taken = here.lastField ? actions.afterLast(here.row) : here.column === 0 && actions.leaveEmpty(here.row)
    if (taken) event.preventDefault()
  }

  return { onKey, onOnward }
}

/** Ctrl+D: the field of the row above, wherever the cursor is in a table or in the goods lines. */
export function copyFromAbove(): string | undefined {
  const draft = useDraft()
  const field = document.activeElement
  if (!(field instanceof HTMLElement)) return undefined
  const path = field.dataset['path'] ?? field.dataset['cellPath'] ?? ''
  const above = aboveOf(path)
  if (above === undefined || !draft.editable) return undefined
  field.blur()
  draft.editor.apply([{ path, value: draft.text(above) }])
  field.focus()
  return path
}
