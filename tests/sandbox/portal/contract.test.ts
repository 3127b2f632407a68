import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import type * as z from 'zod'
import { readReceipt } from '../../../domain/message/read-receipt.ts'
import {
  beginningSchema,
  filingsSchema,
  heldSchema,
  noticesSchema,
  portalTimeSchema,
  practiceSettingsSchema,
  problemSchema,
  receiptPageSchema,
  type PracticeChange,
} from '../../../domain/portal/answers.ts'
import { limits } from '../../../domain/portal/limits.ts'
import { startPortal, type RunningPortal } from '../../../sandbox/portal/start-portal.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { signMessage, type Signing } from '../../support/sign-message.ts'

interface OpenApi {
  readonly paths: Record<string, Record<string, { tags: string[]; responses: Record<string, unknown> }>>
}
const contract = parse(readFileSync(new URL('../../../domain/portal/openapi.yaml', import.meta.url), 'utf8')) as OpenApi
const documented = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { tags, responses }]) =>
    // Companies, users and cards have a test of their own (members.test.ts).
    (tags.includes('members') ? [] : Object.keys(responses)).map(
      (status) => `${method.toUpperCase()} ${path} ${status}`,
    ),
  ),
)

/** What each call was answered with, as `METHOD /path status`. */
const seen = new Set<string>()
const schemas: Record<string, z.ZodType> = {
  '/declarations/{clientSeqNo}': heldSchema,
  '/receipts': receiptPageSchema,
  '/time': portalTimeSchema,
  '/practice/settings': practiceSettingsSchema,
  '/practice/declarations': filingsSchema,
  '/practice/members': beginningSchema,
  '/practice/notices': noticesSchema,
  '/practice/declarations/{clientSeqNo}/outcome': heldSchema,
}

let folder = ''
let portal: RunningPortal

