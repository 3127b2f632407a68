import { beforeEach, expect, test } from 'vitest'
import { failure } from '../../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../../domain/result.ts'
import type { PrintDocument } from '../../../../electron/services/printing/print-document.ts'
import { PrintingService, type PrintableDraft } from '../../../../electron/services/printing/printing-service.ts'
import { importDeclaration } from '../../../fixtures/declarations.ts'

const draft: PrintableDraft = {
  summary: { state: 'filed', clientSeqNo: 'YL2026111000000001', seqNo: 'I20260000000000017', entryId: '' },
  message: importDeclaration(),
}

let printed: PrintDocument[]
let saved: { name: string; bytes: Uint8Array }[]
let loaded: Result<PrintableDraft>
let rendered: Result<Uint8Array>
let answer: Result<boolean>
let service: PrintingService

beforeEach(() => {
  printed = []
  saved = []
  loaded = ok(draft)
  rendered = ok(Uint8Array.of(1, 2, 3))
  answer = ok(true)
  service = new PrintingService({
    load: () => loaded,
    practice: true,
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
