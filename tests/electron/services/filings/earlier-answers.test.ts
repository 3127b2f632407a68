import { mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeReceipt } from '../../../../domain/message/write-receipt.ts'
import { openAuthority } from '../../../../sandbox/authority/authority.ts'
import { folderDesk } from '../../../support/folder-desk.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earlier-answers-'))
  openAuthority(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Desk = Awaited<ReturnType<typeof folderDesk>>
const minute = 60_000
const files = (desk: Desk, box: string): string[] => readdirSync(join(desk.root, box)).sort()
const number = (desk: Desk, id: string): string => desk.drafts.summary(id)?.clientSeqNo ?? ''

/** The first file is gone without a word, and a person said that nothing arrived: it is written anew. @returns its name */
async function writtenAnew(desk: Desk, id: string): Promise<string> {
  desk.filing.submit([id])
  await desk.outbox.idle()
  const [name = ''] = files(desk, 'OutBox')
  unlinkSync(join(desk.root, 'OutBox', name))
  await desk.pass(10_000)
  await desk.pass(2 * minute)
  expect(await desk.filing.settle({ id, held: false, seqNo: '', reason: '网页上没有' })).toMatchObject({ ok: true })
  await desk.outbox.idle()
  return name.replace('.xml', '')
}

const answerTo = (desk: Desk, id: string, name: string, responseCode: string): void => {
  const kind = responseCode === '0' ? 'Successed' : 'Failed'
  const numbers = { clientSeqNo: number(desk, id), ...(responseCode === '0' ? { seqNo: 'I20260000000000009' } : {}) }
  const answer = writeReceipt({ form: 'DecImportResponse', responseCode, note: '', ...numbers, more: {} })
  writeFileSync(join(desk.root, 'InBox', `${kind}_${name}_20261127120000123.xml`), answer)
}

test('a refusal of an earlier file that comes late is told and does not touch what was filed since', async () => {
  const desk = await folderDesk(folder)
  const id = desk.signed()
  const first = await writtenAnew(desk, id)
  desk.importClient.run()
  await desk.read()
  const state = desk.stateOf(id)
  expect(desk.outboxRepo.latest(id)?.state).toBe('accepted')
  answerTo(desk, id, first, '-1001')
  await desk.read()
  await desk.read()
  expect(desk.titles(id)).toContain('较早一次报文的回执：单一窗口退回报文')
  expect(desk.stateOf(id)).not.toBe('refused')
  expect(state).not.toBe('refused')
  expect(desk.outboxRepo.latest(id)?.state).toBe('accepted')
})

test('an earlier file that was taken after all counts as filed, and the one that waits in OutBox is taken back', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  const first = await writtenAnew(desk, id)
  expect(files(desk, 'OutBox')).toEqual([`${first}-2.xml`])
  answerTo(desk, id, first, '0')
  await desk.read()
  expect(files(desk, 'OutBox')).toEqual([])
  expect(desk.stateOf(id)).toBe('saved')
  expect(desk.drafts.summary(id)?.seqNo).toBe('I20260000000000009')
  expect(desk.outboxRepo.latest(id)?.state).toBe('accepted')
  expect(desk.titles(id)).toContain('较早写出的一份已被单一窗口收到')
  await desk.pass(10 * minute)
  expect(files(desk, 'OutBox')).toEqual([])
})

test.each([
  ['that waits in the house', 'pending'],
  ['that the client turned down', 'refused'],
])('an earlier file that was taken after all stops the later one %s', async (_which, state) => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  const first = await writtenAnew(desk, id)
  if (state === 'refused') answerTo(desk, id, `${first}-2`, '-1001')
  else {
    desk.marks.release(number(desk, id))
    unlinkSync(join(desk.root, 'OutBox', `${first}-2.xml`))
    desk.db.prepare("UPDATE outbox SET state = 'pending', next_at = 9e15").run()
    desk.db.prepare("UPDATE declarations SET state = 'queued' WHERE id = ?").run(id)
  }
  await desk.read()
  expect(desk.outboxRepo.latest(id)?.state).toBe(state)
  answerTo(desk, id, first, '0')
  await desk.read()
  expect(desk.stateOf(id)).toBe('saved')
  expect(desk.outboxRepo.latest(id)?.state).toBe('accepted')
  await desk.pass(10 * minute)
  expect(files(desk, 'OutBox')).toEqual([])
})

test('an earlier file with other contents that was taken after all takes the new message back and says so', async () => {
  const desk = await folderDesk(folder, { fault: 'portal-down' })
  const id = desk.signed()
  const first = await writtenAnew(desk, id)
  const [hash = ''] = /[0-9a-f]{8}$/.exec(first) ?? []
  desk.db.prepare("UPDATE outbox SET state = 'held'").run()
  desk.db.prepare("UPDATE declarations SET state = 'queued' WHERE id = ?").run(id)
  answerTo(desk, id, first.replace(hash, '00000000'), '0')
  await desk.read()
  expect(desk.stateOf(id)).toBe('ready')
  expect(desk.outboxRepo.latest(id)?.state).toBe('withdrawn')
  expect(desk.titles(id)).toContain('单一窗口收到的是较早的一份，内容和现在的不同')
})

test('two files that were both taken are told as two', async () => {
  const desk = await folderDesk(folder)
  const id = desk.signed()
  const first = await writtenAnew(desk, id)
  desk.importClient.run()
  await desk.read()
  const { seqNo } = desk.drafts.summary(id) ?? {}
  answerTo(desk, id, first, '0')
  await desk.read()
  await desk.read()
  expect(desk.titles(id)).toContain('单一窗口可能收到了两份')
  expect(desk.drafts.summary(id)?.seqNo).toBe(seqNo)
})
