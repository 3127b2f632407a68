import type Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { writeReceipt } from '../../../domain/message/write-receipt.ts'
import type { Receipt } from '../../../domain/message/receipt.ts'
import { LateFilings } from '../../../electron/services/late-filings.ts'
import { Notices, type Notice } from '../../../electron/services/notices.ts'
import { OutboxDesk } from '../../../electron/services/outbox-desk.ts'
import { ReceiptDesk } from '../../../electron/services/receipt-desk.ts'
import { ReceiptListRepo } from '../../../electron/store/receipt-list.repo.ts'
import { SettingsRepo } from '../../../electron/store/settings.repo.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { filingDesk, memoryStore } from '../../support/filing-desk.ts'
import { HandTimers } from '../../support/hand-timers.ts'
import { LossyLine } from '../../support/lossy-line.ts'

const minute = 60_000
const seqNo = 'I20269999999999999'

function open(db: Database.Database = memoryStore()) {
  const clock = { at: Date.UTC(2026, 10, 24, 1) }
  const now = (): number => clock.at
  const timers = new HandTimers()
  const line = new LossyLine(now)
  const settings = new SettingsRepo(db)
  const list = new ReceiptListRepo(db)
  const notes: Notice[] = []
  const late = new LateFilings({ list, settings, now })
  const notices = new Notices({ late, show: (note) => notes.push(note), timers, numberOf: (id) => numberOf(id) })
  const desk = filingDesk({
    db,
    portal: line,
    now,
    timers,
    random: () => 0.5,
    onEmit: (name, payload) => {
      if (name !== 'filing.changed') return
      const { id, state } = payload as { id: string; state: 'refused' }
      notices.changed(id, state)
    },
  })
  const numberOf = (id: string): string => desk.drafts.summary(id)?.clientSeqNo ?? ''
  const receipts = new ReceiptDesk({ book: desk.book, intake: desk.intake, list, settings, now })
  let serial = 0
  const sign = (id: string): void => desk.queue(id, new TextEncoder().encode(`<DecMessage>${serial++}</DecMessage>`))
  /** A declaration that the portal has taken, with its number. */
  const filed = async (): Promise<{ id: string; seqNo: string }> => {
    const id = desk.ready(importDeclaration())
    sign(id)
    desk.filing.submit([id])
    await desk.outbox.idle()
    return { id, seqNo: desk.drafts.summary(id)?.seqNo ?? '' }
  }
  const come = (receipt: Partial<Receipt>, fileName = 'a.xml'): void => {
    const whole: Receipt = { form: 'DEC_RESULT', note: '', noticeAt: '2026-11-24T10:00:00', more: {}, ...receipt }
    desk.book.change(() =>
      desk.intake.keep({ origin: 'portal', portalId: '', fileName, raw: Buffer.from(writeReceipt(whole)) }),
    )
  }
  desk.outbox.boot()
  return { ...desk, clock, timers, notes, notices, late, receipts, filed, come }
}

let desk: ReturnType<typeof open>
beforeEach(() => {
  desk = open()
})

test('the list shows the newest first, with the filing beside each and what fits none', async () => {
  const { id, seqNo: own } = await desk.filed()
  desk.come({ seqNo: own, channel: '7', note: '申报成功' })
  desk.come({ seqNo, channel: 'L' })
  const all = desk.receipts.list({ filter: 'all' })
  expect(all).toMatchObject({ total: 3, unmatched: 1 })
  expect(all.rows.map((row) => row.filing?.id)).toEqual([undefined, id, id])
  expect(desk.receipts.list({ filter: 'unmatched' }).rows).toMatchObject([{ seqNo, filing: null, isNew: true }])
  expect(desk.receipts.list({ filter: 'all', text: `${own} 申报成功` }).rows).toMatchObject([{ channel: '7' }])
  expect(desk.receipts.list({ filter: 'all', text: "'; DROP TABLE receipts; --" }).rows).toEqual([])
})

