import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { fromBase64, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { verifySignature } from '../../../domain/crypto/verify-signature.ts'
import { CardClient } from '../../../electron/card/card-client.ts'
import type { Helper } from '../../../electron/process/helper.ts'
import { practiceOperator, practicePin } from '../../../sandbox/authority/practice-company.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { readCardFile, writeCardFile } from '../../../sandbox/authority/card-file.ts'
import { until } from '../../support/until.ts'
import { virtualDesk } from '../../support/virtual-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'client-'))
afterAll(() => rmSync(folder, { recursive: true }))

const clients: CardClient[] = []
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.shutdown()))
})

function desk() {
  const made = virtualDesk(folder)
  clients.push(made.client)
  return made
}

const batch = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `d${index}`, text: `原文 ${index}` }))
const pin = (text: string = practicePin): Uint8Array => utf8(text)

describe('the card line', () => {
  it('goes from no card to the operator who is ready, and back', async () => {
    const { client, insert, remove, reach } = desk()
    // Not yet started is no fault: the line has nothing to press.
    expect(client.status()).toMatchObject({ state: 'starting', step: 'none' })
    await client.boot()
    await reach('noCard')
    expect(client.status().sentence).toBe('请把操作员卡插入读卡器')
    insert('A', 'operator')
    await reach('ready')
    expect(client.status()).toMatchObject({
      reader: 'A',
      holder: practiceOperator.name,
      cardNo: practiceOperator.cardNo,
      kind: 'operator',
      rights: ['entry', 'declare'],
      algorithm: 'SM2',
      triesLeft: 6,
    })
    remove('A')
    await reach('noCard')
    expect(client.status().holder).toBe('')
  })

  it.each([
    ['expired', 'certificateExpired'],
    ['not-yet', 'certificateNotYet'],
    ['stranger', 'certificateBad'],
    ['legal', 'ready'],
  ] as const)('shows the %s card as %s', async (name, state) => {
    const { client, insert, reach } = desk()
    await client.boot()
    insert('A', name)
    await reach(state)
    expect(client.status().cardNo).not.toBe('')
  })

  it('says that a card is mute, and recovers when it is pulled and put in again', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    insert('A', 'operator', 'mute@2')
    await reach('mute')
    insert('A', 'operator')
    await reach('ready')
  })

  it('reads a card again that failed once, by itself', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    insert('A', 'operator', 'sw=6f00@2')
    await reach('ready')
  })

  it('is not disturbed by a card of another program, wherever it lies', async () => {
    const { client, insert, reach, remove } = desk()
    await client.boot()
    const foreign = insert('A', 'operator', '', 'foreign')
    await reach('noCard')
    insert('B', 'operator')
    await reach('ready')
    remove('B')
    await reach('noCard')
    expect(foreign.commands).toBe(1)
    expect(foreign.pinCommands).toBe(0)
  })

  it('chooses between two cards by whose they are, not by reader', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    insert('A', 'second')
    insert('B', 'operator')
    await reach('ready')
    client.want('', '演练员乙')
    await until('the second operator', () => client.status().holder === '演练员乙')
    client.want(practiceOperator.cardNo, '')
    await until('the first operator', () => client.status().cardNo === practiceOperator.cardNo)
    expect(client.cards()).toHaveLength(2)
  })

  it('warns of tries already lost before a PIN is typed', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    insert('A', 'operator')
    await reach('ready')
    for (let left = 5; left > 2; left--) {
      await client.sign({ pin: pin('00000000'), items: batch(1) })
      await until('the tries are shown', () => client.status().triesLeft === left && client.status().state === 'ready')
    }
    expect(client.status().notice).toContain('3 次')
  })
})

