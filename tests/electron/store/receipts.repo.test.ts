import Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { receipts as receiptsStep } from '../../../electron/store/migrations/0031-receipts.ts'
import { timeline as timelineStep } from '../../../electron/store/migrations/0032-timeline.ts'
import { ReceiptsRepo, type NewReceipt } from '../../../electron/store/receipts.repo.ts'
import { TimelineRepo } from '../../../electron/store/timeline.repo.ts'

const receipt = (raw: string, more: Partial<NewReceipt> = {}): NewReceipt => ({
  origin: 'portal',
  portalId: '1',
  fileName: 'Receipt_I20260000000000001_20261110080000000.xml',
  raw: new TextEncoder().encode(raw),
  problem: '',
  form: 'DEC_RESULT',
  title: '申报成功',
  channel: '7',
  note: '',
  noticeAt: '2026-11-10T00:00:00.000Z',
  clientSeqNo: '',
  seqNo: 'I20260000000000001',
  entryId: '',
  ...more,
})

let db: Database.Database
let repo: ReceiptsRepo
let timeline: TimelineRepo

beforeEach(() => {
  db = new Database(':memory:')
  receiptsStep.up(db)
  timelineStep.up(db)
  repo = new ReceiptsRepo(db)
  timeline = new TimelineRepo(db)
})

test('bytes are kept as they came and the same bytes are kept once', () => {
  const row = repo.add(receipt('a'))
  expect(repo.add(receipt('a', { portalId: '2' }))).toBeUndefined()
  expect(repo.add(receipt('b'))).toBeDefined()
  expect(new TextDecoder().decode(repo.raw(row?.id ?? 0))).toBe('a')
})

test('the same answer to two filings is two receipts', () => {
  expect(repo.add(receipt('a', { origin: 'answer:1' }))).toBeDefined()
  expect(repo.add(receipt('a', { origin: 'answer:2' }))).toBeDefined()
})

test('a receipt without a filing waits for any of its numbers and is attached once', () => {
  const bySeq = repo.add(receipt('a', { noticeAt: '2026-11-10T02:00:00.000Z' }))
  const byEntry = repo.add(receipt('b', { seqNo: '', entryId: '224820261000000001' }))
  const byOurs = repo.add(receipt('c', { seqNo: '', clientSeqNo: 'YL2026111000000001', noticeAt: '' }))
  repo.add(receipt('d', { seqNo: '' }))
  const found = repo.waitingFor({
    clientSeqNo: 'YL2026111000000001',
    seqNo: 'I20260000000000001',
    entryId: '224820261000000001',
  })
  expect(found.map((row) => row.id)).toEqual([byOurs?.id, byEntry?.id, bySeq?.id])
  repo.attach(bySeq?.id ?? 0, 'first', true)
  repo.attach(bySeq?.id ?? 0, 'second', true)
  expect(repo.of('first').map((row) => row.id)).toEqual([bySeq?.id])
  expect(repo.of('second')).toEqual([])
  const known = { seqNo: 'I20260000000000001', entryId: '' }
  expect(repo.lastApplied('first', known)).toBe('2026-11-10T02:00:00.000Z')
  expect(repo.lastApplied('first', { seqNo: 'I20260000000000002', entryId: '' })).toBe('')
  expect(repo.waitingFor({ clientSeqNo: '', seqNo: '', entryId: '' })).toEqual([])
})

test('the cursor is kept', () => {
  expect(repo.cursor()).toBe('')
  repo.setCursor('a-1')
  repo.setCursor('a-2')
  expect(repo.cursor()).toBe('a-2')
})

test('within a second the time line keeps the order of arrival, because notices tell no more', () => {
  timeline.add({ declarationId: 'x', kind: 'own', title: '提交申报', at: '2026-11-10T01:00:00.700Z' })
  timeline.add({ declarationId: 'x', kind: 'receipt', title: '申报成功', at: '2026-11-10T01:00:00.000Z' })
  expect(timeline.of('x').map((entry) => entry.title)).toEqual(['提交申报', '申报成功'])
})

test('the time line is in the order of time, whole, and only grows', () => {
  timeline.add({ declarationId: 'x', kind: 'receipt', title: '放行', at: '2026-11-10T03:00:00.000Z', channel: 'P' })
  timeline.add({ declarationId: 'x', kind: 'own', title: '签名', at: '2026-11-10T01:00:00.000Z' })
  timeline.add({ declarationId: 'y', kind: 'own', title: '签名' })
  const entries = timeline.of('x')
  expect(entries.map((entry) => entry.title)).toEqual(['签名', '放行'])
  expect(entries[0]).toEqual({
    at: '2026-11-10T01:00:00.000Z',
    kind: 'own',
    title: '签名',
    channel: '',
    note: '',
    seqNo: '',
    entryId: '',
  })
  expect(() => db.prepare("UPDATE timeline SET title = ''").run()).toThrow(/append-only/)
  expect(() => db.prepare('DELETE FROM timeline').run()).toThrow(/append-only/)
})

test('a receipt stands on one time line', () => {
  const id = repo.add(receipt('a'))?.id
  timeline.add({ declarationId: 'x', kind: 'receipt', title: '放行', receiptId: id })
  expect(() => timeline.add({ declarationId: 'y', kind: 'receipt', title: '放行', receiptId: id })).toThrow(/UNIQUE/)
})
