import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { watchEnd } from '../../../electron/app/unclean-end.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const warned: string[] = []
const log = { info: () => undefined, warn: (event: string) => void warned.push(event), error: () => undefined }

test('an end in good order is forgotten, any other is told at the next start, once for each', async () => {
  const folder = tempFolder()
  const first = watchEnd(folder, log)
  expect(first.wasUnclean).toBe(false)
  await first.service.shutdown?.()
  // This one is killed: nothing of it stops.
  expect(watchEnd(folder, log).wasUnclean).toBe(false)
  const third = watchEnd(folder, log)
  expect(third.wasUnclean).toBe(true)
  await third.service.shutdown?.()
  expect(existsSync(join(folder, 'running'))).toBe(false)
  expect(watchEnd(folder, log).wasUnclean).toBe(false)
  expect(warned).toEqual([])
})

test('where no mark can be laid down nothing is claimed', () => {
  const folder = tempFolder()
  rmSync(folder, { recursive: true })
  expect(watchEnd(folder, log).wasUnclean).toBe(false)
  expect(warned).toEqual(['app.noMark'])
})
