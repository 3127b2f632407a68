import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import { createDraftSaver, type SaveState } from '../../../renderer/form/draft-saver.ts'

type Answer = Result<{ rev: number; savedAt: string }>

function desk(answer: (rev: number) => Promise<Answer> | Answer) {
  const states: SaveState['kind'][] = []
  const sent: number[] = []
  const saver = createDraftSaver({
    send: async (rev) => {
      sent.push(rev)
      return answer(rev)
    },
    onState: ({ kind }) => states.push(kind),
    delay: 250,
  })
  return { saver, states, sent }
}

const saved = (rev: number): Answer => ok({ rev: rev + 1, savedAt: 'now' })

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('sends once for many letters, within 300 ms of the first', async () => {
    const { saver, sent, states } = desk(saved)
    saver.touch()
    await vi.advanceTimersByTimeAsync(200)
    saver.touch()
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toEqual([0])
    expect(states).toEqual(['pending', 'saving', 'saved'])
  })

  it('says saved only after the answer', async () => {
    let reply: (answer: Answer) => void = () => undefined
    const { saver, states } = desk(() => new Promise((resolve) => (reply = resolve)))
    saver.touch()
    const all = saver.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(states.at(-1)).toBe('saving')
    reply(saved(0))
    expect(await all).toBe(true)
    expect(states.at(-1)).toBe('saved')
  })

  it('saves again what was typed while a save was under way, with the new revision', async () => {
    let reply: (answer: Answer) => void = () => undefined
    const { saver, sent, states } = desk((rev) =>
      rev === 0 ? new Promise<Answer>((resolve) => (reply = resolve)) : saved(rev),
    )
    saver.touch()
    const all = saver.flush()
    await vi.advanceTimersByTimeAsync(0)
    saver.touch()
    reply(saved(0))
    expect(await all).toBe(true)
    expect(sent).toEqual([0, 1])
    expect(states).not.toContain('failed')
    expect(saver.dirty()).toBe(false)
  })

  it('keeps the text unsaved after a failure and saves it with the next try', async () => {
    let broken = true
    const { saver, states } = desk((rev) => (broken ? refuse(failure('app.internal')) : saved(rev)))
    saver.touch()
    expect(await saver.flush()).toBe(false)
    expect(states.at(-1)).toBe('failed')
    expect(saver.dirty()).toBe(true)
    broken = false
    expect(await saver.flush()).toBe(true)
    expect(states.at(-1)).toBe('saved')
  })

  it('lets nothing else run beside a change that main makes itself, and goes on from its revision', async () => {
    let reply: (rev: number) => void = () => undefined
    const { saver, sent } = desk(saved)
    saver.touch()
    const attached = saver.alone(async (rev) => {
      const next = await new Promise<number>((resolve) => (reply = resolve))
      saver.rebase(next)
      return `${rev}→${next}`
    })
    await vi.advanceTimersByTimeAsync(0)
    saver.touch()
    const flushed = saver.flush()
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([0])
    reply(7)
    expect(await attached).toBe('1→7')
    expect(await flushed).toBe(true)
    expect(sent).toEqual([0, 7])
    expect(saver.dirty()).toBe(false)
  })

  it('does not believe the answer to a declaration that is no longer open', async () => {
    let reply: (answer: Answer) => void = () => undefined
    const { saver, sent } = desk((rev) =>
      rev === 0 ? new Promise<Answer>((resolve) => (reply = resolve)) : saved(rev),
    )
    saver.touch()
    const flushed = saver.flush()
    await vi.advanceTimersByTimeAsync(0)
    saver.reset(40, 'earlier')
    reply(saved(0))
    await flushed
    saver.touch()
    await saver.flush()
    expect(sent).toEqual([0, 40])
  })

  it('runs nothing on a text that could not be saved', async () => {
    const { saver } = desk(() => refuse(failure('app.internal')))
    saver.touch()
    const run = vi.fn(() => Promise.resolve(1))
    expect(await saver.alone(run)).toBeUndefined()
    expect(run).not.toHaveBeenCalled()
  })

  it('asks once for many who want all saved', async () => {
    let reply: (answer: Answer) => void = () => undefined
    const { saver, sent } = desk(() => new Promise((resolve) => (reply = resolve)))
    saver.touch()
    const all = [saver.flush(), saver.flush(), saver.flush()]
    await vi.advanceTimersByTimeAsync(0)
    reply(saved(0))
    expect(await Promise.all(all)).toEqual([true, true, true])
    expect(sent).toEqual([0])
  })

  it('does nothing when everything is on disk', async () => {
    const { saver, sent } = desk(saved)
    expect(await saver.flush()).toBe(true)
    expect(sent).toEqual([])
  })
})
