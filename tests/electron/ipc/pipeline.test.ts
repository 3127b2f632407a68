import { describe, expect, test } from 'vitest'
import { ok } from '../../../domain/result.ts'
import { channels, events } from '../../../electron/ipc/channels.ts'
import { contract, eventPayloads } from '../../../electron/ipc/contract.ts'
import { channelNames, handle, type AnyHandler, type FrameFacts } from '../../../electron/ipc/pipeline.ts'
import { badInputs, huge } from '../../support/bad-inputs.ts'
import { goodInputs } from '../../support/good-inputs.ts'
import { recordingLog } from '../../support/recording-log.ts'

const desk: FrameFacts = { isDeskFrame: true, origin: 'app://desk' }
const { log, lines } = recordingLog()
const never: AnyHandler = () => Promise.reject(new Error('must not be called'))
const inputs = goodInputs as unknown as Record<string, Record<string, unknown>>
const all = Object.entries(channels).flatMap(([room, methods]) => methods.map((method) => ({ room, method })))
const tenMegabytes = 'x'.repeat(10 * 1024 * 1024)

/** A bad input with its stand-in for a huge text filled in. */
function filled(value: unknown): unknown {
  if (value === huge) return tenMegabytes
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]))
}

describe('the list of channels', () => {
  test('is the contract, nothing more and nothing less', () => {
    expect(all.map(({ room, method }) => `${room}.${method}`).sort()).toEqual([...channelNames].sort())
    expect(Object.keys(contract)).toEqual(Object.keys(channels))
    expect([...events].sort()).toEqual(Object.keys(eventPayloads).sort())
  })

  test('takes no path, address or channel name beside the profile of a site', () => {
    const names = JSON.stringify(goodInputs).match(/"(?:path|file|folder|url|channel|sql)[A-Za-z]*":/gi) ?? []
    expect(names).toEqual([])
  })
})

describe.each(all)('$room.$method', ({ room, method }) => {
  const channel = `${room}.${method}`
  const good = (): unknown => structuredClone(inputs[room]?.[method])

  test('hands a good input to its handler', async () => {
    const seen: unknown[] = []
    await handle(channel, desk, good(), (input) => Promise.resolve(ok(seen.push(input))), log)
    expect(seen).toHaveLength(1)
  })

  test('refuses every other sender before it looks at the input', async () => {
    const frames: (FrameFacts | null)[] = [
      null,
      { isDeskFrame: false, origin: 'app://desk' },
      ...['http://desk', 'https://example.invalid', 'app://print', 'file://', 'null', ''].map((origin) => ({
        isDeskFrame: true,
        origin,
      })),
    ]
    for (const frame of frames) {
      const before = lines.length
      const answer = await handle(channel, frame, good(), never, log)
      expect(answer).toMatchObject({ ok: false, error: { code: 'app.notAllowed' } })
      expect(lines.slice(before)).toEqual([`warn ipc.sender {"channel":"${channel}"}`])
    }
  })

  test('refuses every bad input with a failure that has its three texts', async () => {
    for (const { name, input } of badInputs(room, method)) {
      const answer = await handle(channel, desk, filled(input), never, log)
      expect(answer, name).toMatchObject({
        ok: false,
        error: { code: 'app.badInput', what: expect.any(String) as string },
      })
    }
  })

  test('answers app.internal when the handler throws or answers off the contract', async () => {
    const thrown = await handle(channel, desk, good(), () => Promise.reject(new Error('secret text')), log)
    expect(thrown).toMatchObject({ ok: false, error: { code: 'app.internal' } })
    const off = await handle(channel, desk, good(), () => Promise.resolve(ok(Symbol('off'))), log)
    expect(off).toMatchObject({ ok: false, error: { code: 'app.internal' } })
    expect(lines.join('\n')).not.toContain('secret text')
  })

  test('answers when nobody is there to handle it', async () => {
    const answer = await handle(channel, desk, good(), undefined, log)
    expect(answer).toMatchObject({ ok: false, error: { code: 'app.unavailable' } })
  })
})

describe('the PIN', () => {
  const sign = (pin: Uint8Array): unknown => ({ items: [{ id: 'a', digest: 'b' }], pin })
  const ways: readonly [string, FrameFacts | null, (pin: Uint8Array) => unknown, AnyHandler | undefined][] = [
    ['after a call', desk, sign, () => Promise.resolve(ok({}))],
    ['after a throw', desk, sign, () => Promise.reject(new Error('x'))],
    ['of a stranger', null, sign, never],
    ['of a bad input', desk, (pin) => ({ pin, surprise: 1 }), never],
    ['without a handler', desk, sign, undefined],
  ]

  test.each(ways)('is zeroed %s', async (_name, frame, input, handler) => {
    const pin = Uint8Array.of(1, 2, 3, 4, 5, 6)
    await handle('signing.sign', frame, input(pin), handler, log)
    expect([...pin]).toEqual([0, 0, 0, 0, 0, 0])
  })
})

describe('trouble of the disk', () => {
  test.each([
    ['SQLITE_FULL', 'store.full'],
    ['SQLITE_IOERR_WRITE', 'store.io'],
    ['SQLITE_CORRUPT_VTAB', 'store.corrupt'],
    ['SQLITE_READONLY_DBMOVED', 'store.readonly'],
    ['SQLITE_BUSY_SNAPSHOT', 'store.locked'],
    ['ENOSPC', 'store.full'],
  ])('%s is answered as %s, whichever call meets it', async (code, wanted) => {
    const broken = (): Promise<never> => Promise.reject(Object.assign(new Error('disk'), { code }))
    const told: string[] = []
    const answer = await handle('drafts.board', desk, {}, broken, log, (failure) => void told.push(failure.code))
    expect(answer).toMatchObject({ ok: false, error: { code: wanted, detail: code } })
    expect(told).toEqual([wanted])
  })
})
