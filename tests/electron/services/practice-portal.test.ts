import { expect, test } from 'vitest'
import type { Helper } from '../../../electron/process/helper.ts'
import { PracticePortal } from '../../../electron/services/practice-portal.ts'
import { HandTimers } from '../../support/hand-timers.ts'

/** A host whose process does what the test says. */
function openHost() {
  const timers = new HandTimers()
  const say = { ready: (): void => undefined, exit: (): void => undefined }
  const host = new PracticePortal({
    start: (): Helper => ({
      post: () => undefined,
      kill: () => undefined,
      onMessage: (take) => (say.ready = () => take({ ready: true, address: 'https://127.0.0.1:1/', token: 't' })),
      onExit: (take) => (say.exit = () => take(1)),
    }),
    folder: '',
    timers,
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  host.boot()
  const code = (): string => {
    const target = host.target()
    return target.ok ? 'up' : target.error.code
  }
  return { timers, say, code }
}

test('the practice portal is starting until it answers, and down after it fell', () => {
  const { timers, say, code } = openHost()
  expect(code()).toBe('portal.practiceStarting')
  say.ready()
  expect(code()).toBe('up')
  say.exit()
  expect(code()).toBe('portal.practiceDown')
  timers.fire()
  expect(code()).toBe('portal.practiceDown')
  say.ready()
  expect(code()).toBe('up')
})

test('one that falls before it ever answered, or does not get ready in a minute, is down', () => {
  const fallen = openHost()
  fallen.say.exit()
  expect(fallen.code()).toBe('portal.practiceDown')
  const slow = openHost()
  slow.timers.fire()
  expect(slow.code()).toBe('portal.practiceDown')
  slow.say.ready()
  expect(slow.code()).toBe('up')
})
