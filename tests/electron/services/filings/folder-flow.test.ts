import { mkdtempSync, readdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeReceipt } from '../../../../domain/message/write-receipt.ts'
import { realDisk, type Disk } from '../../../../electron/portal/folders/disk.ts'
import { openAuthority } from '../../../../sandbox/authority/authority.ts'
import { folderDesk } from '../../../support/folder-desk.ts'
import { makePdf } from '../../../support/make-pdf.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-flow-'))
  openAuthority(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Desk = Awaited<ReturnType<typeof folderDesk>>
const minute = 60_000
const files = (desk: Desk, ...box: string[]): string[] => readdirSync(join(desk.root, ...box)).sort()
const held = async (desk: Desk) => {
  const answer = await desk.practice.filings()
  return answer.ok ? answer.value.items : []
}
const number = (desk: Desk, id: string): string => desk.drafts.summary(id)?.clientSeqNo ?? ''

test('a declaration goes through the folders to the end, and InBox is left empty', async () => {
  const desk = await folderDesk(folder)
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  expect(desk.stateOf(id)).toBe('sending')
  expect(desk.outboxRepo.latest(id)).toMatchObject({ state: 'placed', box: 'OutBox' })
  expect(files(desk, 'OutBox')).toEqual([expect.stringMatching(new RegExp(`^${number(desk, id)}-[0-9a-f]{8}\\.xml$`))])
  desk.importClient.run()
  await desk.pass(10_000)
  // The answer lies in InBox: it is read, not looked for elsewhere.
  expect(desk.outboxRepo.latest(id)).toMatchObject({ state: 'placed', box: 'InBox' })
  await desk.read()
  expect(desk.outboxRepo.latest(id)?.state).toBe('accepted')
  desk.importClient.run()
  for (let more = 0; more < 3; more++) await desk.read()
  expect(desk.stateOf(id)).toBe('closed')
  expect(desk.titles(id)).toEqual(
    expect.arrayContaining(['报文已放进导入客户端的文件夹', '单一窗口暂存/导入成功', '已结关']),
  )
  expect(files(desk, 'InBox')).toEqual([])
  expect(files(desk, 'OutBox')).toEqual([])
  expect(desk.receiptsRepo.unmatched()).toEqual([])
  expect(await held(desk)).toMatchObject([{ version: 1, state: 'closed' }])
})

test('a declaration with papers goes as a zip of one message and its PDF files', async () => {
  const desk = await folderDesk(folder)
  const id = desk.signed([{ name: '发票.pdf', bytes: makePdf('invoice') }])
  desk.filing.submit([id])
  await desk.outbox.idle()
  expect(files(desk, 'OutBox')).toEqual([expect.stringMatching(/\.zip$/)])
  desk.importClient.run()
  await desk.read()
  await desk.read()
  expect(desk.stateOf(id)).not.toBe('sending')
  expect(await held(desk)).toHaveLength(1)
})

test('messages lie in OutBox in the order in which they were handed over', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const ids = [desk.signed(), desk.signed(), desk.signed()]
  desk.filing.submit(ids)
  await desk.outbox.idle()
  desk.importClient.run()
  const entries = await realDisk.list(join(desk.root, 'OutBox'))
  const byTime = entries.sort((a, b) => a.changedAt - b.changedAt).map(({ name }) => name.slice(0, 18))
  expect(byTime).toEqual(ids.map((id) => number(desk, id)))
})

test('what the client does not send comes back with its explained reason, and is filed again as a new version', async () => {
  const desk = await folderDesk(folder, { fault: 'busy' })
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  desk.importClient.run()
  await desk.read()
  expect(desk.stateOf(id)).toBe('refused')
  expect(files(desk, 'FailBox')).toHaveLength(1)
  expect(desk.timeline.of(id).findLast(({ kind }) => kind === 'receipt')?.note).toContain('RabbitMQ')
  await desk.practice.change({ fault: 'none' })
  desk.drafts.move(id, 'reopen')
  desk.drafts.move(id, 'markReady')
  expect(await held(desk)).toEqual([])
})

test('a message in FailBox without a word of the client is refused after a moment', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  const [name = ''] = files(desk, 'OutBox')
  renameSync(
    join(desk.root, 'OutBox', name),
    join(desk.root, 'FailBox', name.replace('.xml', '_20261127120000123.xml')),
  )
  await desk.pass(10_000)
  expect(desk.stateOf(id)).toBe('sending')
  await desk.pass(20_000)
  expect(desk.stateOf(id)).toBe('refused')
  expect(desk.titles(id)).toContain('导入客户端没有发出报文')
})