test('refusals, unknown letters and what cannot be read have their own filters', async () => {
  const { seqNo: own } = await desk.filed()
  desk.come({ seqNo: own, channel: 'Q', note: '从未见过' })
  desk.come({ seqNo: own, channel: 'E', note: '品名不符', noticeAt: '2026-11-24T11:00:00' })
  desk.come({ form: 'DecImportResponse', responseCode: '-2', note: '格式', clientSeqNo: 'X'.repeat(18) })
  desk.book.change(() =>
    desk.intake.keep({ origin: 'portal', portalId: '', fileName: 'b.xml', raw: Buffer.from('<html/>') }),
  )
  expect(desk.receipts.list({ filter: 'refused' }).rows.map((row) => row.note)).toEqual(['格式', '品名不符'])
  const strange = desk.receipts.list({ filter: 'strange' }).rows
  expect(strange.map((row) => [row.kind, row.channel, row.note])).toEqual([
    ['unreadable', '', ''],
    ['strange', 'Q', '从未见过'],
  ])
})

test('the raw text of the older forms is shown in its own encoding', () => {
  const raw = Buffer.concat([
    Buffer.from(
      '<?xml version="1.0" encoding="GB2312"?><DEC_DATA><DEC_RESULT><SEQ_NO>1</SEQ_NO><CHANNEL>J</CHANNEL><NOTE>',
    ),
    Buffer.from([0xc9, 0xf3, 0xbd, 0xe1]),
    Buffer.from('</NOTE></DEC_RESULT></DEC_DATA>'),
  ])
  desk.book.change(() => desk.intake.keep({ origin: 'portal', portalId: '', fileName: 'a.xml', raw }))
  const [row] = desk.receipts.list({ filter: 'all' }).rows
  expect(row?.note).toBe('审结')
  expect(desk.receipts.raw(row?.id ?? 0)).toMatchObject({ ok: true, value: { cut: false } })
  const shown = desk.receipts.raw(row?.id ?? 0)
  expect(shown.ok && shown.value.text).toContain('<NOTE>审结</NOTE>')
  expect(desk.receipts.raw(999)).toMatchObject({ ok: false, error: { code: 'receipts.gone' } })
})

test('a receipt that is given by hand counts, brings its number, and the others follow it', async () => {
  const { id } = await desk.filed()
  // As after a lost answer: the desk does not know the number of the single window.
  desk.db.prepare("UPDATE declarations SET seq_no = '' WHERE id = @id").run({ id })
  desk.come({ seqNo, channel: '7', noticeAt: '2026-11-24T10:00:00' })
  desk.come({ seqNo, channel: 'L', noticeAt: '2026-11-24T10:01:00' })
  const [, first] = desk.receipts.list({ filter: 'unmatched' }).rows
  expect(desk.receipts.attach(first?.id ?? 0, id, '提运单号一致')).toMatchObject({
    ok: true,
    value: { state: 'stored', seqNo },
  })
  expect(desk.receipts.list({ filter: 'unmatched' }).rows).toEqual([])
  const entries = desk.timeline.of(id)
  expect(entries.find((entry) => entry.title.startsWith('人工归入回执'))?.note).toBe('提运单号一致')
  expect(desk.receipts.attach(first?.id ?? 0, id, '再来')).toMatchObject({ error: { code: 'receipts.attached' } })
})

test('a receipt is not given to a filing with another number, nor to one that was never filed', async () => {
  const { id } = await desk.filed()
  desk.come({ seqNo, channel: '7' })
  const [row] = desk.receipts.list({ filter: 'unmatched' }).rows
  expect(desk.receipts.attach(row?.id ?? 0, id, '猜的')).toMatchObject({ error: { code: 'receipts.otherNumber' } })
  const unsigned = desk.ready(importDeclaration())
  expect(desk.receipts.attach(row?.id ?? 0, unsigned, '猜的')).toMatchObject({ error: { code: 'receipts.notFiled' } })
  expect(desk.receipts.attach(999, id, '猜的')).toMatchObject({ error: { code: 'receipts.gone' } })
})

