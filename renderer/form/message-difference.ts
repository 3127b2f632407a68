import { readAt, type Tree } from './paths.ts'

export interface Difference {
  readonly path: string
  readonly mine: string
  readonly theirs: string
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

function leaves(value: unknown, path: string, into: Set<string>): void {
  if (isTree(value))
    for (const [key, inner] of Object.entries(value)) leaves(inner, path === '' ? key : `${path}.${key}`, into)
  else if (typeof value === 'string' && value !== '') into.add(path)
}

const text = (root: Tree, path: string): string => {
  const value = readAt(root, path)
  return typeof value === 'string' ? value : ''
}

/** The fields in which two declarations differ, in form order of the first. */
export function differences(mine: Tree, theirs: Tree): Difference[] {
  const paths = new Set<string>()
  leaves(mine, '', paths)
  leaves(theirs, '', paths)
  return [...paths].flatMap((path) => {
    const pair = { path, mine: text(mine, path), theirs: text(theirs, path) }
    return pair.mine === pair.theirs ? [] : [pair]
  })
}
