import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channels, events } from '../../electron/ipc/channels.ts'
import { badInputs, huge } from '../support/bad-inputs.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { logLines } from '../support/desk-log.ts'
import { foreignSite, type ForeignSite } from '../support/foreign-site.ts'
import { askFromElsewhere, askFromStranger } from '../support/stranger.ts'

const all = Object.entries(channels).flatMap(([room, methods]) =>
  methods.map((method) => ({ channel: `${room}.${method}`, room, method })),
)
let desk: Desk
let site: ForeignSite

beforeAll(async () => {
  site = await foreignSite()
  desk = await openDesk()
})
afterAll(async () => {
  await desk.close()
  await site.close()
  clearDesk(desk.folder)
})

/** Calls one channel with many inputs, one after the other. @returns a word for each answer */
const call = (room: string, method: string, inputs: unknown[]): Promise<string[]> =>
  desk.page.evaluate(
    async ([where, what, list, long]) => {
      const grow = (value: unknown): unknown => {
        if (value === long) return 'x'.repeat(10 * 1024 * 1024)
        if (Array.isArray(value)) return value.map(grow)
        if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, grow(inner)]))
      }
      const rooms = window.api as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
      const words: string[] = []
      for (const input of list) {
        const answer = (await rooms[where]?.[what]?.(grow(input))) as { ok: boolean; error?: { code: string } }
        words.push(answer.ok ? 'accepted' : (answer.error?.code ?? 'no code'))
      }
      return words
    },
    [room, method, inputs, huge] as const,
  )

