import { beforeEach, expect, test } from 'vitest'
import type { Receipt } from '../../../../domain/message/receipt.ts'
import { writeReceipt } from '../../../../domain/message/write-receipt.ts'
import { declaredOn } from '../../../../electron/services/filings/declared-on.ts'
import { importDeclaration } from '../../../fixtures/declarations.ts'
import { filingDesk, memoryStore, type FilingDesk } from '../../../support/filing-desk.ts'
import { LossyLine } from '../../../support/lossy-line.ts'

const seqNo = 'I20260000000000001'
let desk: FilingDesk
let id = ''

beforeEach(() => {
  desk = filingDesk({ db: memoryStore(), portal: new LossyLine(Date.now) })
  id = desk.ready(importDeclaration())
  desk.drafts.setNumbers(id, { seqNo })
})

const keep = (more: Partial<Receipt>): void => {
  const receipt: Receipt = { form: 'DEC_RESULT', note: '', more: {}, seqNo, ...more }
  const raw = Buffer.from(writeReceipt(receipt))
  desk.book.change(() => desk.intake.keep({ origin: 'portal', portalId: '', fileName: 'a.xml', raw }))
}
const day = (): string => declaredOn(desk.book.parts, id)

test('nothing is declared before a receipt says so', () => {
  expect(day()).toBe('')
  keep({ channel: 'Q', noticeAt: '2026-11-10T09:00:00' })
  expect(day()).toBe('')
  expect(declaredOn(desk.book.parts, 'nobody')).toBe('')
})

test('the day that a receipt names counts before the day of the notice, in Beijing', () => {
  keep({ channel: '7', noticeAt: '2026-11-11T07:30:00' })
  expect(day()).toBe('20261111')
  keep({ channel: 'P', noticeAt: '2026-11-13T09:00:00', declareDate: '2026-11-10' })
  expect(day()).toBe('20261110')
})

test('receipts of an earlier filing say nothing of this one', () => {
  keep({ channel: '7', noticeAt: '2026-11-11T09:00:00', declareDate: '2026-11-11' })
  desk.drafts.setNumbers(id, { seqNo: 'I20260000000000002' })
  expect(day()).toBe('')
})