test('a client that sleeps: nothing is lost, the next ones stay in the house and can be taken back', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const [first, second] = [desk.signed(), desk.signed()]
  desk.filing.submit([first])
  await desk.outbox.idle()
  await desk.pass(11 * minute)
  desk.filing.submit([second])
  await desk.outbox.idle()
  expect(desk.stateOf(second)).toBe('queued')
  expect(desk.outbox.trouble?.code).toBe('folders.asleep')
  expect(desk.titles(second)).toContain('导入客户端没有取走报文')
  expect(await desk.filing.withdraw(second)).toMatchObject({ ok: true, value: { state: 'ready' } })
  expect(await desk.filing.withdraw(first)).toMatchObject({ ok: false, error: { code: 'portal.notWithdrawable' } })
  await desk.practice.change({ fault: 'none' })
  desk.importClient.run()
  await desk.read()
  expect(desk.stateOf(first)).not.toBe('sending')
})

test('a time-out of the client is unknown, is not sent again, and the receipts that come are given to it by hand', async () => {
  const desk = await folderDesk(folder, { fault: 'answer-lost' })
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  desk.importClient.run()
  await desk.read()
  expect(desk.stateOf(id)).toBe('unknown')
  for (let round = 0; round < 5; round++) await desk.pass(5 * minute)
  expect(desk.stateOf(id)).toBe('unknown')
  expect(await held(desk)).toMatchObject([{ version: 1 }])
  desk.importClient.run()
  await desk.read()
  // Business receipts carry 统一编号 only, and the answer that tells it was lost.
  expect(desk.receiptsRepo.unmatched().length).toBeGreaterThan(0)
  const [seqNo = ''] = desk.receiptsRepo.unmatched().map((row) => row.seqNo)
  const settled = await desk.filing.settle({ id, held: true, seqNo, reason: '网页查到' })
  expect(settled).toMatchObject({ ok: true, value: { state: 'closed', seqNo } })
  expect(desk.receiptsRepo.unmatched()).toEqual([])
  expect(desk.titles(id)).toContain('人工核对：单一窗口已收到')
})

test('a message that is nowhere any more is unknown; only the word of a person sends it again, under another name', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  const [name = ''] = files(desk, 'OutBox')
  expect(await desk.filing.settle({ id, held: false, seqNo: '', reason: '没有' })).toMatchObject({
    error: { code: 'folders.notOpen' },
  })
  unlinkSync(join(desk.root, 'OutBox', name))
  await desk.pass(10_000)
  // The client may hold it in its hand.
  expect(desk.stateOf(id)).toBe('sending')
  await desk.pass(2 * minute)
  expect(desk.stateOf(id)).toBe('unknown')
  for (let round = 0; round < 5; round++) await desk.pass(5 * minute)
  expect(files(desk, 'OutBox')).toEqual([])
  expect(await desk.filing.settle({ id, held: false, seqNo: '', reason: '网页上没有' })).toMatchObject({ ok: true })
  await desk.outbox.idle()
  expect(files(desk, 'OutBox')).toEqual([name.replace('.xml', '-2.xml')])
  expect(desk.stateOf(id)).toBe('sending')
})

test('while the client may still send it, nobody can say that it did not arrive', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  const row = desk.outboxRepo.latest(id)
  desk.outboxRepo.move(row?.id ?? 0, 'unknown')
  expect(await desk.filing.settle({ id, held: false, seqNo: '', reason: '没有' })).toMatchObject({
    error: { code: 'folders.stillThere' },
  })
})

test.each([
  ['before the file got its name', false],
  ['after the file got its name', true],
])('the program is killed %s: one file, and the declaration is filed once', async (_when, renamed) => {
  let crash = true
  const disk: Disk = {
    ...realDisk,
    rename: async (from, to) => {
      if (!crash) return realDisk.rename(from, to)
      crash = false
      if (renamed) await realDisk.rename(from, to)
      // The program is gone: what comes back of this call reaches nobody.
      throw new Error('killed')
    },
  }
  const desk = await folderDesk(folder, { fault: 'portal-down' }, disk)
  const id = desk.signed()
  const marks = desk.marks.put.bind(desk.marks)
  let marked = 0
  desk.marks.put = (mark) => {
    // Nothing that comes after the kill reaches the disk.
    if (marked++ === 0) marks(mark)
  }
  desk.filing.submit([id])
  await desk.outbox.idle()
  const row = desk.outboxRepo.latest(id)
  desk.db.prepare("UPDATE outbox SET state = 'sending' WHERE id = @id").run({ id: row?.id })
  desk.db.prepare("UPDATE declarations SET state = 'sending' WHERE id = @id").run({ id })
  const again = desk.open(desk.db)
  again.outbox.boot()
  await again.outbox.idle()
  desk.clock.at += 5 * minute
  again.timers.fire()
  await again.outbox.idle()
  expect(files(desk, 'OutBox').filter((name) => name.endsWith('.xml'))).toHaveLength(1)
  await desk.practice.change({ fault: 'none' })
  desk.importClient.run()
  await again.receipts.read(0)
  await again.receipts.read(0)
  expect(await held(desk)).toMatchObject([{ version: 1 }])
  expect(again.drafts.summary(id)?.seqNo).toMatch(/^I/)
})

