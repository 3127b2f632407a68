import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestSources } from '../../build/build.mjs'

describe('the digest that decides about a new bundle', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-sources-'))
    mkdirSync(join(folder, 'domain', 'rules'), { recursive: true })
    writeFileSync(join(folder, 'domain', 'rules', 'a.ts'), 'export const a = 1')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('stays the same when a file was only touched', () => {
    const before = digestSources(folder)
    utimesSync(join(folder, 'domain', 'rules', 'a.ts'), 1, 1)
    expect(digestSources(folder)).toBe(before)
  })

  it('changes with the content of a file', () => {
    const before = digestSources(folder)
    writeFileSync(join(folder, 'domain', 'rules', 'a.ts'), 'export const a = 2')
    expect(digestSources(folder)).not.toBe(before)
  })

  it('changes when a file gets another name', () => {
    const before = digestSources(folder)
    renameSync(join(folder, 'domain', 'rules', 'a.ts'), join(folder, 'domain', 'rules', 'b.ts'))
    expect(digestSources(folder)).not.toBe(before)
  })

  it('does not look at what is no source', () => {
    const before = digestSources(folder)
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out', 'x.js'), '')
    expect(digestSources(folder)).toBe(before)
  })
})
