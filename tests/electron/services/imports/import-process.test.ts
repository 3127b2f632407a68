import { readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StartHelper } from '../../../../electron/process/helper.ts'
import { ImportProcess } from '../../../../electron/services/imports/import-process.ts'
import { buildHelper, type BuiltHelper } from '../../../support/fork-helper.ts'

let built: BuiltHelper
let start: StartHelper
const fixture = new URL('../../../fixtures/spreadsheets/packing-invoice-20.xlsx', import.meta.url)

beforeAll(async () => {
  built = await buildHelper('electron/services/imports/worker.ts')
  start = (_, argument) => built.start(argument)
}, 60_000)
afterAll(() => built.remove())

const openFixture = async (process: ImportProcess) =>
  process.ask({ kind: 'open', name: '客户.xlsx', bytes: new Uint8Array(await readFile(fixture)) })

/** Ten thousand column ranges of 16,384 columns each: hours of work for a reader that believes them. */
async function endlessSheet(): Promise<Uint8Array> {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: 'S', rows: [['品名', '数量']] }] }))
  const path = 'xl/worksheets/sheet1.xml'
  const columns = '<col min="1" max="16384" width="9"/>'.repeat(200_000)
  const xml = strFromU8(parts[path] ?? new Uint8Array()).replace('<sheetData>', `<cols>${columns}</cols><sheetData>`)
  return zipSync({ ...parts, [path]: strToU8(xml) })
}

test('the real process reads the fixture, shows its bad cells and builds the declaration', async () => {
  const process = new ImportProcess(start, 60)
  const opened = await openFixture(process)
  if (!opened.ok) throw new Error(opened.error.code)
  const [sheet] = opened.value
  expect(sheet).toMatchObject({ name: 'Invoice & Packing', headerRow: 11 })
  const mapping = { sheet: 0, headerRow: sheet?.headerRow ?? 0, columns: sheet?.suggested ?? {} }
  const preview = await process.ask({ kind: 'preview', mapping })
  expect(preview).toMatchObject({ ok: true, value: { errors: 2 } })
  const built = await process.ask({ kind: 'build', mapping, ieFlag: 'I' })
  expect(built.ok && built.value.messages[0]?.DecLists).toHaveLength(20)
  process.stop()
})

test('a preview before the file was opened is refused', async () => {
  const process = new ImportProcess(start, 60)
  const answer = await process.ask({ kind: 'preview', mapping: { sheet: 0, headerRow: 0, columns: {} } })
  expect(answer).toMatchObject({ ok: false, error: { code: 'imports.gone' } })
  process.stop()
})

test('a sheet made to take for ever is ended by the time limit, and the next file is read', async () => {
  const process = new ImportProcess(start, 3)
  const answer = await process.ask({ kind: 'open', name: '坏.xlsx', bytes: await endlessSheet() })
  expect(answer).toMatchObject({ ok: false, error: { code: 'imports.tooSlow' } })
  expect(process.running).toBe(false)
  expect((await openFixture(process)).ok).toBe(true)
  process.stop()
})

test('a cancel ends the process at once', async () => {
  const process = new ImportProcess(start, 60)
  const answer = process.ask({ kind: 'open', name: '坏.xlsx', bytes: await endlessSheet() })
  process.stop()
  expect(await answer).toMatchObject({ ok: false, error: { code: 'app.cancelled' } })
})

test('a process that dies answers what was asked of it', async () => {
  const helper: { kill?: () => void } = {}
  const process = new ImportProcess((_, argument) => {
    const started = built.start(argument)
    helper.kill = () => started.kill()
    return started
  }, 60)
  const answer = process.ask({ kind: 'open', name: '坏.xlsx', bytes: await endlessSheet() })
  helper.kill?.()
  expect(await answer).toMatchObject({ ok: false, error: { code: 'imports.stopped' } })
})

test('a sheet that needs more memory than the process may take ends the process, not the program', async () => {
  const process = new ImportProcess((_, argument) => built.start(argument, ['--max-old-space-size=40']), 60)
  const rows = Array.from({ length: 15_000 }, (_, row) =>
    Array.from({ length: 60 }, (__, column) => `${row}:${column}`),
  )
  const bytes = await writeXlsx({ sheets: [{ name: 'S', rows }], stringMode: 'inline' })
  const answer = await process.ask({ kind: 'open', name: '大.xlsx', bytes })
  expect(answer).toMatchObject({ ok: false, error: { code: 'imports.stopped' } })
})