describe('signing', () => {
  it('signs a batch with one PIN; every signature fits its text and the certificate', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    const card = insert('A', 'operator')
    await reach('ready')
    const secret = pin()
    const seen: number[] = []
    const work = client.sign({ pin: secret, items: batch(20) }, { onProgress: (_, done) => seen.push(done) })
    expect([...secret]).toEqual(Array.from({ length: 8 }, () => 0))
    const { items, failure } = await work
    expect(failure).toBeUndefined()
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    for (const [index, item] of items.entries()) {
      const certificate = item.outcome === 'signed' ? readCertificate(item.certificate) : undefined
      const signature = item.outcome === 'signed' ? fromBase64(item.signature) : undefined
      expect(certificate && signature && verifySignature(utf8(`原文 ${index}`), signature, certificate)).toBe(true)
    }
    expect(card.pinCommands).toBe(1)
    await reach('ready')
  })

  it('presents a wrong PIN once for a batch of 50 and leaves all of it untouched', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    const card = insert('A', 'operator')
    await reach('ready')
    const { items, failure } = await client.sign({ pin: pin('00000000'), items: batch(50) })
    expect(failure).toMatchObject({ code: 'card.wrongPin', why: '卡没有接受这个密码，还可以试 5 次' })
    expect(items.every(({ outcome }) => outcome === 'skipped')).toBe(true)
    expect(card.pinCommands).toBe(1)
  })

  it('goes down to blocked, one presentation a typing, and then presents nothing', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    const card = insert('A', 'operator')
    for (let typed = 1; typed <= 6; typed++) {
      await reach('ready')
      const { failure } = await client.sign({ pin: pin('00000000'), items: batch(3) })
      expect(failure?.code).toBe(typed < 6 ? 'card.wrongPin' : 'card.blocked')
    }
    await reach('blocked')
    expect(client.status()).toMatchObject({ triesLeft: 0, action: '怎样解锁' })
    const { failure } = await client.sign({ pin: pin(), items: batch(1) })
    expect(failure?.code).toBe('card.blocked')
    expect(card.pinCommands).toBe(6)
  })

  it('refuses a PIN of the wrong length without presenting it', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    const card = insert('A', 'operator')
    await reach('ready')
    expect((await client.sign({ pin: pin('123'), items: batch(1) })).failure?.code).toBe('card.pinLength')
    expect(card.pinCommands).toBe(0)
  })

  it('presents one PIN at most wherever the card is pulled, drops out or falls silent', async () => {
    for (const fault of ['pull', 'drop', 'mute']) {
      for (let at = 6; at <= 16; at++) {
        const { client, insert, reach } = desk()
        await client.boot()
        const card = insert('A', 'operator', `${fault}@${at + 3}`)
        await reach('ready')
        const report = await client.sign({ pin: pin(), items: batch(4) })
        expect(report.items).toHaveLength(4)
        expect(card.pinCommands).toBeLessThanOrEqual(1)
        const signed = report.items.filter(({ outcome }) => outcome === 'signed').length
        expect(report.items.map(({ outcome }) => outcome === 'signed')).toEqual(
          Array.from({ length: 4 }, (_, index) => index < signed),
        )
        if (signed < 4) expect(['card.removed', 'card.mute']).toContain(report.failure?.code)
        await client.shutdown()
      }
    }
  })

  it('tells a refusal of one item and signs the others', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    insert('A', 'operator', 'sw=6a80@14')
    await reach('ready')
    const { items, failure } = await client.sign({ pin: pin(), items: batch(6) })
    expect(failure).toBeUndefined()
    expect(items.filter(({ outcome }) => outcome === 'refused')).toHaveLength(1)
    expect(items.filter(({ outcome }) => outcome === 'signed')).toHaveLength(5)
  })

  it('never gives the PIN again when the card asks for it in mid-batch', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    const card = insert('A', 'operator', 'sw=6982@14')
    await reach('ready')
    const { failure } = await client.sign({ pin: pin(), items: batch(6) })
    expect(failure?.code).toBe('card.pinNeeded')
    expect(card.pinCommands).toBe(1)
  })

  it('stops between two items when it is cancelled', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    insert('A', 'operator', 'delay=5')
    await reach('ready')
    const abort = new AbortController()
    const onProgress = (): void => abort.abort()
    const { items, failure } = await client.sign({ pin: pin(), items: batch(30) }, { onProgress, signal: abort.signal })
    expect(failure?.code).toBe('app.cancelled')
    expect(items[0]?.outcome).toBe('signed')
    expect(items.at(-1)?.outcome).toBe('skipped')
  })

  it('refuses a second batch while the first is under way, without a PIN', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    const card = insert('A', 'operator', 'delay=5,mute@16')
    await reach('ready')
    const first = client.sign({ pin: pin(), items: batch(6) })
    const second = await client.sign({ pin: pin(), items: batch(1) })
    expect(second.failure?.code).toBe('card.working')
    expect((await first).failure?.code).toBe('card.mute')
    expect(card.pinCommands).toBe(1)
  })

  it('presents nothing to a card that was exchanged after the clerk looked', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    insert('A', 'operator')
    await reach('ready')
    const other = insert('A', 'second')
    const { failure } = await client.sign({ cardNo: practiceOperator.cardNo, pin: pin(), items: batch(1) })
    expect(['card.noCard', 'card.changed']).toContain(failure?.code)
    expect(other.pinCommands).toBe(0)
  })

  it('signs with the card that is asked for when two lie in the readers', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    const [second, first] = [insert('A', 'second'), insert('B', 'operator')]
    await reach('ready')
    await until('both are read', () => client.cards().filter(({ state }) => state === 'ready').length === 2)
    client.want(practiceOperator.cardNo, '')
    await until('the first operator', () => client.status().cardNo === practiceOperator.cardNo)
    const { items } = await client.sign({ pin: pin(), items: batch(1) })
    expect(items[0]?.outcome).toBe('signed')
    expect([second.pinCommands, first.pinCommands]).toEqual([0, 1])
  })
})