// Making the practice authority with its keys takes long on a busy machine.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'))
  portal = await startPortal({ folder, slowness: 1 })
}, 120_000)
afterAll(async () => {
  await portal.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Call {
  readonly query?: string
  readonly number?: string
  readonly headers?: Record<string, string>
  readonly body?: Uint8Array | string
}

/** Calls the real portal, checks the answer against the contract and takes it down as seen. */
async function call(method: string, path: string, { query = '', number = '', headers = {}, body }: Call = {}) {
  const response = await fetch(portal.address + path.replace('{clientSeqNo}', number) + query, {
    method,
    headers: { authorization: `Bearer ${portal.token}`, ...headers },
    body: body === undefined ? undefined : Buffer.from(body),
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const key = `${method} ${path} ${response.status}`
  expect(documented).toContain(key)
  const isXml = path === '/declarations' && [200, 422].includes(response.status)
  const value: unknown = isXml ? undefined : JSON.parse(Buffer.from(bytes).toString('utf8'))
  if (isXml) expect(readReceipt(bytes)).toMatchObject({ ok: true, value: { form: 'DecImportResponse' } })
  else (response.ok ? schemas[path] : problemSchema)?.parse(value)
  seen.add(key)
  return { status: response.status, headers: response.headers, bytes, value }
}

const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex')
const send = (body: Uint8Array, number: string, headers: Record<string, string> = {}) =>
  call('POST', '/declarations', {
    body,
    headers: {
      'content-type': 'application/xml',
      'idempotency-key': number,
      'x-body-sha256': sha256(body),
      ...headers,
    },
  })
const practise = (change: PracticeChange) =>
  call('PATCH', '/practice/settings', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
const signed = (clientSeqNo: string, more: Partial<Signing> = {}) =>
  signMessage(importDeclaration(), { folder, clientSeqNo, ...more })
const number = (serial: number): string => `YL20261110${String(serial).padStart(8, '0')}`

test('a poll without receipts is answered when its time is over, whatever was collected as garbage meanwhile', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const answer = call('GET', '/receipts', { query: '?wait=1' })
  const wait = { over: false }
  void answer.finally(() => (wait.over = true))
  while (!wait.over) {
    collect()
    await nextTurn()
  }
  expect((await answer).value).toMatchObject({ items: [] })
})

test('a right declaration is taken, asked about and followed to the end of its way', async () => {
  await practise({ speed: 0, outcome: 'inspect' })
  const body = signed(number(1))
  const taken = await send(body, number(1))
  expect(taken.status).toBe(200)
  expect(taken.headers.get('idempotency-replayed')).toBe('false')
  const letters: string[] = []
  let cursor = ''
  while (letters.at(-1) !== 'R') {
    const page = receiptPageSchema.parse((await call('GET', '/receipts', { query: `?after=${cursor}&wait=20` })).value)
    cursor = page.cursor
    for (const item of page.items) {
      const receipt = readReceipt(Buffer.from(item.content, 'base64'))
      letters.push(receipt.ok ? (receipt.value.channel ?? '') : receipt.error.code)
    }
  }
  expect(letters).toEqual(['7', 'L', 'J', 'C', 'P', 'R'])
  const held = await call('GET', '/declarations/{clientSeqNo}', { number: number(1) })
  expect(held.value).toMatchObject({ state: 'closed', version: 1, bodySha256: sha256(body) })
})

test('the same body again is answered as before, another body under the number is refused', async () => {
  const again = await send(signed(number(2)), number(2))
  expect(again.status).toBe(200)
  const body = signed(number(3))
  const first = await send(body, number(3))
  const second = await send(body, number(3))
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(second.bytes).toEqual(first.bytes)
  const other = signed(number(3), { before: (message) => message.DecHead && (message.DecHead.NoteS = '改过') })
  expect((await send(other, number(3))).status).toBe(409)
})

test('every documented way of saying no to a filing is said', async () => {
  const body = signed(number(4))
  expect((await send(body, 'too-short')).status).toBe(400)
  expect((await send(body, number(4), { 'x-body-sha256': sha256(signed(number(5))) })).status).toBe(400)
  expect((await send(body, number(5))).status).toBe(400)
  expect((await send(body, number(4), { authorization: 'Bearer wrong' })).status).toBe(401)
  expect((await send(body, number(4), { 'content-type': 'text/html' })).status).toBe(415)
  expect((await send(body, number(4), { 'content-type': 'application/json' })).status).toBe(415)
  expect((await send(new TextEncoder().encode('<DecMessage/>'), number(4))).status).toBe(422)
  expect((await send(new Uint8Array(limits.bodyBytes + 1), number(4))).status).toBe(413)
  expect((await call('GET', '/declarations/{clientSeqNo}', { number: number(4) })).status).toBe(404)
})

test('every path refuses a wrong token and bad questions', async () => {
  const headers = { authorization: 'Bearer wrong', 'content-type': 'application/json' }
  for (const key of documented.filter((entry) => entry.endsWith(' 401'))) {
    const [method = '', path = ''] = key.split(' ')
    const body = ['GET', 'HEAD'].includes(method) ? undefined : '{}'
    expect((await call(method, path, { number: number(9), headers, body })).status).toBe(401)
  }
  expect((await call('GET', '/declarations/{clientSeqNo}', { number: 'short' })).status).toBe(400)
  expect((await call('GET', '/receipts', { query: '?wait=61' })).status).toBe(400)
  expect((await call('GET', '/receipts', { query: '?after=' + encodeURIComponent("' OR 1") })).status).toBe(400)
  expect((await practise({ speed: -1 })).status).toBe(400)
  const json = { 'content-type': 'application/json' }
  const steer = (body: string, to: string) =>
    call('PUT', '/practice/declarations/{clientSeqNo}/outcome', { number: to, headers: json, body })
  expect((await steer('{"outcome":"lost"}', number(1))).status).toBe(400)
  expect((await steer('{"outcome":"refuse"}', number(9))).status).toBe(404)
  expect((await steer('{"outcome":"refuse","reason":"演练"}', number(1))).status).toBe(200)
})

test('the faults of practice are answered, and the practice paths stay reachable', async () => {
  const asked = ['/declarations/{clientSeqNo}', '/receipts', '/time']
  for (const [fault, status] of [
    ['portal-down', 503],
    ['busy', 429],
  ] as const) {
    await practise({ fault })
    for (const path of asked) expect((await call('GET', path, { number: number(1) })).status).toBe(status)
    expect((await send(signed(number(6)), number(6))).status).toBe(status)
  }
  await practise({ fault: 'answer-lost' })
  await expect(send(signed(number(6)), number(6))).rejects.toThrow()
  await practise({ fault: 'slow' })
  const held = await call('GET', '/declarations/{clientSeqNo}', { number: number(6) })
  expect(held.value).toMatchObject({ clientSeqNo: number(6), version: 1 })
  await practise({ fault: 'none' })
  expect((await call('GET', '/time')).status).toBe(200)
  expect((await call('GET', '/practice/settings')).value).toMatchObject({ fault: 'none' })
  const listed = filingsSchema.parse((await call('GET', '/practice/declarations')).value)
  expect(listed.items.map((item) => item.clientSeqNo)).toEqual([1, 2, 3, 6].map(number))
})

test('practice begins again where it is told to', async () => {
  const begin = (body: string) =>
    call('PUT', '/practice/members', { headers: { 'content-type': 'application/json' }, body })
  expect((await begin('{"from":"elsewhere"}')).status).toBe(400)
  expect((await begin('{"from":"ready"}')).value).toEqual({ from: 'ready' })
  const { items } = noticesSchema.parse((await call('GET', '/practice/notices')).value)
  expect(items[0]?.text).toMatch(/^【演练】管理员 yanlian_admin/)
})

test('each documented answer was seen', () => {
  expect(documented.filter((key) => !seen.has(key))).toEqual([])
})
