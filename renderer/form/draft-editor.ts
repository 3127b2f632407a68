import { followingChanges } from './line-math.ts'
import { followLines, numberLines } from './line-order.ts'
import { readAt, rowsAt, textAt, type Tree, writeAt } from './paths.ts'
import { type Change, createUndoStack } from './undo-stack.ts'

export type Setting = { readonly path: string; readonly value: unknown }

export interface DraftEditor {
  /** A field while it is typed: letters of one field join to one step of undo. */
  type(path: string, value: string): void
  /** Some fields at once, one step of undo. */
  apply(settings: readonly Setting[]): void
  /** The cursor leaves a field: computes what waits for the finished value, and ends the step. */
  leave(path: string): void
  insertRow(table: string, at: number, row: Tree): void
  removeRow(table: string, at: number): void
  moveRow(table: string, from: number, to: number): void
  setRows(table: string, rows: readonly Tree[]): void
  /** Takes the last step back; the path that changed first, for the cursor. */
  undo(): string | undefined
  redo(): string | undefined
  clear(): void
}

/** The goods lines are numbered, and other parts name them by number. */
const lines = 'DecLists'
const lineField = /^DecLists\.(\d+)\.(\w+)$/
/** Computed when the field is left: while it is typed, each digit would overwrite the price of the contract. */
const waits = new Set(['DeclTotal'])

const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T))

/**
 * Every change of a draft goes through here: noted for undo, with what follows from it.
 * @param root the declaration, plain or reactive
 * @param changed called after each change
 * @param follow what else follows from a field that was just typed
 */
export function createDraftEditor(
  root: () => Tree,
  changed: () => void,
  follow: (path: string) => readonly Setting[] = () => [],
): DraftEditor {
  const stack = createUndoStack()

  function write(settings: readonly Setting[]): Change[] {
    return settings.flatMap(({ path, value }) => {
      const before = copy(readAt(root(), path))
      const after = copy(value)
      if (JSON.stringify(before) === JSON.stringify(after)) return []
      writeAt(root(), path, copy(after))
      return [{ path, before, after }]
    })
  }

  function following(path: string): Setting[] {
    const [, index, element = ''] = lineField.exec(path) ?? []
    const line = index === undefined ? undefined : rowsAt(root(), lines)[Number(index)]
    if (line === undefined) return [...follow(path)]
    return followingChanges(line, element).map((each) => ({
      path: `${lines}.${index}.${each.element}`,
      value: each.value,
    }))
  }

  function note(changes: Change[], merge?: string): void {
    if (changes.length === 0) return
    stack.push(changes, merge)
    changed()
  }

  /** New rows of a table; goods lines are numbered anew, and what names them follows. */
  function rewrite(table: string, rows: Tree[]): void {
    const plain = copy(rows)
    if (table !== lines) return note(write([{ path: table, value: plain }]))
    const renumbered = numberLines(plain)
    const settings = [{ path: table, value: plain }, ...followLines(root(), renumbered)]
    note(write(settings))
  }

  function step(changes: readonly Change[] | undefined, side: 'before' | 'after'): string | undefined {
    if (changes === undefined) return undefined
    for (const change of changes) writeAt(root(), change.path, copy(change[side]))
    changed()
    // Undo runs backwards: what the clerk typed comes last, after what followed from it.
    return changes.at(side === 'before' ? -1 : 0)?.path
  }

  return {
    type(path, value) {
      const changes = write([{ path, value }])
      const element = lineField.exec(path)?.[2] ?? ''
      if (changes.length > 0 && !waits.has(element)) changes.push(...write(following(path)))
      note(changes, path)
    },
    apply(settings) {
      const changes = write(settings)
      note([...changes, ...changes.flatMap(({ path }) => write(following(path)))])
    },
    leave(path) {
      const element = lineField.exec(path)?.[2] ?? ''
      if (waits.has(element) && textAt(root(), path) !== '') note(write(following(path)), path)
      stack.seal()
    },
    insertRow(table, at, row) {
      const rows = [...rowsAt(root(), table)]
      rows.splice(at, 0, row)
      rewrite(table, rows)
    },
    removeRow: (table, at) =>
      rewrite(
        table,
        rowsAt(root(), table).filter((_, index) => index !== at),
      ),
    moveRow(table, from, to) {
      const rows = [...rowsAt(root(), table)]
      const [row] = rows.splice(from, 1)
      if (row === undefined || to < 0 || to > rows.length) return
      rows.splice(to, 0, row)
      rewrite(table, rows)
    },
    setRows: (table, rows) => rewrite(table, [...rows]),
    undo: () => step(stack.undo(), 'before'),
    redo: () => step(stack.redo(), 'after'),
    clear: () => stack.clear(),
  }
}
