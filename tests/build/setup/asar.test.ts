import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { describe, expect, it } from 'vitest'
import { packAsar } from '../../../build/setup/asar.mjs'

describe("the starter's archive", () => {
  it("is read back by Electron's own tool", () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-asar-'))
    const file = join(folder, 'starter.asar')
    writeFileSync(
      file,
      packAsar(
        new Map([
          ['package.json', Buffer.from('{}')],
          ['main.js', Buffer.from('// 启动')],
        ]),
      ),
    )
    expect(listPackage(file, { isPack: false })).toEqual(['/package.json', '/main.js'])
    expect(extractFile(file, 'main.js').toString()).toBe('// 启动')
    rmSync(folder, { recursive: true })
  })
})
