import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { fromBase64, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { rawToDer } from '../../../domain/crypto/sm2-signature.ts'
import { verifySignature } from '../../../domain/crypto/verify-signature.ts'
import type { CardState } from '../../../domain/states/card.ts'
import { CardClient } from '../../../electron/card/card-client.ts'
import { blockSize, headerLength, modbusCheck, readBlock, toBlocks } from '../../../electron/card/eport/blocks.ts'
import { EportBackend, usualControl } from '../../../electron/card/eport/eport-backend.ts'
import { controlFailure } from '../../../electron/card/eport/eport-failures.ts'
import { readAnswer } from '../../../electron/card/eport/messages.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import type { CardName } from '../../../sandbox/authority/card-plans.ts'
import { pem } from '../../../sandbox/authority/make-authority.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import { FakeControl, type ControlFault } from '../../../sandbox/eport-control/fake-control.ts'
import { loopback } from '../../support/loopback.ts'
import { Openssl } from '../../support/openssl.ts'
import { until } from '../../support/until.ts'

const folder = mkdtempSync(join(tmpdir(), 'eport-'))
const authority = openAuthority(folder)
const openssl = new Openssl()
afterAll(() => {
  rmSync(folder, { recursive: true })
  openssl.close()
})
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const limits = { pulse: 50, silence: 5000, job: 5000, restart: [5, 20] } as const
const batch = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `d${index}`, text: `原文 ${index}` }))
const pin = (text: string = practicePin): Uint8Array => utf8(text)

async function desk(card?: CardName) {
  const control = await FakeControl.start(0)
  closing.push(() => control.close())
  if (card) control.insert(authority.card(card))
  const options = { host: '127.0.0.1', port: control.port, patience: 300, look: 20 }
  const loop = loopback(() => new EportBackend(options), authority.registry.roots)
  const client = new CardClient(loop.start, { backend: 'eport', limits })
  closing.push(() => client.shutdown())
  await client.boot()
  const reach = (state: CardState): Promise<unknown> =>
    until(
      () => `${state}, but it is ${client.status().state}`,
      () => client.status().state === state,
    )
  return { control, client, reach }
}

