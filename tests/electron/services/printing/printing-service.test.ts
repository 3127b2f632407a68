import { beforeEach, expect, test } from 'vitest'
import { failure } from '../../../../domain/failures/index.ts'
import type { DraftSummary } from '../../../../electron/ipc/contract.ts'
import { ok, refuse, type Result } from '../../../../domain/result.ts'
import type { PrintDocument } from '../../../../electron/services/printing/print-document.ts'
import { PrintingService, type PrintableDraft } from '../../../../electron/services/printing/printing-service.ts'
import { importDeclaration } from '../../../fixtures/declarations.ts'

const draft: PrintableDraft = {
  summary: { state: 'filed', clientSeqNo: 'YL2026111000000001', seqNo: 'I20260000000000017', entryId: '' },
  message: importDeclaration(),
}

const row = (number: number): DraftSummary => ({
  id: String(number),
  ieFlag: 'I',
  state: 'draft',
  clientSeqNo: `YL20261110${String(number).padStart(8, '0')}`,
  customer: '<b>演练进口</b>',
  billNo: 'YLHAM2610021',
  contractNo: 'YL-1',
  tradeMode: '0110',
  lines: 3,
  seqNo: '',
  entryId: '',
  rev: 1,
  createdAt: '2026-11-10T08:00:00.000Z',
  updatedAt: '2026-11-10T08:00:00.000Z',
  errors: 0,
  warnings: 0,
  marked: false,
})

let printed: PrintDocument[]
let saved: { name: string; bytes: Uint8Array }[]
let loaded: Result<PrintableDraft>
let rendered: Result<Uint8Array>
let answer: Result<boolean>
let listed: DraftSummary[]
let service: PrintingService

beforeEach(() => {
  printed = []
  saved = []
  loaded = ok(draft)
  rendered = ok(Uint8Array.of(1, 2, 3))
  answer = ok(true)
  listed = [row(1)]
  service = new PrintingService({
    load: () => loaded,
    declaredOn: () => '20261110',
    practice: true,
    list: (_filter, limit) => ({ rows: listed.slice(0, limit), total: listed.length }),
    host: {
      renderPdf: (document) => {
        printed.push(document)
        return Promise.resolve(rendered)
      },
      printPaper: (document) => {
        printed.push(document)
        return Promise.resolve(ok({ sent: true }))
      },
    },
    saveFile: (name, bytes) => {
      saved.push({ name, bytes })
      return Promise.resolve(answer)
    },
  })
})

test('a PDF is saved under the number of the declaration', async () => {
  expect(await service.pdf({ id: 'a', kind: 'declaration' })).toEqual(ok({ saved: true, pages: 1 }))
  expect(saved).toEqual([{ name: '报关单-I20260000000000017.pdf', bytes: Uint8Array.of(1, 2, 3) }])
  expect(printed[0]?.title).toBe('中华人民共和国海关进口货物报关单')
  expect(printed[0]?.html).toContain('20261110')
})

test('the check print goes to paper', async () => {
  expect(await service.print({ id: 'a', kind: 'check' })).toEqual(ok({ sent: true }))
  expect(printed[0]?.html).toContain('进口报关单核对单')
})

test('a closed save dialog is no fault', async () => {
  answer = ok(false)
  expect(await service.pdf({ id: 'a', kind: 'check' })).toEqual(ok({ saved: false, pages: 1 }))
})

test('what the store, the print window or the disk refuses is handed on', async () => {
  loaded = refuse(failure('app.internal'))
  expect(await service.pdf({ id: 'a', kind: 'declaration' })).toBe(loaded)
  expect(await service.print({ id: 'a', kind: 'declaration' })).toBe(loaded)
  loaded = ok(draft)
  rendered = refuse(failure('printing.failed', { detail: 'x' }))
  expect(await service.pdf({ id: 'a', kind: 'declaration' })).toBe(rendered)
  rendered = ok(new Uint8Array())
  answer = refuse(failure('app.internal'))
  expect(await service.pdf({ id: 'a', kind: 'declaration' })).toBe(answer)
})

test('the list is printed as it is narrowed, marked in practice, texts as texts', async () => {
  listed = Array.from({ length: 70 }, (_, at) => row(at + 1))
  expect(await service.list({ filter: { text: '演练' }, paper: false })).toEqual(ok({ done: true, pages: 3 }))
  expect(saved[0]?.name).toMatch(/^报关单列表-\d{4}-\d{2}-\d{2}\.pdf$/)
  expect(printed[0]?.html).toContain('&lt;b&gt;演练进口&lt;/b&gt;')
  expect(printed[0]?.html).toContain('演练打印，不得用于申报')
  expect(printed[0]?.html.match(/<tr>/g)).toHaveLength(73)
})

test('a longer list says that it was cut; paper needs no file', async () => {
  listed = Array.from({ length: 2100 }, (_, at) => row(at + 1))
  expect(await service.list({ filter: {}, paper: true })).toMatchObject({ ok: true, value: { done: true } })
  expect(printed[0]?.html).toContain('更多的没有打印')
  expect(saved).toEqual([])
})