// security A: nothing but plain functions crosses the bridge
describe('window.api', () => {
  test('holds the channels of the list, the way of events, and nothing else', async () => {
    const found = await desk.page.evaluate(() =>
      Object.fromEntries(
        Object.entries(window.api).map(([name, room]) => [
          name,
          typeof room === 'function' ? 'function' : Object.entries(room).map(([key, value]) => [key, typeof value]),
        ]),
      ),
    )
    const rooms = Object.entries(channels).map(([room, methods]) => [room, methods.map((name) => [name, 'function'])])
    expect(found).toEqual({ ...Object.fromEntries(rooms), on: 'function' })
  })

  test('cannot be replaced or widened by the page', async () => {
    const changed = await desk.page.evaluate(() => {
      const attempts = [
        () => Object.assign(window, { api: {} }),
        () => Object.assign(window.api, { extra: 1 }),
        () => Object.assign(window.api.drafts, { save: () => 'mine' }),
        () => Reflect.deleteProperty(window.api, 'drafts'),
      ]
      const before = window.api.drafts.save
      for (const attempt of attempts)
        try {
          attempt()
        } catch {
          // Refused loudly is as good as refused quietly: what counts is what stands there afterwards.
        }
      return window.api.drafts.save !== before || 'extra' in window.api
    })
    expect(changed).toBe(false)
  })

  test('leads to no object of Electron', async () => {
    const leaks = await desk.page.evaluate(async () => {
      const answer = await window.api.drafts.board({})
      const stop = window.api.on('drafts.changed', () => undefined)
      stop()
      const own: unknown[] = [Object.prototype, Function.prototype]
      const reached = [window.api, Object.values(window.api).at(-1), stop, answer]
      return reached.map((one) => own.includes(Object.getPrototypeOf(one)))
    })
    expect(leaks).toEqual([true, true, true, true])
  })

  test('listens to no event off the list', async () => {
    const heard = await desk.page.evaluate(
      (names) => {
        const seen: string[] = []
        Object.assign(window, { heard: seen })
        for (const name of names)
          (window.api.on as (to: string, listener: () => void) => void)(name, () => seen.push(name))
        return seen
      },
      ['anything', 'ELECTRON_INTERNAL', '__proto__'],
    )
    await desk.app.evaluate(({ BrowserWindow }) => {
      for (const name of ['anything', 'ELECTRON_INTERNAL', '__proto__'])
        BrowserWindow.getAllWindows()[0]?.webContents.send(name, 'secret')
      BrowserWindow.getAllWindows()[0]?.webContents.send('drafts.changed', { id: '1' })
    })
    expect(heard).toEqual([])
    expect(await desk.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
    expect(events).not.toContain('anything')
  })

  test('refuses what cannot be copied, and goes on', async () => {
    const outcome = await desk.page.evaluate(async () => {
      const deep: { inner?: unknown } = {}
      let end = deep
      for (let depth = 0; depth < 50_000; depth++) end = end.inner = {}
      const round: { self?: unknown } = {}
      round.self = round
      const words: string[] = []
      for (const input of [deep, round, () => 1, Symbol('x'), new WeakMap(), document.body, window])
        words.push(
          await Promise.resolve()
            .then(() => window.api.drafts.open(input as never))
            .then((answer) => (answer.ok ? 'accepted' : 'refused'))
            .catch(() => 'refused'),
        )
      return words
    })
    expect(new Set(outcome)).toEqual(new Set(['refused']))
    expect(await call('app', 'info', [{}])).toEqual(['accepted'])
  })

  test('does not let an input reach a prototype', async () => {
    const inputs = ['__proto__', 'constructor', 'prototype'].map(
      (key) => JSON.parse(`{"id":"1","${key}":{"ok":true}}`) as unknown,
    )
    await call('drafts', 'open', inputs)
    expect(await desk.app.evaluate(() => 'ok' in {})).toBe(false)
  })
})

// security B: arguments are parsed, not trusted; a refusal is an answer
describe('bad input', () => {
  test.each(all)('is refused by $channel with app.badInput', async ({ room, method }) => {
    const cases = badInputs(room, method)
    const answers = await call(
      room,
      method,
      cases.map(({ input }) => input),
    )
    const wrong = cases
      .map(({ name }, at) => `${name}: ${answers[at] ?? ''}`)
      .filter((word) => !word.endsWith('app.badInput'))
    expect(wrong).toEqual([])
  })

  test('has broken nothing', async () => {
    expect(logLines(desk, 'ipc.failed')).toEqual([])
    expect(logLines(desk, 'page.gone')).toEqual([])
    expect(logLines(desk, 'app.uncaught')).toEqual([])
    expect(logLines(desk, 'app.unhandled')).toEqual([])
    expect(await call('app', 'info', [{}])).toEqual(['accepted'])
  })
})

// security B: the sender is the main frame of the one window at its own address
describe('a stranger with the same preload script', () => {
  const refused = Object.fromEntries(all.map(({ channel }) => [channel, 'app.notAllowed']))
  /** Inside the origin of the desk, but without the scripts of the page, which would ask too. */
  const quiet = 'app://desk/nothing'

  test.each([
    { where: 'in another window at the address of the desk', frame: 'main', url: () => quiet },
    { where: 'on an empty page', frame: 'main', url: () => 'about:blank' },
    { where: 'at a web site', frame: 'main', url: () => `${site.origin}/` },
    { where: 'at a data: address', frame: 'main', url: () => 'data:text/html,x' },
    { where: 'in a frame with the address of the desk', frame: 'inner', url: () => `${site.origin}/framing?${quiet}` },
    { where: 'in a frame of a web site', frame: 'inner', url: () => `${site.origin}/framing?/framed` },
  ] as const)('$where is refused on every channel, with a line in the log each', async ({ frame, url }) => {
    const before = logLines(desk, 'ipc.sender').length
    const answers = await askFromStranger(desk, url(), frame)
    expect(answers).toEqual(refused)
    expect(logLines(desk, 'ipc.sender').length).toBeGreaterThanOrEqual(before + all.length)
  })

  test.each([
    { what: 'a web site', url: () => site.origin },
    { what: 'the origin of prints', url: () => 'app://print/nothing' },
    { what: 'an empty page', url: () => 'about:blank' },
  ] as const)('in the window of the desk is refused when that shows $what', async ({ url }) => {
    expect(await askFromElsewhere(desk, url())).toEqual(refused)
    expect(await call('app', 'info', [{}])).toEqual(['accepted'])
  })
})
