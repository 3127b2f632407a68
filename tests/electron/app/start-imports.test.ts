import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const electron = resolve(import.meta.dirname, '../../../electron')
const statement = /^(?:import|export)\s+(?!type\b)(?:([^;'"]*?)\s+from\s+)?'([^']+)'/gm

/** A list of names that are all types leaves nothing to load. */
const onlyTypes = (names = ''): boolean =>
  /^\{[^}]*\}$/.test(names) &&
  names
    .slice(1, -1)
    .split(',')
    .every((name) => /^\s*(?:type\s|$)/.test(name))

/** Packages that a file and all that it imports need at once, each with the way to it. */
function packagesOf(file: string, way: readonly string[] = [], seen = new Set<string>()): Map<string, string> {
  const found = new Map<string, string>()
  if (seen.has(file) || !file.endsWith('.ts')) return found
  seen.add(file)
  for (const [, names, from = ''] of readFileSync(file, 'utf8').matchAll(statement)) {
    if (onlyTypes(names) || from.startsWith('node:')) continue
    if (!from.startsWith('.')) found.set(from, [...way, file].map((step) => step.split('/').at(-1)).join(' → '))
    else for (const [name, path] of packagesOf(join(dirname(file), from), [...way, file], seen)) found.set(name, path)
  }
  return found
}

/** Names of the packages, and for each that is not wanted the way to it. */
function judged(file: string, needed: readonly string[]): { names: string[]; strange: [string, string][] } {
  const found = packagesOf(join(electron, file))
  return { names: [...found.keys()].sort(), strange: [...found].filter(([name]) => !needed.includes(name)) }
}

test('before its first window main loads Electron and the log, nothing else', () => {
  const needed = ['electron', 'electron-log/node']
  expect(judged('main.ts', needed)).toEqual({ names: needed, strange: [] })
})

// Each of the others (crypto, XML, HTTP, time, zip) takes as long to load as the whole window needs to open.
test('the desk loads no library that the first page does not need', () => {
  // The trail of deeds is chained by SHA-256; that one part of the hash library is small.
  const chain = ['@noble/hashes/sha2.js', '@noble/hashes/utils.js']
  const needed = [...chain, 'better-sqlite3', 'electron', 'zod']
  expect(judged('app/run-desk.ts', needed)).toEqual({ names: needed, strange: [] })
})
