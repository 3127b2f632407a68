import { expect, onTestFinished, test } from 'vitest'
import { CardProcess, type CardLimits } from '../../../electron/card/card-process.ts'
import type { Helper } from '../../../electron/process/helper.ts'
import { until } from '../../support/until.ts'

const limits: CardLimits = { pulse: 10, silence: 100, job: 100_000, restart: [10, 10] }

/** A process that answers its pulse as long as `answers` says so. */
function watched(answers: () => boolean) {
  const seen = { pings: 0, kills: 0 }
  const start = (): Helper => {
    let tell: (message: unknown) => void = () => undefined
    let exit: (code: number) => void = () => undefined
    return {
      post: (message) => {
        const { type, number } = message as { type: string; number?: number }
        if (type === 'stop') return exit(0)
        if (type !== 'ping') return
        seen.pings++
        if (answers()) tell({ type: 'pong', number })
      },
      onMessage: (listener) => (tell = listener),
      onExit: (listener) => (exit = listener),
      kill: () => {
        seen.kills++
        exit(1)
      },
    }
  }
  const process = new CardProcess({ start, limits, onReply: () => undefined, onLost: () => undefined })
  onTestFinished(() => process.shutdown())
  process.boot()
  return seen
}

test('a clock that is set forward does not end a process that answers', async () => {
  const { now } = Date
  onTestFinished(() => {
    Date.now = now
  })
  const seen = watched(() => true)
  await until('it was asked', () => seen.pings > 2)
  Date.now = () => now() + 3_600_000
  const before = seen.pings
  await until('it was asked again', () => seen.pings > before + 3)
  expect(seen.kills).toBe(0)
})

test('a process that no longer answers is ended and started anew', async () => {
  const seen = watched(() => false)
  await until('it was ended twice', () => seen.kills > 1)
  expect(seen.pings).toBeGreaterThan(5)
})
