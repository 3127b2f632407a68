import { expect, onTestFinished, test } from 'vitest'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse } from '../../../domain/result.ts'
import type { ReceiptPage } from '../../../domain/portal/answers.ts'
import type { Portal } from '../../../electron/portal/portal.ts'
import { backOff } from '../../../electron/services/back-off.ts'
import { filingDesk, memoryStore } from '../../support/filing-desk.ts'
import { HandTimers } from '../../support/hand-timers.ts'
import { LossyLine } from '../../support/lossy-line.ts'
import { until } from '../../support/until.ts'

type Page = Awaited<ReturnType<Portal['receipts']>>
const page = (cursor: string, ...texts: string[]): Page => {
  const items: ReceiptPage['items'] = texts.map((text, at) => ({
    id: `${cursor}-${at}`,
    fileName: 'a.xml',
    content: Buffer.from(text).toString('base64'),
  }))
  return ok({ cursor, items })
}

/** A desk whose portal gives these pages, one after the other. */
function openDesk(pages: Page[], warned: (event: string) => void = () => undefined) {
  const line = new LossyLine(Date.now)
  const asked: string[] = []
  const portal: Portal = {
    send: line.send.bind(line),
    ask: line.ask.bind(line),
    time: line.time.bind(line),
    receipts: (after) => {
      asked.push(after)
      return Promise.resolve(pages.shift() ?? page(after))
    },
  }
  const log = { info: () => undefined, warn: warned, error: () => undefined }
  const timers = new HandTimers()
  return { ...filingDesk({ db: memoryStore(), portal, timers, random: () => 0.5, log }), asked, timers }
}

test('the stream goes on where it was left off', async () => {
  const desk = openDesk([page('a-1', 'x'), page('a-2', 'y', 'z')])
  expect(await desk.receipts.read()).toBe(0)
  expect(await desk.receipts.read()).toBe(0)
  await desk.receipts.read()
  expect(desk.asked).toEqual(['', 'a-1', 'a-2'])
  expect(desk.receiptsRepo.unmatched()).toHaveLength(3)
})

test('a portal that does not wait, or gives the same page for ever, is not hammered', async () => {
  const desk = openDesk([page('', 'x'), page('', 'x'), page('b-1')])
  expect(await desk.receipts.read()).toBe(1000)
  expect(await desk.receipts.read()).toBe(1000)
  expect(await desk.receipts.read()).toBe(1000)
  expect(desk.receiptsRepo.unmatched()).toHaveLength(1)
})

test('a practice portal that is only starting is waited for: no trouble, no growing pause, no line in the log', async () => {
  const starting = refuse(failure('portal.practiceStarting'))
  const told: string[] = []
  const desk = openDesk([starting, starting, page('a-1', 'x')], (event) => told.push(event))
  expect([await desk.receipts.read(), await desk.receipts.read()]).toEqual([1000, 1000])
  expect(desk.receipts.trouble).toBeUndefined()
  expect(desk.receipts.lastContact).toBeUndefined()
  await desk.receipts.read()
  expect(desk.receiptsRepo.unmatched()).toHaveLength(1)
  expect(told).toEqual([])
})

test('while the line is broken the pauses grow, and its return is told', async () => {
  const down = refuse(failure('portal.down'))
  const desk = openDesk([down, down, down, page('a-1', 'x')])
  expect([await desk.receipts.read(), await desk.receipts.read(), await desk.receipts.read()]).toEqual(
    [1, 2, 3].map((failures) => backOff(failures, 0.5)),
  )
  expect(desk.receipts.trouble?.code).toBe('portal.down')
  expect(desk.receipts.lastContact).toBeUndefined()
  expect(await desk.receipts.read()).toBe(0)
  expect(desk.receipts.trouble).toBeUndefined()
  expect(desk.receipts.lastContact).toBeDefined()
})

test('a page that cannot be kept is told as trouble until it is kept', async () => {
  const desk = openDesk([page('a-1', 'x'), page('a-1', 'x')])
  onTestFinished(() => desk.receipts.shutdown())
  desk.db.exec('ALTER TABLE receipts RENAME TO out_of_reach')
  desk.receipts.boot()
  await until('a pause is planned', () => desk.timers.waits().length > 0)
  expect(desk.receipts.trouble?.code).toBe('app.internal')
  expect(desk.receipts.lastContact).toBeUndefined()
  desk.db.exec('ALTER TABLE out_of_reach RENAME TO receipts')
  desk.timers.fire()
  await until('the page is kept', () => desk.receiptsRepo.unmatched().length === 1)
  expect(desk.receipts.trouble).toBeUndefined()
})

test('a page is kept whole or not at all', async () => {
  const desk = openDesk([page('a-1', 'x', 'y'), page('a-1', 'x', 'y')])
  desk.db.exec(`
    CREATE TRIGGER full BEFORE INSERT ON receipts WHEN (SELECT count(*) FROM receipts) = 1
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  await expect(desk.receipts.read()).rejects.toThrow('disk full')
  expect(desk.receiptsRepo.unmatched()).toEqual([])
  expect(desk.receiptsRepo.cursor()).toBe('')
  desk.db.exec('DROP TRIGGER full')
  await desk.receipts.read()
  expect(desk.receiptsRepo.unmatched()).toHaveLength(2)
  expect(desk.receiptsRepo.cursor()).toBe('a-1')
})
