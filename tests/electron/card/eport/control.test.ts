import { createServer as createHttp } from 'node:http'
import { createServer as createTcp, type Server } from 'node:net'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { utf8 } from '../../../../domain/crypto/bytes.ts'
import { failure } from '../../../../domain/failures/index.ts'
import type { BackendPicture } from '../../../../electron/card/card.ts'
import { EportBackend, usualControl } from '../../../../electron/card/eport/eport-backend.ts'
import { practicePin } from '../../../../sandbox/authority/practice-company.ts'
import type { ControlFault } from '../../../../sandbox/eport-control/fake-control.ts'
import { EportWorkshop } from '../../../support/eport-desk.ts'
import { Openssl } from '../../../support/openssl.ts'
import { opensslAgrees } from '../../../support/openssl-agrees.ts'
import { otherUsersServer } from '../../../support/other-users-server.ts'
import { until } from '../../../support/until.ts'

const workshop = new EportWorkshop()
const openssl = new Openssl()
afterEach(() => workshop.closeAll())
afterAll(() => {
  workshop.remove()
  openssl.close()
})

const batch = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `d${index}`, text: `原文 ${index}` }))
const pin = (text: string = practicePin): Uint8Array => utf8(text)

/** First picture of a back end whose port another program holds. */
async function pictureOf(server: Server): Promise<BackendPicture | undefined> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const backend = new EportBackend(workshop.options(typeof address === 'object' && address ? address.port : 0))
  const pictures: BackendPicture[] = []
  backend.start((picture) => pictures.push(picture))
  await until('the picture', () => pictures.length > 0)
  await backend.stop()
  await new Promise((resolve) => server.close(resolve))
  return pictures[0]
}

