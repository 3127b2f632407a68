import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { readEntryNumber } from '../../../../domain/identity/entry-number.ts'
import { PracticeClient } from '../../../../electron/portal/practice-client.ts'
import { openAuthority } from '../../../../sandbox/authority/authority.ts'
import type { PracticeChange } from '../../../../domain/portal/answers.ts'
import { importDeclaration } from '../../../fixtures/declarations.ts'
import { filingDesk, memoryStore, type FilingDesk } from '../../../support/filing-desk.ts'
import { openPortal } from '../../../support/portal-desk.ts'
import { signMessage, type Signing } from '../../../support/sign-message.ts'
import { until } from '../../../support/until.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flow-'))
  openAuthority(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A desk with a store and the real practice portal, both running. */
async function openDesk(start: PracticeChange, db: Database.Database = memoryStore()) {
  const practiceFolder = mkdtempSync(join(folder, 'desk-'))
  // Making keys takes a while: one authority serves every desk of this file.
  cpSync(join(folder, 'authority'), join(practiceFolder, 'authority'), { recursive: true })
  const portal = await openPortal({ folder: practiceFolder })
  const practice = new PracticeClient(portal.client)
  await practice.change(start)
  const events: unknown[] = []
  const desk = filingDesk({ db, portal: portal.client, onEmit: (name, payload) => events.push([name, payload]) })
  const run = () => {
    desk.outbox.boot()
    desk.receipts.boot()
  }
  onTestFinished(async () => {
    await desk.outbox.shutdown()
    await desk.receipts.shutdown()
  })
  const sign = (id: string, more: Partial<Signing> = {}) => {
    const clientSeqNo = desk.drafts.summary(id)?.clientSeqNo
    desk.queue(id, signMessage(importDeclaration(), { folder: practiceFolder, clientSeqNo, ...more }))
  }
  const signed = (more: Partial<Signing> = {}): string => {
    const id = desk.ready(importDeclaration())
    sign(id, more)
    return id
  }
  const stateOf = (id: string) => desk.drafts.summary(id)?.state
  const held = async () => {
    const filings = await practice.filings()
    return filings.ok ? filings.value.items : []
  }
  return { ...desk, portal, practice, events, run, sign, signed, stateOf, held }
}

const titles = (desk: Pick<FilingDesk, 'timeline'>, id: string): string[] =>
  desk.timeline.of(id).map((entry) => entry.title)

test('a signed declaration is sent, and its receipts lead it to the end', async () => {
  const desk = await openDesk({ speed: 0, outcome: 'release' })
  desk.run()
  const id = desk.signed()
  expect(desk.stateOf(id)).toBe('queued')
  expect(await desk.held()).toEqual([])
  expect(desk.filing.submit([id])).toEqual({ ok: true, value: { queued: 1 } })
  await until('closed', () => desk.stateOf(id) === 'closed')
  const told = desk.filing.timeline(id)
  const receipts = told.ok ? told.value.entries.filter((entry) => entry.kind === 'receipt') : []
  expect(receipts.filter((entry) => entry.channel !== '').map((entry) => entry.channel)).toEqual([
    '7',
    'L',
    'J',
    'P',
    'R',
  ])
  expect(titles(desk, id).slice(0, 2)).toEqual(['提交申报', '发送申报报文'])
  expect(titles(desk, id)).toContain('单一窗口暂存/导入成功')
  const { seqNo = '', entryId = '' } = desk.drafts.summary(id) ?? {}
  expect(seqNo).toMatch(/^I\d{17}$/)
  expect(readEntryNumber(entryId)).toMatchObject({ office: '2248', direction: 'I' })
  expect(desk.events).toContainEqual(['filing.changed', { id, state: 'closed', title: '已结关' }])
  expect(desk.receiptsRepo.unmatched()).toEqual([])
  expect(desk.receiptsRepo.recent()).toHaveLength(6)
})

test('an answer that was lost is asked about, and the declaration is filed once', async () => {
  const desk = await openDesk({ speed: 0, fault: 'answer-lost' })
  desk.run()
  const id = desk.signed()
  desk.filing.submit([id])
  await until('asked', () => titles(desk, id).includes('已查询：单一窗口已收到'))
  await until('closed', () => desk.stateOf(id) === 'closed')
  expect(titles(desk, id)).toContain('申报结果未知')
  expect(await desk.held()).toMatchObject([{ version: 1 }])
})

test('while the portal is down the declaration waits, and goes out when it is back', async () => {
  const desk = await openDesk({ speed: 0, fault: 'portal-down' })
  desk.run()
  const id = desk.signed()
  desk.filing.submit([id])
  await until('told', () => titles(desk, id).includes('申报站点暂停服务'))
  expect(desk.stateOf(id)).toBe('queued')
  expect(desk.outbox.trouble?.code).toBe('portal.down')
  await desk.practice.change({ fault: 'none' })
  desk.outbox.wake()
  await until('closed', () => desk.stateOf(id) === 'closed')
  expect(desk.outbox.trouble).toBeUndefined()
})

test('a portal that was not there at all is found again without help', async () => {
  const desk = await openDesk({ speed: 0 })
  await desk.portal.stop()
  desk.run()
  const id = desk.signed()
  desk.filing.submit([id])
  await until('told', () => titles(desk, id).includes('演练站点没有运行'))
  await desk.portal.start()
  await until('closed', () => desk.stateOf(id) === 'closed')
  expect(await desk.held()).toHaveLength(1)
})

test('a refusal by the portal comes back with its reason, and after correction it is filed under a new number', async () => {
  const desk = await openDesk({ speed: 0 })
  desk.run()
  const id = desk.signed({ card: 'entry' })
  const first = desk.drafts.summary(id)?.clientSeqNo
  desk.filing.submit([id])
  await until('refused', () => desk.stateOf(id) === 'refused')
  const refusal = desk.timeline.of(id).find((entry) => entry.title === '单一窗口退回报文')
  expect(refusal?.note).toBe('操作员卡没有申报权限')
  expect(await desk.held()).toEqual([])
  desk.drafts.move(id, 'reopen')
  desk.drafts.move(id, 'markReady')
  desk.sign(id)
  desk.filing.submit([id])
  await until('closed', () => desk.stateOf(id) === 'closed')
  const [held, ...more] = await desk.held()
  expect(more).toEqual([])
  expect(held?.clientSeqNo).not.toBe(first)
})

test('a refusal by customs is told, and the next filing of the same declaration lives on its own', async () => {
  const desk = await openDesk({ speed: 0, outcome: 'refuse', reason: '品名不符' })
  desk.run()
  const id = desk.signed()
  desk.filing.submit([id])
  await until('refused', () => desk.stateOf(id) === 'refused')
  expect(desk.timeline.of(id).some((entry) => entry.note === '退单：品名不符')).toBe(true)
  await desk.practice.change({ outcome: 'tax' })
  desk.drafts.move(id, 'reopen')
  desk.drafts.move(id, 'markReady')
  desk.sign(id)
  desk.filing.submit([id])
  await until('closed', () => desk.stateOf(id) === 'closed')
  const receipts = desk.receiptsRepo.of(id).filter((row) => row.channel !== '')
  const numbers = [...new Set(receipts.map((row) => row.seqNo))]
  const ways = numbers.map((seqNo) =>
    receipts
      .filter((row) => row.seqNo === seqNo)
      .map((row) => row.channel)
      .join(''),
  )
  expect(ways.sort()).toEqual(['7E', '7LJTPR'])
})

test('what was not sent can be taken back, what was sent cannot', async () => {
  const desk = await openDesk({ speed: 3600, fault: 'portal-down' })
  desk.run()
  const id = desk.signed()
  expect(await desk.filing.withdraw(id)).toMatchObject({ ok: true, value: { state: 'ready' } })
  desk.sign(id)
  desk.filing.submit([id])
  await until('told', () => titles(desk, id).includes('申报站点暂停服务'))
  await desk.outbox.idle()
  expect(await desk.filing.withdraw(id)).toMatchObject({ ok: true, value: { state: 'ready' } })
  await desk.practice.change({ fault: 'none' })
  desk.outbox.wake()
  await desk.outbox.idle()
  expect(await desk.held()).toEqual([])
  desk.sign(id)
  desk.filing.submit([id])
  await until('saved', () => desk.stateOf(id) === 'saved')
  expect(await desk.filing.withdraw(id)).toMatchObject({ ok: false, error: { code: 'portal.notWithdrawable' } })
})

test('a double click files once, and what is not signed is not handed over', async () => {
  const desk = await openDesk({ speed: 0 })
  desk.run()
  const [a, b] = [desk.signed(), desk.signed()]
  const unsigned = desk.ready(importDeclaration())
  expect(desk.filing.submit([a, unsigned])).toMatchObject({ ok: false, error: { code: 'portal.notSigned' } })
  expect(desk.outboxRepo.live(a)?.state).toBe('held')
  desk.filing.submit([a, b, a])
  desk.filing.submit([a, b])
  await until('closed', () => desk.stateOf(a) === 'closed' && desk.stateOf(b) === 'closed')
  expect(await desk.held()).toHaveLength(2)
  expect(titles(desk, a).filter((title) => title === '提交申报')).toHaveLength(1)
})

test('asking tells what the portal holds', async () => {
  const desk = await openDesk({ speed: 3600 })
  desk.run()
  const id = desk.signed()
  expect(await desk.filing.ask(id)).toMatchObject({ ok: false, error: { code: 'portal.nothingToAsk' } })
  desk.filing.submit([id])
  await until('saved', () => desk.stateOf(id) === 'saved')
  expect(await desk.filing.ask(id)).toMatchObject({ ok: true, value: { state: 'saved' } })
  expect(titles(desk, id)).toContain('已查询：单一窗口的状态是“已暂存”')
})

test('the desk dies between send and answer: the next one asks, and the declaration is filed exactly once', async () => {
  const file = join(mkdtempSync(join(folder, 'store-')), 'declarations.db')
  await memoryStore().backup(file)
  const first = new Database(file)
  const desk = await openDesk({ speed: 0 }, first)
  const id = desk.signed()
  desk.filing.submit([id])
  // Everything up to the answer is done; then the program is gone, as after kill -9.
  const row = desk.outboxRepo.live(id)
  const body = row && desk.outboxRepo.body(row.id)
  if (!row || !body) throw new Error('nothing to send')
  desk.outboxRepo.move(row.id, 'send')
  desk.drafts.move(id, 'send')
  await desk.portal.client.send({ clientSeqNo: row.clientSeqNo, bodySha256: row.bodySha256, body })
  first.close()
  const again = filingDesk({ db: new Database(file), portal: desk.portal.client })
  onTestFinished(async () => {
    await again.outbox.shutdown()
    await again.receipts.shutdown()
  })
  again.outbox.boot()
  again.receipts.boot()
  await until('closed', () => again.drafts.summary(id)?.state === 'closed')
  expect(titles(again, id)).toContain('发送中断，先查询再处理')
  expect(titles(again, id)).toContain('已查询：单一窗口已收到')
  expect(await desk.held()).toMatchObject([{ version: 1 }])
})

test('fifty declarations go out over several lanes, each once', async () => {
  const desk = await openDesk({ speed: 0 })
  desk.run()
  const ids = Array.from({ length: 50 }, () => desk.signed())
  expect(desk.filing.submit(ids)).toEqual({ ok: true, value: { queued: 50 } })
  await until('all closed', () => ids.every((id) => desk.stateOf(id) === 'closed'), 15_000)
  expect(await desk.held()).toHaveLength(50)
})