test('the digest counts each filing once, by its newest receipt, refusals first, until the clerk has looked', async () => {
  const [a, b] = [await desk.filed(), await desk.filed()]
  desk.come({ seqNo: a.seqNo, channel: '7', noticeAt: '2026-11-24T10:00:00' })
  desk.come({ seqNo: a.seqNo, channel: 'P', noticeAt: '2026-11-24T10:05:00' })
  desk.come({ seqNo: b.seqNo, channel: 'E', note: '品名不符', noticeAt: '2026-11-24T10:06:00' })
  desk.come({ seqNo, channel: 'Q' })
  const digest = desk.receipts.digest()
  expect(digest).toMatchObject({ since: '', receipts: 6 })
  expect(digest.groups.map(({ kind, count }) => `${kind} ${count}`)).toEqual(['refused 1', 'strange 1', 'released 1'])
  expect(digest.groups[0]?.rows[0]).toMatchObject({ note: '品名不符', filing: { id: b.id } })
  desk.receipts.seen(digest.upTo)
  expect(desk.receipts.digest()).toMatchObject({ since: '2026-11-24T01:00:00.000Z', receipts: 0, groups: [] })
  // An older page cannot make what came since unseen again.
  desk.receipts.seen(1)
  expect(desk.receipts.digest().receipts).toBe(0)
})

test('a refusal that came late and moved nothing is to be looked at, and is not counted as refused', async () => {
  const { id, seqNo: own } = await desk.filed()
  desk.come({ seqNo: own, channel: 'P', noticeAt: '2026-11-24T10:05:00' })
  desk.come({ seqNo: own, channel: 'E', note: '品名不符', noticeAt: '2026-11-24T10:01:00' })
  expect(desk.drafts.summary(id)?.state).toBe('released')
  expect(desk.receipts.digest().groups.map(({ kind, count }) => `${kind} ${count}`)).toEqual(['strange 1'])
})

test('what waits longer than its state allows is late, the longest first; asking lets it wait anew', async () => {
  const { id } = await desk.filed()
  expect(desk.late.late()).toEqual([])
  desk.clock.at += 31 * minute
  expect(desk.late.late()).toMatchObject([{ id, state: 'saved', minutes: 31 }])
  await desk.filing.ask(id)
  expect(desk.late.late()).toEqual([])
  desk.clock.at += 31 * minute
  expect(desk.late.late()).toHaveLength(1)
  desk.late.remind({ notifications: true, expected: { saved: 0 } })
  expect(desk.late.late()).toEqual([])
  expect(desk.late.reminders().expected.filed).toBe(60)
})

test('a store that refuses one look for late filings does not end the reminders', async () => {
  const desk = open()
  await desk.filed()
  desk.clock.at += 60 * minute
  desk.notices.boot()
  desk.db.exec('ALTER TABLE declarations RENAME TO out_of_reach')
  expect(() => desk.timers.fire()).toThrow()
  desk.db.exec('ALTER TABLE out_of_reach RENAME TO declarations')
  desk.timers.fire()
  desk.timers.fire()
  expect(desk.notes.map(({ title }) => title)).toEqual(['迟迟没有回执 1 票'])
})