describe('the control of the electronic port', () => {
  it('is asked at one fixed address of the own machine', () => {
    expect(usualControl).toMatchObject({ host: '127.0.0.1', port: 61_232 })
  })

  it.each(['operator', 'rsa', 'rsa-old'] as const)('signs with card %s, and openssl agrees', async (name) => {
    const { control, client, reach } = await workshop.desk(name)
    await reach('ready')
    expect(client.status().triesLeft).toBe(-1)
    const { items, failure } = await client.sign({ pin: pin(), items: batch(3) })
    expect(failure).toBeUndefined()
    expect(items.map((item, index) => opensslAgrees(openssl, item, `原文 ${index}`))).toEqual([true, true, true])
    expect(control.pinCalls).toBe(1)
  })

  it('is followed live: no card, a card, another card, no control, a control again', async () => {
    const { control, client, reach } = await workshop.desk()
    await reach('noCard')
    control.insert(workshop.card('operator'))
    await reach('ready')
    control.insert(workshop.card('second'))
    await until('the other card', () => client.status().holder === '演练员乙' && client.status().state === 'ready')
    control.remove()
    await reach('noCard')
    await control.close()
    await reach('noService')
    expect(client.status().sentence).toContain('控件')
  })

  it('is not opened by looking: another program may use it meanwhile', async () => {
    const { control, reach } = await workshop.desk('operator')
    await reach('ready')
    const before = control.calls.length
    await until('more looks', () => control.calls.length > before + 3)
    expect(new Set(control.calls)).toEqual(new Set(['cus-sec_SpcGetCardID', 'cus-sec_SpcGetSignCertAsPEM']))
  })

  it('gets a wrong PIN once for a batch of 50, and the tries in its words are shown before the next typing', async () => {
    const { control, client, reach } = await workshop.desk('entry')
    await reach('ready')
    for (const left of [5, 4, 3, 2, 1]) {
      const { failure, items } = await client.sign({ pin: pin('00000000'), items: batch(50) })
      expect(failure).toMatchObject({ code: 'card.wrongPin', why: `卡没有接受这个密码，还可以试 ${left} 次` })
      expect(items.every(({ outcome }) => outcome === 'skipped')).toBe(true)
      await until(`${left} tries shown`, () => client.status().triesLeft === left && client.status().state === 'ready')
    }
    expect((await client.sign({ pin: pin('00000000'), items: batch(1) })).failure?.code).toBe('card.blocked')
    await reach('blocked')
    expect((await client.sign({ pin: pin(), items: batch(1) })).failure?.code).toBe('card.blocked')
    expect(control.pinCalls).toBe(6)
  })

  it('changes the PIN with one call', async () => {
    const { control, client, reach } = await workshop.desk('factory')
    await reach('ready')
    expect(await client.changePin(pin('88888888'), pin('13572468'))).toEqual({ ok: true, value: undefined })
    await reach('ready')
    expect((await client.sign({ pin: pin('13572468'), items: batch(1) })).failure).toBeUndefined()
    expect(control.pinCalls).toBe(2)
  })

  it('takes large texts in blocks, and a damaged block again', async () => {
    const { control, client, reach } = await workshop.desk('operator', 10_000)
    await reach('ready')
    control.spoiledBlocks = 2
    const text = '报关单𠮷'.repeat(30_000)
    const { items } = await client.sign({ pin: pin(), items: [{ id: 'big', text }] })
    expect(opensslAgrees(openssl, items[0], text)).toBe(true)
    await reach('ready')
    control.spoiledBlocks = 1000
    const { failure } = await client.sign({ pin: pin(), items: [{ id: 'big', text }] })
    expect(failure).toMatchObject({ code: 'card.controlAnswer', detail: 'block' })
  })

  it.each([
    ['wrong-id', 'card.controlAnswer'],
    ['wrong-method', 'card.controlAnswer'],
    ['garbage', 'card.controlAnswer'],
    ['huge', 'card.controlAnswer'],
    ['binary', 'card.controlAnswer'],
    ['close', 'card.controlMissing'],
    ['silent', 'card.mute'],
    ['late', 'card.mute'],
    ['wrong-signature', 'card.badSignature'],
    ['echo', 'card.controlRefused'],
  ] as [ControlFault, string][])('that answers %s in mid-batch ends it as %s, with one PIN', async (fault, code) => {
    const { control, client, reach } = await workshop.desk('operator')
    await reach('ready')
    const onProgress = (): void => {
      control.fault = fault
    }
    const { items, failure } = await client.sign({ pin: pin(), items: batch(5) }, { onProgress })
    expect(items.map(({ outcome }) => outcome)).toEqual(['signed', ...Array<string>(4).fill('skipped')])
    expect(failure?.code).toBe(code)
    expect(control.pinCalls).toBe(1)
    control.fault = 'none'
    await reach('ready')
    expect(control.pinCalls).toBe(1)
  })

  it.each([
    ['wrong-id', 'card.controlAnswer'],
    ['garbage', 'card.controlAnswer'],
    ['close', 'card.controlMissing'],
    ['silent', 'card.mute'],
    ['late', 'card.mute'],
    ['echo', 'card.controlRefused'],
  ] as [ControlFault, string][])('that answers the PIN with %s gets it once and never again', async (fault, code) => {
    const { control, client, reach } = await workshop.desk('operator')
    await reach('ready')
    const secret = '97531864'
    control.bend = (answer) => {
      // The card was opened for the PIN: from here on the control goes wrong.
      if (answer.includes('SpcInitEnvEx')) control.fault = fault
      return answer
    }
    const { failure } = await client.sign({ pin: pin(secret), items: batch(2) })
    expect(failure?.code).toBe(code)
    expect(JSON.stringify(failure)).not.toContain(secret)
    control.fault = 'none'
    control.bend = undefined
    await reach('ready')
    expect(control.pinCalls).toBe(1)
  })

  it('that answers everything twice is cut off and presents one PIN at most', async () => {
    const { control, client, reach } = await workshop.desk('operator')
    await reach('ready')
    control.fault = 'twice'
    await client.sign({ pin: pin(), items: batch(3) })
    expect(control.pinCalls).toBeLessThanOrEqual(1)
    control.fault = 'none'
    await reach('ready')
  })

  it('whose card number is not the one of its certificate is not believed', async () => {
    const { control, client, reach } = await workshop.desk()
    control.bend = (answer) => answer.replace(/03-\d{13}/, '03-2100010001234')
    control.insert(workshop.card('operator'))
    await reach('busy')
    expect(client.status().sentence).toContain('没有采用控件的回答')
    expect((await client.sign({ pin: pin(), items: batch(1) })).failure).toBeDefined()
    expect(control.pinCalls).toBe(0)
  })

  it('of another user of the computer is told nothing at all, not even which card is asked for', async () => {
    const foreign = await otherUsersServer()
    if (foreign === undefined) return
    const backend = new EportBackend(workshop.options(foreign.port))
    const pictures: BackendPicture[] = []
    backend.start((picture) => pictures.push(picture))
    await until('two pictures', () => pictures.length > 1)
    expect(pictures).toEqual(
      pictures.map(
        () => expect.objectContaining({ service: false, failure: failure('card.controlStranger') }) as unknown,
      ),
    )
    expect((await backend.open()).ok).toBe(false)
    await backend.stop()
    expect(foreign.heard()).toBe('')
  })

  it('is told from other programs on its port, and from nobody at all', async () => {
    const web = await pictureOf(createHttp((_, response) => response.end('hello')))
    expect(web).toMatchObject({ service: false, failure: { code: 'card.controlAnswer' } })
    const silent = await pictureOf(createTcp((socket) => socket.on('error', () => socket.destroy()).resume()))
    expect(silent).toMatchObject({ service: false, failure: { code: 'card.controlAnswer' } })
    const control = await workshop.control()
    await control.close()
    const backend = new EportBackend(workshop.options(control.port))
    const pictures: BackendPicture[] = []
    backend.start((picture) => pictures.push(picture))
    await until('the picture', () => pictures[0])
    expect(pictures[0]).toMatchObject({ service: false, failure: { code: 'card.controlMissing' } })
    await backend.stop()
  })
})
