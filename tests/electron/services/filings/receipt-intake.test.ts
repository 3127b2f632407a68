import { beforeEach, expect, test } from 'vitest'
import { writeReceipt } from '../../../../domain/message/write-receipt.ts'
import type { Receipt } from '../../../../domain/message/receipt.ts'
import { importDeclaration } from '../../../fixtures/declarations.ts'
import { filingDesk, memoryStore, type FilingDesk } from '../../../support/filing-desk.ts'
import { LossyLine } from '../../../support/lossy-line.ts'

const seqNo = 'I20260000000000001'
const entryId = '224820261000000001'
let desk: FilingDesk
let id = ''
let serial = 0

beforeEach(() => {
  desk = filingDesk({ db: memoryStore(), portal: new LossyLine(Date.now) })
  id = desk.ready(importDeclaration())
  desk.queue(id, new TextEncoder().encode('<DecMessage/>'))
})

const keepRaw = (raw: Uint8Array): void => {
  desk.book.change(() => desk.intake.keep({ origin: 'portal', portalId: `${serial++}`, fileName: 'a.xml', raw }))
}
const keep = (receipt: Partial<Receipt>): void =>
  keepRaw(Buffer.from(writeReceipt({ form: 'DEC_RESULT', note: '', more: {}, ...receipt })))
const notice = (channel: string, minute: number, more: Partial<Receipt> = {}): void =>
  keep({ seqNo, channel, noticeAt: `2026-11-10T09:${String(minute).padStart(2, '0')}:00`, ...more })
const taken = (more: Partial<Receipt> = {}): void => {
  const { clientSeqNo = '' } = desk.drafts.summary(id) ?? {}
  keep({ form: 'DecImportResponse', responseCode: '0', clientSeqNo, seqNo, ...more })
}
const state = () => desk.drafts.summary(id)?.state
/** It was sent, and nobody knows what became of it. */
const send = (): void => {
  const row = desk.outboxRepo.live(id)?.id ?? 0
  for (const event of ['submit', 'send', 'unknown'] as const) desk.outboxRepo.move(row, event)
  desk.drafts.move(id, 'send')
}
const line = () => desk.timeline.of(id).map((entry) => entry.title)

test('a notice that came late but is older than what is known changes nothing', () => {
  send()
  taken()
  notice('P', 30, { entryId })
  notice('E', 20, { entryId: '224820261000000009' })
  expect(state()).toBe('released')
  expect(desk.drafts.summary(id)?.entryId).toBe(entryId)
  expect(line()).toContain('不被受理 / 海关退单')
  notice('R', 40)
  notice('E', 50)
  expect(state()).toBe('closed')
})

test('a notice finds its filing by the customs number alone', () => {
  send()
  taken()
  notice('L', 10, { entryId })
  notice('J', 20, { seqNo: '', entryId })
  expect(state()).toBe('examined')
})

test('notices that come before any number is known wait, are shown, and then count in their order', () => {
  send()
  notice('L', 10, { entryId })
  notice('J', 20, { seqNo: '', entryId })
  notice('7', 5)
  expect(desk.receiptsRepo.unmatched().map((entry) => entry.channel)).toEqual(['7', 'J', 'L'])
  expect(state()).toBe('sending')
  taken()
  expect(state()).toBe('examined')
  expect(desk.receiptsRepo.unmatched()).toEqual([])
  expect(desk.timeline.of(id).map((entry) => entry.channel)).toEqual(['7', 'L', 'J', ''])
})

test('notices that came while the message was still waiting to be sent count once it is known to be there', () => {
  taken()
  notice('7', 5)
  notice('L', 10, { entryId })
  expect(state()).toBe('queued')
  send()
  desk.book.move(id, 'saved')
  desk.book.change(() => desk.intake.resolve(id))
  expect(state()).toBe('stored')
})

test('a receipt answers what became of a send of unknown fate', () => {
  send()
  expect(desk.outboxRepo.live(id)?.state).toBe('unknown')
  taken()
  expect(desk.outboxRepo.latest(id)?.state).toBe('accepted')
})

test('so does a refusal', () => {
  send()
  taken({ responseCode: '-2', seqNo: '' })
  expect(desk.outboxRepo.latest(id)?.state).toBe('refused')
  expect(state()).toBe('refused')
})

test('an unknown letter is shown raw with its note and moves nothing', () => {
  send()
  taken()
  notice('Q9', 10, { note: '没有说明的回执' })
  expect(state()).toBe('saved')
  expect(desk.timeline.of(id)[0]).toMatchObject({ title: '其他回执', channel: 'Q9', note: '没有说明的回执' })
})

test('what cannot be read is kept with its reason', () => {
  keepRaw(Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><DEC_RESULT>&e;</DEC_RESULT>'))
  keepRaw(Buffer.from('<DEC_RESULT><CUS_CIQ_NO>'))
  keepRaw(Buffer.from([0xff, 0xfe, 0x00]))
  keepRaw(Buffer.alloc(0))
  const kept = desk.receiptsRepo.unmatched()
  expect(kept.map((row) => row.title)).toEqual(Array.from({ length: 4 }, () => '无法读取的回执'))
  expect(kept.map((row) => row.problem)).toContain('message.doctype')
  expect(kept.every((row) => row.problem.startsWith('message.'))).toBe(true)
})

test('the same receipt twice is one receipt', () => {
  send()
  taken()
  notice('7', 5)
  notice('7', 5)
  expect(line().filter((title) => title === '申报成功')).toHaveLength(1)
})

test('a receipt for a declaration that was taken back is a warning', async () => {
  taken()
  await desk.filing.withdraw(id)
  notice('7', 5)
  expect(state()).toBe('ready')
  expect(desk.timeline.of(id).at(-1)).toMatchObject({ kind: 'trouble' })
})

/** Refused by customs ten minutes after the hour, and filed anew under another number. */
function refusedAndFiledAnew(): void {
  send()
  taken()
  notice('E', 10)
  expect(state()).toBe('refused')
  desk.drafts.move(id, 'reopen')
  desk.drafts.move(id, 'markReady')
  desk.queue(id, new TextEncoder().encode('<DecMessage>2</DecMessage>'))
  send()
  taken({ seqNo: 'I20260000000000002' })
}
const twice = '退回前的那一份又有了进展，可能申报了两份'

test('receipts of a refused filing stay history after it is filed anew', () => {
  refusedAndFiledAnew()
  notice('L', 8)
  expect(state()).toBe('saved')
  expect(line()).toContain('海关入库成功 / 海关已接收')
  expect(line()).not.toContain(twice)
  notice('7', 5, { seqNo: 'I20260000000000002' })
  expect(state()).toBe('filed')
})

test('a refused filing that goes on after it was filed anew is told as two, once for each notice', () => {
  refusedAndFiledAnew()
  notice('P', 50)
  notice('P', 50)
  notice('E', 55)
  expect(state()).toBe('saved')
  expect(line().filter((title) => title === twice)).toHaveLength(1)
  expect(desk.timeline.of(id).find(({ title }) => title === twice)?.note).toContain('I20260000000000001')
})

test('thousands of receipts that wait for one number all find it', () => {
  send()
  for (let minute = 0; minute < 1000; minute++) notice('Q', minute % 60, { note: `第 ${minute} 条` })
  taken()
  expect(desk.receiptsRepo.unmatched()).toEqual([])
  expect(desk.timeline.of(id)).toHaveLength(1001)
})
