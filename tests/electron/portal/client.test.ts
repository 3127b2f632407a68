import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReceipt } from '../../../domain/message/read-receipt.ts'
import { packFiling } from '../../../domain/portal/package.ts'
import { PracticeClient } from '../../../electron/portal/practice-client.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { filingOf, openPortal } from '../../support/portal-desk.ts'
import { signMessage } from '../../support/sign-message.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'client-'))
  openAuthority(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const number = (serial: number): string => `YL20261111${String(serial).padStart(8, '0')}`
const signed = (clientSeqNo: string) => signMessage(importDeclaration(), { folder, clientSeqNo })

test('a filing is accepted, found again by its number, and its receipts come to the end', async () => {
  const { client } = await openPortal({ folder })
  const practice = new PracticeClient(client)
  expect(await practice.change({ speed: 0, outcome: 'release' })).toMatchObject({ ok: true, value: { speed: 0 } })
  const filing = filingOf(number(1), signed(number(1)))
  const sent = await client.send(filing)
  expect(sent).toMatchObject({ kind: 'accepted', answer: { receipt: { clientSeqNo: number(1), responseCode: '0' } } })
  const asked = await client.ask(number(1))
  expect(asked).toMatchObject({ ok: true, value: { bodySha256: filing.bodySha256, version: 1 } })
  const letters: (string | undefined)[] = []
  let cursor = ''
  while (letters.at(-1) !== 'R') {
    const page = await client.receipts(cursor, 20)
    if (!page.ok) throw new Error(page.error.code)
    cursor = page.value.cursor
    for (const { content } of page.value.items) {
      const receipt = readReceipt(Buffer.from(content, 'base64'))
      letters.push(receipt.ok ? receipt.value.channel : undefined)
    }
  }
  expect(letters).toEqual(['7', 'L', 'J', 'P', 'R'])
})

test('a package with PDF files is accepted, and the same package again is the same filing', async () => {
  const { client } = await openPortal({ folder })
  const pdf = new TextEncoder().encode('%PDF-1.7\n演练')
  const body = packFiling(number(2), { xml: signed(number(2)), files: [{ name: '发票.pdf', bytes: pdf }] })
  const filing = { ...filingOf(number(2), body.bytes), body }
  expect(await client.send(filing)).toMatchObject({ kind: 'accepted' })
  expect(await client.send(filing)).toMatchObject({ kind: 'accepted' })
  const held = await new PracticeClient(client).filings()
  expect(held.ok && held.value.items.filter((item) => item.clientSeqNo === number(2))).toHaveLength(1)
})

test('what the portal refuses is told with its reason, and nothing is held', async () => {
  const { client } = await openPortal({ folder })
  const wrong = signMessage(importDeclaration(), { folder, clientSeqNo: number(3), card: 'entry' })
  const sent = await client.send(filingOf(number(3), wrong))
  expect(sent).toMatchObject({
    kind: 'refused',
    failure: { code: 'portal.declined', why: '操作员卡没有申报权限' },
    answer: { receipt: { responseCode: '-7' } },
  })
  expect(await client.ask(number(3))).toEqual({ ok: true, value: undefined })
})

test('another body under a number is refused', async () => {
  const { client } = await openPortal({ folder })
  await client.send(filingOf(number(4), signed(number(4))))
  const sent = await client.send(filingOf(number(4), signed(number(4))))
  expect(sent).toMatchObject({ kind: 'refused', failure: { code: 'portal.otherBody' } })
})

test('a portal that is down, busy or locked took nothing; a lost answer is unknown and asked about', async () => {
  const { client } = await openPortal({ folder, slowness: 1 })
  const practice = new PracticeClient(client)
  const filing = filingOf(number(5), signed(number(5)))
  await practice.change({ fault: 'portal-down' })
  expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.down' } })
  expect(await client.ask(number(5))).toMatchObject({ ok: false, error: { code: 'portal.down' } })
  await practice.change({ fault: 'busy' })
  expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.busy' } })
  await practice.change({ fault: 'none' })
  expect(await client.ask(number(5))).toEqual({ ok: true, value: undefined })
  await practice.change({ fault: 'answer-lost' })
  expect(await client.send(filing)).toMatchObject({ kind: 'unknown', failure: { code: 'portal.unknown' } })
  expect(await client.ask(number(5))).toMatchObject({ ok: true, value: { bodySha256: filing.bodySha256 } })
  await practice.change({ fault: 'none' })
})

test('a portal that is not there got nothing, and the client finds it again at its new address', async () => {
  const { client, stop, start } = await openPortal({ folder })
  await stop()
  const filing = filingOf(number(6), signed(number(6)))
  expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.practiceDown' } })
  await start()
  expect(await client.send(filing)).toMatchObject({ kind: 'accepted' })
  expect(await client.time()).toMatchObject({ ok: true })
})

test('a long poll ends when it is told to', async () => {
  const { client } = await openPortal({ folder })
  const stop = new AbortController()
  const all = await client.receipts('', 0)
  const waiting = client.receipts(all.ok ? all.value.cursor : '', 60, stop.signal)
  stop.abort()
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'portal.stopped' } })
})

test('one declaration is steered', async () => {
  const { client } = await openPortal({ folder })
  const practice = new PracticeClient(client)
  await practice.change({ speed: 3600 })
  await client.send(filingOf(number(7), signed(number(7))))
  expect(await practice.steer(number(7), { outcome: 'refuse' })).toMatchObject({ ok: true, value: { state: 'saved' } })
  expect(await practice.steer(number(8), { outcome: 'refuse' })).toMatchObject({ ok: false })
})
