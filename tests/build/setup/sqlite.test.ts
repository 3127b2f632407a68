import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { headersFolder, needsBuild, patchBuildFile } from '../../../build/setup/sqlite.mjs'

describe('the SQLite build', () => {
  it.each([
    [10, 10, false],
    [9, 10, true],
    [10, 9, true],
    [9, 9, true],
  ])('with Node-API %i in Node and %i in Electron is needed: %s', (node, electron, needed) => {
    expect(needsBuild(node, electron)).toBe(needed)
  })

  it('changes the one define', () => {
    expect(patchBuildFile("'defines': ['NAPI_VERSION=10', 'OTHER']")).toBe("'defines': ['NAPI_EXPERIMENTAL', 'OTHER']")
  })

  it('takes a build file that was changed before', () => {
    expect(patchBuildFile("'defines': ['NAPI_EXPERIMENTAL']")).toBe("'defines': ['NAPI_EXPERIMENTAL']")
  })

  it('stops on a build file that it does not know', () => {
    expect(() => patchBuildFile("'defines': []")).toThrow(/better-sqlite3/)
  })
})

describe("Node's headers", () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'desk-headers-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('are taken from where npm is told they are', () => {
    expect(headersFolder({ npm_config_nodedir: '/headers' }, join(folder, 'bin', 'node'))).toBe('/headers')
  })

  it('are taken from beside the running Node', () => {
    mkdirSync(join(folder, 'include', 'node'), { recursive: true })
    writeFileSync(join(folder, 'include', 'node', 'node_api.h'), '')
    expect(headersFolder({}, join(folder, 'bin', 'node'))).toBe(folder)
  })

  it('are left to the download when they are nowhere', () => {
    expect(headersFolder({}, join(folder, 'bin', 'node'))).toBeUndefined()
  })
})
