/** Reading and writing a declaration by field path (`DecHead.GrossWet`, `DecLists.3.GQty`). */
export type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** The value at a path; `undefined` where nothing is. */
export function readAt(root: Tree, path: string): unknown {
  let here: unknown = root
  for (const name of path.split('.')) {
    if (!isTree(here)) return undefined
    here = here[name]
  }
  return here
}

/** The text at a path; empty where nothing is. */
export function textAt(root: Tree, path: string): string {
  const value = readAt(root, path)
  return typeof value === 'string' ? value : ''
}

/** The rows of a table; empty where the table is absent. */
export function rowsAt(root: Tree, path: string): Tree[] {
  const value = readAt(root, path)
  return Array.isArray(value) ? (value as Tree[]) : []
}

/** Sets the value at a path, making the parts on the way. `undefined` takes the key away. */
export function writeAt(root: Tree, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop() ?? ''
  let here = root
  for (const [at, name] of names.entries()) {
    if (!isTree(here[name])) here[name] = /^\d+$/.test(names[at + 1] ?? last) ? [] : {}
    // Read back, not taken from the line above: through a reactive root the part is reactive only so.
    here = here[name] as Tree
  }
  if (value === undefined && !Array.isArray(here)) delete here[last]
  else here[last] = value
}
