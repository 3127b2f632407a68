import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import { expect, test } from 'vitest'
import { useDataFolder } from '../../../electron/app/single-instance.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** The program as far as its folder is asked for. */
function appIn(home: string): { app: App; used: string[] } {
  const used: string[] = []
  const app = {
    commandLine: { getSwitchValue: () => '' },
    getPath: () => home,
    setPath: (_name: string, path: string) => void used.push(path),
  }
  return { app: app as unknown as App, used }
}

test('the folder of the data is made for its user alone', () => {
  const home = tempFolder()
  const { app, used } = appIn(join(home, 'settings'))
  const { folder, missing } = useDataFolder(app)
  expect(missing).toBeUndefined()
  expect(used).toEqual([folder])
  expect((statSync(folder).mode & 0o077).toString(8)).toBe('0')
})