describe('the PIN', () => {
  it('is changed with one presentation of the old one', async () => {
    const { client, insert, reach } = desk()
    await client.boot()
    const card = insert('A', 'factory')
    await reach('ready')
    expect(await client.changePin(pin('88888888'), pin('13579135'))).toEqual({ ok: true, value: undefined })
    await reach('ready')
    expect((await client.sign({ pin: pin('13579135'), items: batch(1) })).failure).toBeUndefined()
    expect(card.pinCommands).toBe(2)
    await reach('ready')
    expect((await client.changePin(pin('13579135'), pin('88888888'))).ok).toBe(false)
    expect(card.pinCommands).toBe(2)
  })

  it('of a new card works and is warned of until it is changed', async () => {
    const { client, insert, reach } = desk()
    const path = openAuthority(folder).card('factory')
    writeCardFile(path, { ...readCardFile(path), pin: '88888888' })
    await client.boot()
    insert('A', 'factory')
    await reach('ready')
    expect((await client.sign({ pin: pin('88888888'), items: batch(1) })).failure).toBeUndefined()
    await until('the warning', () => client.status().notice.includes('出厂密码'))
    await client.changePin(pin('88888888'), pin('13579135'))
    await until('no warning', () => client.status().state === 'ready' && client.status().notice === '')
  })
})

describe('the card process', () => {
  it('is started again when it dies in mid-batch; what it signed stays, and no PIN is sent again', async () => {
    const { client, insert, reach, loop } = desk()
    await client.boot()
    const card = insert('A', 'operator', 'delay=5')
    await reach('ready')
    const onProgress = (_: unknown, done: number): void => {
      if (done === 3) loop.crash()
    }
    const { items, failure } = await client.sign({ pin: pin(), items: batch(30) }, { onProgress })
    expect(failure?.code).toBe('card.stopped')
    expect(items.filter(({ outcome }) => outcome === 'signed').length).toBeGreaterThanOrEqual(3)
    await reach('ready')
    expect(loop.starts).toBe(2)
    expect(card.pinCommands).toBe(1)
  })

  it('shows that it stopped, and refuses to sign meanwhile', async () => {
    const { client, loop, reach } = desk()
    await client.boot()
    await reach('noCard')
    const states: string[] = []
    client.onChange(({ state }) => states.push(state))
    loop.crash()
    await until('it is told', () => states.includes('stopped'))
    await reach('noCard')
    expect((await client.sign({ cardNo: 'X', pin: pin(), items: batch(1) })).items[0]?.outcome).toBe('skipped')
  })

  it('that never gives a picture is only starting at first, and a fault after the silence limit', async () => {
    const dumb: Helper = {
      post: () => undefined,
      onMessage: () => undefined,
      onExit: () => undefined,
      kill: () => undefined,
    }
    const limits = { pulse: 10_000, silence: 50, job: 10_000, restart: [5, 20] } as const
    const client = new CardClient(() => dumb, { backend: 'virtual', limits })
    const states: string[] = []
    client.onChange(({ state }) => states.push(state))
    await client.boot()
    expect(client.status().sentence).toBe('读卡程序正在启动…')
    await until('the fault is told', () => states.length > 0)
    expect(states).toEqual(['stopped'])
    expect(client.status().sentence).toBe('读卡程序启动后没有应答')
  })

  it('gets each PIN in one message and keeps none', async () => {
    const { client, insert, reach, loop } = desk()
    await client.boot()
    insert('A', 'operator')
    await reach('ready')
    await client.sign({ pin: pin(), items: batch(2) })
    const holding = loop.received.filter((message) => JSON.stringify(message).includes('"pin"'))
    expect(holding).toHaveLength(1)
  })
})