describe('the control of the electronic port', () => {
  it('is asked at one fixed address of the own machine', () => {
    expect(usualControl).toMatchObject({ host: '127.0.0.1', port: 61_232 })
  })

  it.each(['operator', 'rsa-old'] as const)('signs with the %s card, and openssl agrees', async (name) => {
    const { control, client, reach } = await desk(name)
    await reach('ready')
    expect(client.status().triesLeft).toBe(-1)
    const { items, failure } = await client.sign({ pin: pin(), items: batch(3) })
    expect(failure).toBeUndefined()
    const item = items[2]
    const certificate = item?.outcome === 'signed' ? readCertificate(item.certificate) : undefined
    const signature = item?.outcome === 'signed' ? fromBase64(item.signature) : undefined
    if (!certificate || !signature) throw new Error('not signed')
    expect(verifySignature(utf8('原文 2'), signature, certificate)).toBe(true)
    openssl.write('card.pem', pem(certificate.der))
    const agrees =
      certificate.algorithm === 'SM2'
        ? openssl.verifiesSm2('card.pem', utf8('原文 2'), rawToDer(signature))
        : openssl.verifiesRsa('card.pem', 'sha1', utf8('原文 2'), signature)
    expect(agrees).toBe(true)
    expect([control.pinCalls, control.atOnce]).toEqual([1, 1])
  })

  it('is followed live: no control, no card, a card, another card', async () => {
    const { control, client, reach } = await desk()
    await reach('noCard')
    control.insert(authority.card('operator'))
    await reach('ready')
    control.insert(authority.card('second'))
    await until('the other card', () => client.status().holder === '演练员乙' && client.status().state === 'ready')
    control.remove()
    await reach('noCard')
    await control.close()
    await reach('noService')
    expect(client.status().sentence).toContain('控件')
  })

  it('gets a wrong PIN once for a batch of 50, and its words tell the tries', async () => {
    const { control, client, reach } = await desk('entry')
    await reach('ready')
    const { failure, items } = await client.sign({ pin: pin('00000000'), items: batch(50) })
    expect(failure).toMatchObject({ code: 'card.wrongPin', why: '卡没有接受这个密码，还可以试 5 次' })
    expect(items.every(({ outcome }) => outcome === 'skipped')).toBe(true)
    expect(control.pinCalls).toBe(1)
  })

  it('takes large texts in blocks', async () => {
    const { control, client, reach } = await desk('operator')
    await reach('ready')
    const text = '报关'.repeat(60_000)
    const { items } = await client.sign({ pin: pin(), items: [{ id: 'big', text }] })
    const item = items[0]
    const certificate = item?.outcome === 'signed' ? readCertificate(item.certificate) : undefined
    const signature = item?.outcome === 'signed' ? fromBase64(item.signature) : undefined
    expect(certificate && signature && verifySignature(utf8(text), signature, certificate)).toBe(true)
    expect(control.calls).toContain('cus-sec_SpcSignDataAsPEM')
  })

  it.each([
    ['wrong-id', 'card.controlAnswer'],
    ['wrong-method', 'card.controlAnswer'],
    ['garbage', 'card.controlAnswer'],
    ['huge', 'card.controlAnswer'],
    ['binary', 'card.controlAnswer'],
    ['close', 'card.controlMissing'],
    ['silent', 'card.mute'],
  ] as [ControlFault, string][])('that answers %s in mid-batch ends it as %s, with one PIN', async (fault, code) => {
    const { control, client, reach } = await desk('operator')
    await reach('ready')
    const onProgress = (): void => {
      control.fault = fault
    }
    const { items, failure } = await client.sign({ pin: pin(), items: batch(5) }, { onProgress })
    expect(items[0]?.outcome).toBe('signed')
    expect(failure?.code).toBe(code)
    expect(control.pinCalls).toBe(1)
    control.fault = 'none'
    await reach('ready')
  })

  it('that answers everything twice is cut off and presents one PIN at most', async () => {
    const { control, client, reach } = await desk('operator')
    await reach('ready')
    control.fault = 'twice'
    await client.sign({ pin: pin(), items: batch(3) })
    expect(control.pinCalls).toBeLessThanOrEqual(1)
  })

  it('that is no control at all is told as such', async () => {
    const server = createServer((_, response) => response.end('hello'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const backend = new EportBackend({ host: '127.0.0.1', port, patience: 300, look: 20 })
    const pictures: unknown[] = []
    backend.start((picture) => pictures.push(picture))
    await until('the picture', () => pictures.length > 0)
    expect(pictures[0]).toMatchObject({ service: false, failure: { code: 'card.controlMissing' } })
    await backend.stop()
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('its messages', () => {
  it('mean exactly one failure each; unknown numbers keep the words of the control', () => {
    const codes = ['Err:Base60408', 'Err:Base50000', 'Err:CusSec50070', 'Err:50200', 'Err:cus-sec51590', 'Err:X99999']
    expect(codes.map((code) => controlFailure(['', code]).code)).toEqual([
      'card.controlMissing',
      'card.program',
      'card.mute',
      'card.noCard',
      'card.noCard',
      'card.controlRefused',
    ])
    expect(controlFailure(['系统忙', 'Err:X99999']).detail).toBe('系统忙 Err:X99999')
  })

  it('are refused when they have another form, and never throw', () => {
    const good = { _id: 1, _method: 'm', _status: '00', _args: { Result: 'true', Data: ['x'], Error: [] } }
    expect(readAnswer(JSON.stringify(good))).toMatchObject({ id: 1, done: true, data: ['x'] })
    for (const bad of ['', '[]', 'null', '{}', JSON.stringify({ ...good, _args: { Result: 1 } })])
      expect(readAnswer(bad)).toBeUndefined()
    fc.assert(fc.property(fc.json(), (text) => void readAnswer(text)))
  })

  it('are cut into blocks whose checks hold', () => {
    // CRC-16/MODBUS of "123456789" is 4B37 in every catalogue of checks.
    expect(modbusCheck(utf8('123456789'))).toBe('4B37')
    const whole = utf8('x'.repeat(blockSize * 2 + 5))
    const blocks = toBlocks(whole, '00000000-0000-0000-0000-000000000000')
    expect(blocks.map(({ length }) => length - headerLength)).toEqual([blockSize, blockSize, 5])
    expect(readBlock(blocks[1] ?? whole)?.header).toMatchObject({
      blockNumber: 2,
      blockCount: 3,
      totalSize: whole.length,
    })
    const broken = (blocks[2] ?? whole).slice()
    broken[headerLength] = 0
    expect(readBlock(broken)).toBeUndefined()
  })
})
