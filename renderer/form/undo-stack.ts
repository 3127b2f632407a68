/** One change of one place. Values are plain copies that nobody changes later. */
export interface Change {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

export interface UndoStack {
  /** Notes changes that belong together. With the same `merge` word as the step before, they join that step. */
  push(changes: readonly Change[], merge?: string): void
  /** Ends joining: the next change is a step of its own (the cursor left the field). */
  seal(): void
  /** Changes to take back, newest first; `undefined` when there is nothing. */
  undo(): readonly Change[] | undefined
  redo(): readonly Change[] | undefined
  clear(): void
}

/** Steps kept; the oldest fall away. */
const longest = 500

function join(step: readonly Change[], more: readonly Change[]): Change[] {
  const joined = new Map(step.map((change) => [change.path, change]))
  for (const change of more)
    joined.set(change.path, { ...change, before: joined.get(change.path)?.before ?? change.before })
  return [...joined.values()]
}

/** A stack of steps for Ctrl+Z and Ctrl+Y. */
export function createUndoStack(): UndoStack {
  let done: (readonly Change[])[] = []
  let undone: (readonly Change[])[] = []
  let joining: string | undefined

  return {
    push(changes, merge) {
      if (changes.length === 0) return
      const last = done.at(-1)
      if (merge !== undefined && merge === joining && last !== undefined) done[done.length - 1] = join(last, changes)
      else done.push(changes)
      if (done.length > longest) done.shift()
      joining = merge
      undone = []
    },
    seal: () => (joining = undefined),
    undo() {
      const step = done.pop()
      joining = undefined
      if (step === undefined) return undefined
      undone.push(step)
      return step.toReversed()
    },
    redo() {
      const step = undone.pop()
      joining = undefined
      if (step !== undefined) done.push(step)
      return step
    },
    clear() {
      done = []
      undone = []
      joining = undefined
    },
  }
}
