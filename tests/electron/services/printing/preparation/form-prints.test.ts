import { beforeEach, expect, test } from 'vitest'
import { failure } from '../../../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../../../domain/result.ts'
import { FormPrints, type FormPrintsParts } from '../../../../../electron/services/printing/preparation/form-prints.ts'
import type { PrintDocument } from '../../../../../electron/services/printing/print-document.ts'
import { qualificationText } from '../../../../fixtures/preparations.ts'

let printed: PrintDocument[]
let saved: string[]
let loaded: ReturnType<FormPrintsParts['load']>
let rendered: Result<Uint8Array>
let prints: FormPrints

beforeEach(() => {
  printed = []
  saved = []
  loaded = ok({ text: qualificationText(), state: 'editing', attached: [] })
  rendered = ok(Uint8Array.of(1))
  prints = new FormPrints({
    load: () => loaded,
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
    saveFile: (name) => {
      saved.push(name)
      return Promise.resolve(ok(true))
    },
    practice: true,
    today: () => '2026-11-27',
  })
})

test.each([
  ['unit', '报关单位情况登记表'],
  ['permit', '报关企业注册登记许可申请书'],
  ['filing', '报关单位备案信息表'],
] as const)('the form %s is saved under its name and goes to paper', async (form, title) => {
  expect(await prints.pdf({ id: 'w', form })).toEqual(ok({ saved: true, pages: 1 }))
  expect(saved).toEqual([`${title}.pdf`])
  expect(await prints.print({ id: 'w', form })).toEqual(ok({ sent: true }))
  expect(printed.map((document) => document.title)).toEqual([title, title])
})

test('a form that was handed in is no draft any more', async () => {
  await prints.print({ id: 'w', form: 'unit' })
  loaded = ok({ text: qualificationText(), state: 'sent', attached: [] })
  await prints.print({ id: 'w', form: 'unit' })
  expect(printed.map(({ html }) => html.includes('<span>草稿</span>'))).toEqual([true, false])
})

test('what the store or the print window refuses is handed on', async () => {
  rendered = refuse(failure('printing.failed', { detail: 'x' }))
  expect(await prints.pdf({ id: 'w', form: 'unit' })).toBe(rendered)
  loaded = refuse(failure('wizards.gone'))
  expect(await prints.print({ id: 'w', form: 'unit' })).toBe(loaded)
})
