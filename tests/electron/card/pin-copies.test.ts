import { expect, onTestFinished, test } from 'vitest'
import { commandBytes } from '../../../electron/card/apdu-channel.ts'
import { CardClient } from '../../../electron/card/card-client.ts'
import type { Helper } from '../../../electron/process/helper.ts'

/** A PIN that tells of every way of copying it that leaves bytes which nobody wipes. */
function watchedPin(): Uint8Array {
  const pin = Uint8Array.from('12345678', (digit) => digit.charCodeAt(0))
  const told = (): never => {
    throw new Error('the PIN was copied')
  }
  Object.defineProperty(pin, 'slice', { value: told })
  Object.defineProperty(pin, Symbol.iterator, { value: told })
  return pin
}
const isWiped = (pin: Uint8Array): boolean => pin.every((byte) => byte === 0)

test('a command with a PIN is put together without a list of its digits', () => {
  expect(commandBytes({ cla: 0, ins: 0x20, p2: 1, data: watchedPin() })).toEqual(
    Uint8Array.of(0, 0x20, 0, 1, 8, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38),
  )
  expect(commandBytes({ cla: 0, ins: 0x84, le: 8 })).toEqual(Uint8Array.of(0, 0x84, 0, 0, 8))
  expect(commandBytes({ cla: 0x80, ins: 0x18, data: Uint8Array.of(7), le: 0, extended: true })).toEqual(
    Uint8Array.of(0x80, 0x18, 0, 0, 0, 0, 1, 7, 0, 0),
  )
})

test('on its way to the card process a PIN is copied by the posting alone, and wiped whether it was posted or not', async () => {
  const posted: { type: string; pin?: Uint8Array; old?: Uint8Array; next?: Uint8Array }[] = []
  let exit: (code: number) => void = () => undefined
  const helper: Helper = {
    post: (message) => {
      const order = message as (typeof posted)[number]
      if (order.type === 'stop') return exit(0)
      const copy = (bytes: Uint8Array | undefined) => bytes && new Uint8Array(bytes.buffer.slice(0))
      posted.push({ type: order.type, pin: copy(order.pin), old: copy(order.old), next: copy(order.next) })
    },
    onMessage: () => undefined,
    onExit: (listener) => (exit = listener),
    kill: () => exit(0),
  }
  const client = new CardClient(() => helper, { backend: 'virtual' })
  onTestFinished(() => client.shutdown())
  const [unsent, cancelled, sent, old, next] = [watchedPin(), watchedPin(), watchedPin(), watchedPin(), watchedPin()]
  await client.sign({ cardNo: '1', pin: unsent, items: [] })
  await client.boot()
  await client.sign({ cardNo: '1', pin: cancelled, items: [] }, { signal: AbortSignal.abort() })
  void client.sign({ cardNo: '1', pin: sent, items: [] })
  void client.changePin(old, next, '1')
  expect([unsent, cancelled, sent, old, next].map(isWiped)).toEqual([true, true, true, true, true])
  expect(posted.map(({ type }) => type)).toEqual(['sign', 'changePin'])
  expect(posted.flatMap(({ pin, old: before, next: after }) => [pin, before, after]).filter(Boolean)).toEqual(
    Array.from({ length: 3 }, () => Uint8Array.from('12345678', (digit) => digit.charCodeAt(0))),
  )
})