test('notices gather what comes together, name no customer, tell a late filing once, and can be turned off', async () => {
  const { id, seqNo: own } = await desk.filed()
  desk.come({ seqNo: own, channel: '7', noticeAt: '2026-11-24T10:00:00' })
  desk.come({ seqNo: own, channel: 'E', note: '品名不符', noticeAt: '2026-11-24T10:01:00' })
  desk.timers.fire()
  expect(desk.notes).toHaveLength(1)
  expect(desk.notes[0]?.title).toBe('退单/退回 1 票')
  expect(desk.notes[0]?.body).toContain(desk.drafts.summary(id)?.clientSeqNo.slice(-6))
  expect(JSON.stringify(desk.notes)).not.toContain(desk.drafts.summary(id)?.customer ?? '')
  const other = await desk.filed()
  desk.clock.at += 31 * minute
  desk.notices.look()
  desk.notices.look()
  desk.timers.fire()
  desk.notices.look()
  desk.timers.fire()
  expect(desk.notes.slice(1).map(({ title }) => title)).toEqual(['迟迟没有回执 1 票'])
  desk.late.remind({ notifications: false, expected: {} })
  desk.come({ seqNo: other.seqNo, channel: 'E', note: '不符', noticeAt: '2026-11-24T12:01:00' })
  desk.timers.fire()
  expect(desk.notes).toHaveLength(2)
})

test('while sending is paused nothing new goes out, what went out is followed, and it stays so over a restart', async () => {
  const kept = { paused: false }
  const hold = { get: () => kept.paused, set: (paused: boolean) => void (kept.paused = paused) }
  const line = new LossyLine(Date.now)
  const db = memoryStore()
  const openAgain = () => {
    const timers = new HandTimers()
    const one = filingDesk({ db, portal: line, timers, random: () => 0.5, hold })
    one.outbox.boot()
    return { ...one, timers }
  }
  const first = openAgain()
  const [sent = '', held = ''] = [0, 1].map(() => first.ready(importDeclaration()))
  first.queue(sent, new TextEncoder().encode('<DecMessage>1</DecMessage>'))
  first.queue(held, new TextEncoder().encode('<DecMessage>2</DecMessage>'))
  line.sends = ['cut-after']
  first.filing.submit([sent])
  await first.outbox.idle()
  first.outbox.pause(true)
  first.filing.submit([held])
  await first.outbox.idle()
  first.timers.fire()
  await first.outbox.idle()
  expect(first.drafts.summary(sent)?.state).toBe('saved')
  expect(first.drafts.summary(held)?.state).toBe('queued')
  const view = new OutboxDesk({ book: first.book, outbox: first.outbox, receipts: first.receipts, now: Date.now })
  expect(await view.view()).toMatchObject({
    paused: true,
    rows: [{ id: held, stage: '待发送', why: '发送已暂停', withdrawable: true, nextTry: '' }],
  })
  await first.outbox.shutdown()
  const again = openAgain()
  await again.outbox.idle()
  expect(again.drafts.summary(held)?.state).toBe('queued')
  expect(await again.filing.withdraw(held)).toMatchObject({ ok: true, value: { state: 'ready' } })
  again.queue(held, new TextEncoder().encode('<DecMessage>3</DecMessage>'))
  again.filing.submit([held])
  again.outbox.pause(false)
  await again.outbox.idle()
  expect(again.drafts.summary(held)?.state).toBe('saved')
  expect(line.taken).toHaveLength(2)
})

test('the view tells why a message waits and when it is tried next', async () => {
  const line = new LossyLine(Date.now)
  const timers = new HandTimers()
  const one = filingDesk({ db: memoryStore(), portal: line, timers, random: () => 0.5 })
  one.outbox.boot()
  const id = one.ready(importDeclaration())
  one.queue(id, new TextEncoder().encode('<DecMessage/>'))
  line.sends = ['down']
  one.filing.submit([id])
  await one.outbox.idle()
  const view = new OutboxDesk({ book: one.book, outbox: one.outbox, receipts: one.receipts, now: Date.now })
  const shown = await view.view()
  expect(shown).toMatchObject({ way: 'http', paused: false, sending: { code: 'portal.down' } })
  expect(shown.rows).toMatchObject([{ id, stage: '待发送', withdrawable: true }])
  expect(shown.rows[0]?.why).toContain('申报站点暂停服务')
  expect(Date.parse(shown.rows[0]?.nextTry ?? '')).toBeGreaterThan(Date.now())
  view.wake()
  await one.outbox.idle()
  expect((await view.view()).rows).toEqual([])
})