test('a folder that goes away is told with its reason, and everything goes on when it is back', async () => {
  const desk = await folderDesk(folder)
  renameSync(join(desk.root, 'OutBox'), join(desk.root, 'away'))
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  expect(desk.stateOf(id)).toBe('queued')
  expect(desk.outbox.trouble?.code).toBe('folders.missing')
  renameSync(join(desk.root, 'away'), join(desk.root, 'OutBox'))
  await desk.pass(5 * minute)
  expect(desk.stateOf(id)).toBe('sending')
  renameSync(join(desk.root, 'InBox'), join(desk.root, 'away'))
  expect(await desk.read()).toBeGreaterThan(0)
  expect(desk.receipts.trouble?.code).toBe('folders.missing')
  renameSync(join(desk.root, 'away'), join(desk.root, 'InBox'))
  desk.importClient.run()
  await desk.read()
  await desk.read()
  expect(desk.receipts.trouble).toBeUndefined()
  expect(desk.stateOf(id)).not.toBe('sending')
})

test('an answer that cannot be read leaves a trace at its filing and moves nothing', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  const [name = ''] = files(desk, 'OutBox')
  const answer = `Successed_${name.replace('.xml', '')}_20261127120000123.xml`
  writeFileSync(join(desk.root, 'InBox', answer), '<DecImportResponse><ResponseCode>0')
  await desk.read()
  expect(desk.receiptsRepo.recent()).toEqual([])
  desk.clock.at += minute
  await desk.read()
  expect(desk.stateOf(id)).toBe('sending')
  expect(desk.titles(id)).toContain('无法读取的回执')
})

test('ask again while it lies with the client looks into the folders', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  expect(await desk.filing.ask(id)).toMatchObject({ ok: true, value: { state: 'sending' } })
  const [name = ''] = files(desk, 'OutBox')
  const sent = name.replace('.xml', '_20991127120000123.xml')
  renameSync(join(desk.root, 'OutBox', name), join(desk.root, 'SentBox', sent))
  expect(await desk.filing.ask(id)).toMatchObject({ ok: true, value: { state: 'sending' } })
  expect(desk.titles(id)).toContain('导入客户端已发出报文')
  const answer = writeReceipt({
    form: 'DecImportResponse',
    responseCode: '0',
    note: '',
    clientSeqNo: number(desk, id),
    seqNo: 'I20260000000000009',
    more: {},
  })
  writeFileSync(join(desk.root, 'InBox', `Successed_${name.replace('.xml', '')}_20261127120000123.xml`), answer)
  await desk.read()
  expect(desk.stateOf(id)).toBe('saved')
  expect(await desk.filing.ask(id)).toMatchObject({ ok: true, value: { state: 'saved' } })
  expect(desk.titles(id)).toContain('已查看导入客户端的文件夹，没有新的回执')
})

test('a message that was sent and is not answered for half an hour is of unknown fate', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  desk.filing.submit([id])
  await desk.outbox.idle()
  const [name = ''] = files(desk, 'OutBox')
  renameSync(
    join(desk.root, 'OutBox', name),
    join(desk.root, 'SentBox', name.replace('.xml', '_20261127120000123.xml')),
  )
  await desk.pass(10_000)
  await desk.pass(20 * minute)
  expect(desk.stateOf(id)).toBe('sending')
  await desk.pass(11 * minute)
  expect(desk.stateOf(id)).toBe('unknown')
  expect(desk.timeline.of(id).at(-1)?.note).toContain('没有等到单一窗口的应答')
  for (let round = 0; round < 3; round++) await desk.pass(10 * minute)
  expect(desk.stateOf(id)).toBe('unknown')
  expect(await desk.filing.settle({ id, held: false, seqNo: '', reason: '网页上没有' })).toMatchObject({ ok: true })
  await desk.outbox.idle()
  expect(files(desk, 'OutBox')).toEqual([name.replace('.xml', '-2.xml')])
})
