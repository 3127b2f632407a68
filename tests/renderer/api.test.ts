import { beforeAll, expect, test, vi } from 'vitest'
import { reactive, ref } from 'vue'

const crossed: unknown[] = []
/** Copies what crosses it, as the bridge does: a proxy is refused with a DataCloneError. */
const settings = {
  save: (input: unknown) => {
    crossed.push(structuredClone(input))
    return Promise.resolve({ ok: true, value: {} })
  },
}
type Bridge = { readonly settings: typeof settings }
let api: Bridge

beforeAll(async () => {
  vi.stubGlobal('window', { api: { settings, app: { reportError: () => Promise.resolve() } } })
  api = ((await import('../../renderer/api.ts')) as unknown as { api: Bridge }).api
})

test('what Vue watches crosses the bridge at any depth, and bytes stay the bytes that they are', async () => {
  const signing = ref({ separator: '', encoding: 'utf-8' })
  const rows = reactive([{ name: '甲', parts: [{ share: '60' }] }])
  const pin = new Uint8Array([1, 2, 3])
  const answer = await api.settings.save({ signing: signing.value, rows: [...rows], pin })
  expect(answer).toEqual({ ok: true, value: {} })
  expect(crossed).toEqual([
    { signing: { separator: '', encoding: 'utf-8' }, rows: [{ name: '甲', parts: [{ share: '60' }] }], pin },
  ])
})
