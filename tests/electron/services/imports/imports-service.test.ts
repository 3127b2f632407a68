import { readFile } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { failure } from '../../../../domain/failures/index.ts'
import type { DecMessage } from '../../../../domain/fields/declaration/dec-message.ts'
import { ok, refuse, type Result } from '../../../../domain/result.ts'
import { contract } from '../../../../electron/ipc/contract.ts'
import {
  ImportsService,
  type PickedSheet,
  type TaskRunner,
} from '../../../../electron/services/imports/imports-service.ts'
import { ImportMappingsRepo } from '../../../../electron/store/import-mappings.repo.ts'
import { importMappings } from '../../../../electron/store/migrations/0040-import-mappings.ts'
import { buildHelper, type BuiltHelper } from '../../../support/fork-helper.ts'

let built: BuiltHelper
let service: ImportsService
let picked: Result<PickedSheet | null>
let drafts: { customer: string; messages: readonly DecMessage[] }[]
let refusal: Result<never> | undefined
let cancel: AbortController

const tasks: TaskRunner = { run: (_, work) => work({ signal: cancel.signal }) }

beforeAll(async () => {
  built = await buildHelper('electron/services/imports/worker.ts')
}, 60_000)
afterAll(() => built.remove())

beforeEach(() => {
  const db = new Database(':memory:')
  importMappings.up(db)
  drafts = []
  refusal = undefined
  cancel = new AbortController()
  service = new ImportsService({
    pickFile: () => Promise.resolve(picked),
    startHelper: (_, argument) => built.start(argument),
    tasks,
    mappings: new ImportMappingsRepo(db),
    createDrafts: (customer, messages) => {
      if (refusal !== undefined) return Promise.resolve(refusal)
      drafts.push({ customer, messages })
      return Promise.resolve(ok(messages.map((_, at) => `draft-${at + 1}`)))
    },
  })
})
afterEach(() => service.shutdown())

const fixture = async (name = 'packing-invoice-20.xlsx'): Promise<PickedSheet> => ({
  name,
  bytes: new Uint8Array(await readFile(new URL(`../../../fixtures/spreadsheets/${name}`, import.meta.url))),
})

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.why}`)
  return result.value
}

async function pickAndRead(file: PickedSheet) {
  picked = ok(file)
  const choice = valueOf(await service.pick({}))
  if (choice === null) throw new Error('nothing picked')
  const answer = valueOf(await service.read({ token: choice.token }))
  const sheet = answer.sheets[answer.best]
  if (sheet === undefined) throw new Error('no sheet')
  const mapping = { sheet: answer.best, headerRow: sheet.headerRow, columns: sheet.suggested }
  return { token: choice.token, answer, mapping }
}

test('a customer’s sheet becomes a draft: pick, read, preview, commit', async () => {
  const { token, answer, mapping } = await pickAndRead(await fixture())
  expect(contract.imports.read.output.parse(answer)).toEqual(answer)
  expect(answer).toMatchObject({ best: 0, remembered: null })
  const preview = valueOf(await service.preview({ token, mapping }))
  expect(contract.imports.preview.output.parse(preview)).toEqual(preview)
  expect(preview).toMatchObject({ errors: 2 })
  expect(preview.rows).toHaveLength(20)
  const done = valueOf(await service.commit({ token, mapping, customer: '演练客户', ieFlag: 'I' }))
  expect(done.ids).toEqual(['draft-1'])
  const [message] = drafts[0]?.messages ?? []
  expect(contract.drafts.save.input.shape.message.parse(message)).toEqual(message)
  expect(message?.DecHead).toMatchObject({
    IEFlag: 'I',
    ContrNo: 'YL-IM-2026-021',
    GrossWet: '3028.7',
    PackNo: '93',
    TransMode: '1',
  })
  expect(message?.DecLists).toHaveLength(20)
  expect(message?.DecLists?.[8]?.GQty).toBeUndefined()
})

test('the clean sheet has nothing to mark and its totals hold', async () => {
  const { token, mapping } = await pickAndRead(await fixture('packing-invoice-20-clean.xlsx'))
  expect(valueOf(await service.preview({ token, mapping }))).toMatchObject({ errors: 0, warnings: 0 })
})

test('the mapping is remembered for the customer, also when the columns stand in another order', async () => {
  const titles = ['品名', '数目', '单位']
  const first = await pickAndRead({
    name: '一.xlsx',
    bytes: await writeXlsx({ sheets: [{ name: 'S', rows: [titles, ['轴承', 5, 'PCS']] }] }),
  })
  const mapping = { ...first.mapping, columns: { 0: 'GName', 1: 'GQty', 2: 'GUnit' } }
  valueOf(await service.commit({ token: first.token, mapping, customer: '演练客户', ieFlag: 'I' }))
  const moved = [[...titles].reverse(), ['SET', 7, '阀门']]
  const second = await pickAndRead({
    name: '二.xlsx',
    bytes: await writeXlsx({ sheets: [{ name: 'T', rows: [['装箱单'], [], ...moved] }] }),
  })
  expect(second.answer.remembered).toEqual({
    customer: '演练客户',
    mapping: { sheet: 0, headerRow: 2, columns: { 0: 'GUnit', 1: 'GQty', 2: 'GName' } },
  })
})

test('a second commit of the same file makes no second draft', async () => {
  const { token, mapping } = await pickAndRead(await fixture())
  const input = { token, mapping, customer: '演练客户', ieFlag: 'I' } as const
  const answers = await Promise.all([service.commit(input), service.commit(input)])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'imports.gone' } })
  expect(drafts).toHaveLength(1)
})

test('when the drafts cannot be made the file stays open for another try', async () => {
  const { token, mapping } = await pickAndRead(await fixture())
  const input = { token, mapping, customer: '演练客户', ieFlag: 'I' } as const
  refusal = refuse(failure('app.internal'))
  expect((await service.commit(input)).ok).toBe(false)
  refusal = undefined
  expect((await service.commit(input)).ok).toBe(true)
})

test('after a cancel the same file can be previewed again', async () => {
  const { token, mapping } = await pickAndRead(await fixture())
  const preview = service.preview({ token, mapping })
  cancel.abort()
  expect(await preview).toMatchObject({ ok: false, error: { code: 'app.cancelled' } })
  cancel = new AbortController()
  expect((await service.preview({ token, mapping })).ok).toBe(true)
})

test('a closed dialog, an unknown token, a refused file', async () => {
  picked = ok(null)
  expect(await service.pick({})).toEqual(ok(null))
  expect(await service.read({ token: 'nothing' })).toMatchObject({ ok: false, error: { code: 'imports.gone' } })
  picked = ok({ name: '大.xlsx', bytes: new Uint8Array(41 * 1024 * 1024) })
  expect(await service.pick({})).toMatchObject({ ok: false, error: { code: 'imports.tooLarge' } })
  picked = ok({ name: '错.xlsx', bytes: new TextEncoder().encode('%PDF-1.7') })
  const choice = valueOf(await service.pick({}))
  expect(await service.read({ token: choice?.token ?? '' })).toMatchObject({
    ok: false,
    error: { code: 'imports.wrongType' },
  })
})
