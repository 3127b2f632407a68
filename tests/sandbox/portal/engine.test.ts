import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readReceipt } from '../../../domain/message/read-receipt.ts'
import { readEntryNumber } from '../../../domain/identity/entry-number.ts'
import type { Receipt } from '../../../domain/message/receipt.ts'
import type { Outcome, PracticeChange } from '../../../domain/portal/answers.ts'
import { ReceiptEngine } from '../../../sandbox/portal/engine/receipt-engine.ts'
import { factsOf } from '../../../sandbox/portal/filing.ts'
import { FilingsRepo } from '../../../sandbox/portal/filings.repo.ts'
import { prepareStore } from '../../../sandbox/portal/open-store.ts'
import { PracticeRepo } from '../../../sandbox/portal/practice.repo.ts'
import { ReceiptLog } from '../../../sandbox/portal/receipt-log.ts'
import { Registrar } from '../../../sandbox/portal/registrar.ts'
import { exportDeclaration, importDeclaration } from '../../fixtures/declarations.ts'

/** The portal without its HTTP side, on a clock of the test. */
function practicePortal(start: PracticeChange) {
  const db = prepareStore(new Database(':memory:'))
  const clock = { at: Date.parse('2026-11-10T01:02:03.000Z') }
  const now = () => clock.at
  const filings = new FilingsRepo(db)
  const practice = new PracticeRepo(db)
  practice.change(start)
  const log = new ReceiptLog(db)
  const engine = new ReceiptEngine({ db, filings, log, now, speed: () => practice.get().speed })
  const registrar = new Registrar({ db, filings, now, settings: () => practice.get() })
  const file = (clientSeqNo: string, text = 'a', message = importDeclaration()) =>
    registrar.register({
      clientSeqNo,
      bodySha256: Buffer.from(text).toString('hex').padEnd(64, '0'),
      body: { contentType: 'application/xml', bytes: Buffer.from(text) },
      facts: factsOf(message),
    })
  const receipts = (): Receipt[] =>
    log.page('').items.map((item) => {
      const receipt = readReceipt(Buffer.from(item.content, 'base64'))
      if (!receipt.ok) throw new Error(receipt.error.code)
      return receipt.value
    })
  const letters = (): string =>
    receipts()
      .map((receipt) => receipt.channel)
      .join('')
  return { db, clock, filings, practice, log, engine, registrar, file, receipts, letters }
}
const number = 'YL2026111000000001'

test.each([
  ['release', '7LJPR', 'closed'],
  ['inspect', '7LJCPR', 'closed'],
  ['tax', '7LJTPR', 'closed'],
  ['refuse', '7E', 'refused'],
] as [Outcome, string, string][])('outcome %s sends %s', (outcome, letters, state) => {
  const portal = practicePortal({ outcome, speed: 0, reason: '品名不符' })
  portal.file(number)
  portal.engine.run()
  expect(portal.letters()).toBe(letters)
  expect(portal.filings.byNumber(number)).toMatchObject({ state, dueAt: null })
})

test('receipts come one by one at the speed of practice', () => {
  const portal = practicePortal({ outcome: 'release', speed: 10 })
  portal.file(number)
  portal.engine.run()
  expect(portal.letters()).toBe('')
  for (const expected of ['7', '7L', '7LJ', '7LJP', '7LJPR', '7LJPR']) {
    portal.clock.at += 10_000
    portal.engine.run()
    expect(portal.letters()).toBe(expected)
  }
})

test('a faster speed does not leave waiting what waits already', () => {
  const portal = practicePortal({ speed: 3600 })
  portal.file(number)
  portal.practice.change({ speed: 1 })
  portal.filings.hurry(portal.clock.at + 1000)
  portal.clock.at += 1000
  portal.engine.run()
  expect(portal.letters()).toBe('7')
})

