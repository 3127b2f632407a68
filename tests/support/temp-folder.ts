import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder for a whole file of tests; call it in `beforeAll`. It is gone when the file is done. */
export function tempFolderOfSuite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-suite-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
