import { expect, test } from 'vitest'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse } from '../../../domain/result.ts'
import { backOff, longestBackOff } from '../../../electron/services/back-off.ts'
import type { Log } from '../../../electron/log/log.ts'
import type { Portal } from '../../../electron/portal/portal.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { filingDesk, memoryStore } from '../../support/filing-desk.ts'
import { HandTimers } from '../../support/hand-timers.ts'
import { LossyLine } from '../../support/lossy-line.ts'
import { recordingLog } from '../../support/recording-log.ts'
import { until } from '../../support/until.ts'

/** A desk on a clock and timers of the test, with signed declarations. */
function openDesk(count: number, portal?: Partial<Portal>, log?: Log) {
  const clock = { at: Date.UTC(2026, 10, 10) }
  const now = () => clock.at
  const line = new LossyLine(now)
  const sent: string[] = []
  const watched: Portal = {
    send: (filing, signal) => {
      sent.push(filing.clientSeqNo)
      return (portal?.send ?? line.send.bind(line))(filing, signal)
    },
    ask: portal?.ask ?? line.ask.bind(line),
    receipts: line.receipts.bind(line),
    time: line.time.bind(line),
  }
  const timers = new HandTimers()
  const desk = filingDesk({
    db: memoryStore(),
    portal: watched,
    now,
    timers,
    random: () => 0.5,
    ...(log ? { log } : {}),
  })
  const ids = Array.from({ length: count }, (_, at) => {
    const id = desk.ready(importDeclaration())
    desk.queue(id, new TextEncoder().encode(`<DecMessage>${at}</DecMessage>`))
    return id
  })
  desk.outbox.boot()
  const titles = (id: string) => desk.timeline.of(id).map((entry) => entry.title)
  return { ...desk, line, clock, timers, sent, ids, titles }
}

test('waits double up to five minutes and are spread by half', () => {
  expect([1, 2, 3].map((failures) => backOff(failures, 1))).toEqual([2000, 4000, 8000])
  expect(backOff(1, 0)).toBe(1000)
  expect(backOff(100, 1)).toBe(longestBackOff)
  expect(backOff(0, 1)).toBe(2000)
})

test('a practice portal that is only starting is waited for: no trouble, no growing pause, no line in the log', async () => {
  const why = failure('portal.practiceStarting')
  const { log, lines } = recordingLog()
  const desk = openDesk(
    1,
    { send: () => Promise.resolve({ kind: 'notSent', failure: why }), ask: () => Promise.resolve(refuse(why)) },
    log,
  )
  desk.filing.submit(desk.ids)
  for (let round = 0; round < 4; round++) {
    await desk.outbox.idle()
    desk.clock.at += 300_000
    desk.timers.fire()
  }
  await desk.outbox.idle()
  expect(desk.sent.length).toBeGreaterThan(2)
  expect(desk.outbox.trouble).toBeUndefined()
  expect(desk.timers.waits()).toEqual([backOff(0, 0.5)])
  expect(lines.join('\n')).not.toContain('outbox.lineBroken')
})

test('three days offline: one try at a time, one line of trouble a declaration, then everything goes out in order', async () => {
  const desk = openDesk(20)
  const days = 3 * 24 * 12
  desk.line.sends = Array.from({ length: days * 3 }, () => 'down' as const)
  desk.filing.submit(desk.ids)
  await desk.outbox.idle()
  for (let pause = 0; pause < 200; pause++) {
    desk.clock.at += 300_000
    desk.timers.fire()
    await desk.outbox.idle()
  }
  expect(desk.sent.length).toBeLessThanOrEqual(201 * 3)
  expect(desk.timers.waits()).toEqual([backOff(100, 0.5)])
  for (const id of desk.ids) {
    expect(desk.drafts.summary(id)?.state).toBe('queued')
    expect(desk.titles(id).filter((title) => title === '申报站点暂停服务').length).toBeLessThanOrEqual(1)
  }
  desk.line.sends = []
  desk.sent.length = 0
  desk.outbox.wake()
  await desk.outbox.idle()
  expect(desk.ids.map((id) => desk.drafts.summary(id)?.state)).toEqual(desk.ids.map(() => 'saved'))
  expect(desk.sent).toEqual([...desk.sent].sort())
  expect(desk.line.taken).toHaveLength(20)
})

/** A desk whose one message was cut before it arrived: it was asked about, is not there, and waits for its retry. */
async function deskThatWaits() {
  const desk = openDesk(1)
  desk.line.sends = ['cut-before']
  desk.filing.submit(desk.ids)
  await desk.outbox.idle()
  desk.timers.fire()
  await desk.outbox.idle()
  expect(desk.outboxRepo.counts()).toEqual({ pending: 1 })
  return desk
}

test('a clock that was set back does not make it wait', async () => {
  const desk = await deskThatWaits()
  desk.clock.at -= 86_400_000
  expect(Math.max(...desk.timers.waits())).toBeLessThanOrEqual(longestBackOff)
  desk.timers.fire()
  await desk.outbox.idle()
  expect(desk.outboxRepo.counts()).toEqual({})
})

test('a clock that was set back does not keep a message from being taken back for as long', async () => {
  const desk = await deskThatWaits()
  const [id = ''] = desk.ids
  desk.clock.at -= 86_400_000
  expect(await desk.filing.withdraw(id)).toMatchObject({ error: { code: 'portal.notWithdrawable' } })
  desk.clock.at += 601_000
  expect(await desk.filing.withdraw(id)).toMatchObject({ ok: true, value: { state: 'ready' } })
})