test('both forms are sent, the examined one in GB2312, and numbers and notes are right', () => {
  const portal = practicePortal({ outcome: 'release', speed: 0 })
  portal.file(number)
  portal.engine.run()
  const receipts = portal.receipts()
  expect(receipts.map((receipt) => receipt.form)).toEqual([
    'DEC_RESULT',
    'DEC_RESULT',
    'DEC_DATA',
    'DEC_RESULT',
    'DEC_RESULT',
  ])
  const [filed, stored, examined] = receipts
  expect(filed).toMatchObject({ seqNo: 'I20260000000000001', note: 'I20260000000000001直接申报成功' })
  expect(filed?.entryId).toBeUndefined()
  expect(readEntryNumber(stored?.entryId ?? '')).toEqual({
    office: '2248',
    year: '2026',
    direction: 'I',
    serial: '000000001',
  })
  expect(examined).toMatchObject({ entryId: stored?.entryId, customMaster: '2248', declareDate: '2026-11-10' })
  expect(examined?.more).toMatchObject({ AGENT_NAME: '演练报关服务（上海）有限公司', BILL_NO: 'YLHAM2610001' })
  const raw = Buffer.from(portal.log.page('').items[2]?.content ?? '', 'base64')
  expect(raw.toString('latin1')).toContain('encoding="GB2312"')
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(raw)).toThrow()
})

test('notices are in Beijing time and each is later than the one before', () => {
  const portal = practicePortal({ speed: 0 })
  portal.file(number)
  portal.engine.run()
  const moments = portal.receipts().map((receipt) => receipt.noticeAt ?? '')
  expect(moments[0]).toBe('2026-11-10T09:02:03')
  expect(new Set(moments).size).toBe(moments.length)
  expect([...moments].sort()).toEqual(moments)
})

test('an export gets export numbers', () => {
  const portal = practicePortal({ speed: 0 })
  portal.file(number, 'a', exportDeclaration())
  portal.engine.run()
  const held = portal.filings.byNumber(number)
  expect(held?.seqNo).toBe('E20260000000000001')
  expect(readEntryNumber(held?.entryId ?? '')?.direction).toBe('E')
})

test('a refused filing may be filed again as its next version, and an old body still gets its old answer', () => {
  const portal = practicePortal({ outcome: 'refuse', speed: 0 })
  expect(portal.file(number, 'a').kind).toBe('taken')
  expect(portal.file(number, 'b').kind).toBe('other-body')
  portal.engine.run()
  portal.practice.change({ outcome: 'release' })
  expect(portal.file(number, 'a').kind).toBe('replayed')
  expect(portal.file(number, 'b').kind).toBe('taken')
  portal.engine.run()
  expect(portal.letters()).toBe('7E7LJPR')
  expect(portal.filings.byNumber(number)).toMatchObject({ version: 2, seqNo: 'I20260000000000001', state: 'closed' })
  expect(portal.file(number, 'a').kind).toBe('replayed')
  expect(portal.filings.all()).toHaveLength(1)
})

test('a filing can be steered on its way, but what is released is not refused', () => {
  const portal = practicePortal({ outcome: 'release', speed: 10 })
  portal.file(number)
  const steer = (outcome: Outcome) => {
    const filing = portal.filings.byNumber(number)
    if (filing) portal.registrar.steer(filing, outcome, undefined)
  }
  const receive = () => {
    portal.clock.at += 10_000
    portal.engine.run()
  }
  for (let step = 0; step < 3; step++) receive()
  steer('inspect')
  receive()
  steer('release')
  receive()
  expect(portal.letters()).toBe('7LJCP')
  steer('refuse')
  receive()
  receive()
  expect(portal.letters()).toBe('7LJCPR')
})

test('a save stays a save', () => {
  const portal = practicePortal({ speed: 0 })
  const message = importDeclaration()
  message.DecSign = { ...message.DecSign, OperType: 'G' }
  portal.file(number, 'a', message)
  portal.engine.run()
  expect(portal.filings.byNumber(number)).toMatchObject({ state: 'saved', dueAt: null })
  expect(portal.letters()).toBe('')
})

test('a cursor of another database starts from the first receipt', () => {
  const portal = practicePortal({ speed: 0 })
  portal.file(number)
  portal.engine.run()
  const all = portal.log.page('')
  expect(portal.log.page(all.cursor).items).toEqual([])
  expect(portal.log.page('other-99').items).toEqual(all.items)
})

test('a wait ends with the first receipt or with its signal', async () => {
  const portal = practicePortal({ speed: 0 })
  const stop = new AbortController()
  const empty = portal.log.nextPage('', stop.signal)
  stop.abort()
  expect((await empty).items).toEqual([])
  const page = portal.log.nextPage('', new AbortController().signal)
  portal.file(number)
  portal.engine.run()
  expect((await page).items.length).toBeGreaterThan(0)
})
