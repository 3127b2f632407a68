import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFolder } from '../../../build/electron.mjs'

/** The text of the object literal that begins at `from`. */
function literalAt(source: string, from: number): string {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    if (source[at] === '{') depth++
    else if (source[at] === '}' && --depth === 0) return source.slice(from, at + 1)
  }
  throw new Error('a literal without an end')
}

const root = join(appFolder, 'renderer')
const files = readdirSync(root, { encoding: 'utf8', recursive: true }).filter((file) => /\.(ts|vue)$/.test(file))

/** Commands as they stand in the source, by id. */
const commands = files.flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(/\{\s*id: (['`][\w.${}-]+['`])/g)]
    .map((found) => ({ id: found[1] ?? '', text: literalAt(source, found.index) }))
    .filter(({ text }) => /\btitle\b/.test(text) && /\brun\b/.test(text))
})

test('every action has a key', () => {
  expect(commands.length).toBeGreaterThan(80)
  expect(commands.filter(({ text }) => !/\bkeys\b/.test(text)).map(({ id }) => id)).toEqual([])
})