test('what surely did not arrive goes out again within half a minute, however often the line broke before', async () => {
  const desk = openDesk(1)
  desk.line.sends = [...Array.from({ length: 12 }, () => 'down' as const), 'cut-before']
  desk.filing.submit(desk.ids)
  await desk.outbox.idle()
  for (let nth = 0; nth < 13; nth++) {
    desk.timers.fire()
    await desk.outbox.idle()
  }
  // Asked about and not there.
  expect(desk.outboxRepo.counts()).toEqual({ pending: 1 })
  expect(Math.max(...desk.timers.waits())).toBeLessThanOrEqual(30_000)
})

test('a clerk who says now does not wait for a planned retry', async () => {
  const desk = await deskThatWaits()
  desk.outbox.tryNow()
  await desk.outbox.idle()
  expect(desk.outboxRepo.counts()).toEqual({})
  expect(desk.line.taken).toHaveLength(1)
})

test('one message that the portal cannot answer about does not hold up the others', async () => {
  let first = ''
  const line = new LossyLine(Date.now)
  const desk = openDesk(3, {
    send: (filing) => {
      first ||= filing.clientSeqNo
      return filing.clientSeqNo === first
        ? Promise.resolve({ kind: 'unknown', failure: failure('portal.unknown') })
        : line.send(filing)
    },
    ask: (number) =>
      number === first
        ? Promise.resolve({ ok: false, error: failure('portal.serverError', { status: 500 }) })
        : line.ask(number),
  })
  desk.filing.submit(desk.ids)
  await desk.outbox.idle()
  for (let round = 0; round < 3; round++) {
    desk.clock.at += 10_000
    desk.timers.fire()
    await desk.outbox.idle()
  }
  expect(desk.ids.map((id) => desk.drafts.summary(id)?.state)).toEqual(['unknown', 'saved', 'saved'])
  expect(desk.sent.filter((number) => number === first)).toHaveLength(1)
})

test('another body under our number is trouble for a person, and nothing is sent again', async () => {
  const other = { state: 'filed', seqNo: '', entryId: '', bodySha256: 'f'.repeat(64), version: 1 } as const
  const desk = openDesk(1, {
    send: () => Promise.resolve({ kind: 'unknown', failure: failure('portal.unknown') }),
    ask: (clientSeqNo) => Promise.resolve(ok({ clientSeqNo, ...other })),
  })
  const [id = ''] = desk.ids
  desk.filing.submit([id])
  await desk.outbox.idle()
  desk.timers.fire()
  await desk.outbox.idle()
  expect(desk.drafts.summary(id)?.state).toBe('refused')
  expect(desk.titles(id)).toContain('申报站点没有接收')
  expect(desk.outboxRepo.latest(id)).toMatchObject({ state: 'refused', failure: 'portal.otherBody' })
  expect(desk.sent).toHaveLength(1)
})

test('when the store refuses in the middle, the message is of unknown fate and asked about, without a restart', async () => {
  const desk = openDesk(1)
  desk.line.sends = ['crash-after']
  desk.filing.submit(desk.ids)
  await desk.outbox.idle()
  expect(desk.outboxRepo.counts()).toEqual({ sending: 1 })
  desk.timers.fire()
  await desk.outbox.idle()
  expect(desk.outboxRepo.latest(desk.ids[0] ?? '')?.state).toBe('accepted')
  expect(desk.line.taken).toHaveLength(1)
})

test('a store that cannot be read for a while says so, and what waits goes out afterwards without a hand', async () => {
  const desk = openDesk(1)
  const [id = ''] = desk.ids
  await desk.outbox.idle()
  desk.outboxRepo.move(desk.outboxRepo.live(id)?.id ?? 0, 'submit')
  desk.db.exec('ALTER TABLE outbox RENAME TO out_of_reach')
  desk.outbox.wake()
  await desk.outbox.idle()
  expect(desk.outbox.trouble?.code).toBe('app.internal')
  desk.db.exec('ALTER TABLE out_of_reach RENAME TO outbox')
  desk.timers.fire()
  await desk.outbox.idle()
  expect(desk.drafts.summary(id)?.state).toBe('saved')
  expect(desk.outbox.trouble).toBeUndefined()
})

test('at the end a send on the line is waited for a moment, then left as unknown', async () => {
  let given: AbortSignal | undefined
  const desk = openDesk(2, {
    send: (_filing, signal) => {
      given = signal
      return new Promise((resolve) =>
        signal?.addEventListener('abort', () => resolve({ kind: 'unknown', failure: failure('portal.unknown') })),
      )
    },
  })
  desk.filing.submit(desk.ids)
  await until('on the line', () => desk.sent.length === 2)
  const ended = desk.outbox.shutdown()
  expect(given?.aborted).toBe(false)
  desk.timers.fire()
  await ended
  expect(desk.outboxRepo.counts()).toEqual({ unknown: 2 })
  desk.outbox.wake()
  await desk.outbox.idle()
  expect(desk.sent).toHaveLength(2)
})

test('asking by hand answers with the reason when the portal gives none', async () => {
  const desk = openDesk(1)
  const [id = ''] = desk.ids
  desk.line.sends = ['cut-after']
  desk.filing.submit([id])
  await desk.outbox.idle()
  desk.line.asks = ['down']
  expect(await desk.filing.ask(id)).toMatchObject({ ok: false, error: { code: 'portal.timeout' } })
  expect(await desk.filing.ask(id)).toMatchObject({ ok: true, value: { state: 'saved' } })
})
