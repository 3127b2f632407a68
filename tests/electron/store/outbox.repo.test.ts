import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { unpackFiling } from '../../../domain/portal/package.ts'
import { liveOutboxStates, nextOutbox, outboxEvents, outboxStates } from '../../../domain/states/outbox.ts'
import { outbox } from '../../../electron/store/migrations/0030-outbox.ts'
import { exchange } from '../../../electron/store/migrations/0060-exchange.ts'
import { OutboxRepo, type SignedMessage } from '../../../electron/store/outbox.repo.ts'

const signed = (declarationId: string): SignedMessage => ({
  declarationId,
  clientSeqNo: 'YL2026111000000001',
  rev: 3,
  xml: new TextEncoder().encode('<DecMessage/>'),
  files: [],
  digest: 'ab',
  signature: 'c2lnbg==',
  certificateSerial: '01',
  cardNo: '2100010009991',
  operator: '演练员甲',
})

const steps = (db: Database.Database): void => [outbox, exchange].forEach((step) => step.up(db))

let repo: OutboxRepo
let now = 0

beforeEach(() => {
  const db = new Database(':memory:')
  steps(db)
  now = 1000
  repo = new OutboxRepo(db, () => now)
})

test('a signed message is kept with the hash of exactly the bytes that will be sent', () => {
  const id = repo.put({ ...signed('a'), files: [{ name: '发票.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }] })
  const body = repo.body(id)
  expect(body?.contentType).toBe('application/zip')
  const bytes = body?.bytes ?? new Uint8Array()
  expect(repo.get(id)).toMatchObject({ state: 'held', bodySha256: createHash('sha256').update(bytes).digest('hex') })
  const unpacked = unpackFiling({ contentType: 'application/zip', bytes })
  expect(unpacked).toMatchObject({ ok: true, value: { files: [{ name: '发票.pdf' }] } })
})

test('a message without files is sent as bare XML', () => {
  const body = repo.body(repo.put(signed('a')))
  expect(body?.contentType).toBe('application/xml')
  expect(new TextDecoder().decode(body?.bytes)).toBe('<DecMessage/>')
})

test('a declaration has one message on its way, and another after that one came to its end', () => {
  const first = repo.put(signed('a'))
  expect(() => repo.put(signed('a'))).toThrow(/UNIQUE/)
  repo.move(first, 'withdraw')
  const second = repo.put(signed('a'))
  expect(repo.live('a')?.id).toBe(second)
  expect(repo.latest('a')?.id).toBe(second)
})

test('every move of the table is done and every other one is refused without a change', () => {
  for (const state of Object.keys(outboxStates) as (keyof typeof outboxStates)[])
    for (const event of outboxEvents) {
      const db = new Database(':memory:')
      steps(db)
      const fresh = new OutboxRepo(db)
      const id = fresh.put(signed('a'))
      db.prepare('UPDATE outbox SET state = @state').run({ state })
      const expected = nextOutbox(state, event)
      expect(fresh.move(id, event)?.state).toBe(expected)
      expect(fresh.get(id)?.state).toBe(expected ?? state)
    }
})

test('no state leads back to sending but pending', () => {
  const before = (Object.keys(outboxStates) as (keyof typeof outboxStates)[]).filter((state) =>
    outboxEvents.some((event) => nextOutbox(state, event) === 'sending'),
  )
  expect(before).toEqual(['pending'])
  expect(liveOutboxStates).toEqual(['held', 'pending', 'sending', 'placed', 'unknown'])
})

test('what is due comes oldest first, waits for its time, and is due at once when the clock was set back', () => {
  const ids = ['a', 'b', 'c'].map((name) => repo.put(signed(name)))
  const [a = 0, b = 0, c = 0] = ids
  for (const id of ids) repo.move(id, 'submit')
  for (const id of [a, b]) repo.move(id, 'send')
  repo.move(a, 'notSent', { nextAt: 5000, attempts: 1, failure: 'portal.down' })
  repo.move(b, 'unknown', { nextAt: 9_000_000 })
  const horizon = 300_000
  expect(repo.due(1000, 1000 + horizon).map((row) => row.id)).toEqual([b, c])
  expect(repo.due(5000, 5000 + horizon).map((row) => row.id)).toEqual([a, b, c])
  expect(repo.wakeAt()).toBe(0)
  expect(repo.get(a)).toMatchObject({ attempts: 1, failure: 'portal.down', state: 'pending' })
  expect(repo.counts()).toEqual({ pending: 2, unknown: 1 })
})

test('a hash counts as an earlier version only when the portal answered that version', () => {
  const first = repo.put(signed('a'))
  const hash = repo.get(first)?.bodySha256 ?? ''
  repo.move(first, 'submit')
  repo.move(first, 'send')
  repo.move(first, 'accepted')
  const second = repo.put({ ...signed('a'), xml: new TextEncoder().encode('<DecMessage>2</DecMessage>') })
  const row = repo.get(second)
  expect(row && repo.isEarlier(row, hash)).toBe(true)
  expect(row && repo.isEarlier(row, row.bodySha256)).toBe(false)
})
