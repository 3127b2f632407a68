import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eventName } from '../../../electron/log/desk-log.ts'

const electron = join(import.meta.dirname, '../../../electron')

/** Events of all log calls of the main process and its helpers. */
const events = readdirSync(electron, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(electron, file), 'utf8')
    return [...text.matchAll(/\blog(?:\??\.(?:info|warn|error)|\?\.)\(\s*'([^']+)'/g)].map((call) => call[1] ?? '')
  })

test('every event that the program tells passes the log by its own name', () => {
  expect(events.length).toBeGreaterThan(25)
  expect(events.filter((event) => !eventName.test(event))).toEqual([])
})
