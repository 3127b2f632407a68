import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../../domain/crypto/bytes.ts'
import { skfCodes } from '../../../native/skf/codes.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import { Openssl } from '../../support/openssl.ts'
import { opensslAgrees } from '../../support/openssl-agrees.ts'
import { SkfWorkshop } from '../../support/skf-desk.ts'
import { until } from '../../support/until.ts'

const workshop = new SkfWorkshop()
const openssl = new Openssl()
beforeAll(() => workshop.build())
afterAll(() => {
  workshop.remove()
  openssl.close()
})

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
async function desk(width: 4 | 8 = 8) {
  const made = await workshop.desk(width)
  closing.push(made.close)
  return made
}

const batch = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `d${index}`, text: `原文 ${index}` }))
const pin = (text: string = practicePin): Uint8Array => utf8(text)

describe('a token behind an SKF library', () => {
  it.each([
    ['operator', 4],
    ['operator', 8],
    ['rsa', 8],
    ['rsa-old', 4],
  ] as const)(
    'signs with card %s through a library whose ULONG has %i bytes, and openssl agrees',
    async (name, width) => {
      const { token, client, reach } = await desk(width)
      token.plugIn(workshop.card(name))
      await reach('ready')
      expect(client.status()).toMatchObject({ backend: 'skf', reader: 'YL-IKEY 0', triesLeft: 6 })
      const { items, failure } = await client.sign({ pin: pin(), items: batch(3) })
      expect(failure).toBeUndefined()
      expect(items.map((item, index) => opensslAgrees(openssl, item, `原文 ${index}`))).toEqual([true, true, true])
      expect(token.pinCalls).toBe(1)
    },
  )

  it('is followed live: none, plugged in, another one, pulled', async () => {
    const { token, client, reach } = await desk()
    await reach('noCard')
    token.plugIn(workshop.card('operator'))
    await reach('ready')
    token.pull()
    await reach('noCard')
    token.plugIn(workshop.card('second'))
    await until('the other operator', () => client.status().holder === '演练员乙' && client.status().state === 'ready')
  })

  it('tells the tries left down to blocked, and takes one presentation for each typing', async () => {
    const { token, client, reach } = await desk()
    token.plugIn(workshop.card('entry'))
    await reach('ready')
    for (const left of [5, 4, 3, 2, 1]) {
      const { failure } = await client.sign({ pin: pin('00000000'), items: batch(50) })
      expect(failure).toMatchObject({ code: 'card.wrongPin', why: `卡没有接受这个密码，还可以试 ${left} 次` })
      await until(`${left} tries shown`, () => client.status().triesLeft === left && client.status().state === 'ready')
    }
    const last = await client.sign({ pin: pin('00000000'), items: batch(1) })
    expect(last.failure?.code).toBe('card.blocked')
    await reach('blocked')
    expect(token.pinCalls).toBe(6)
    const more = await client.sign({ pin: pin(), items: batch(1) })
    expect(more.failure?.code).toBe('card.blocked')
    expect(token.pinCalls).toBe(6)
  })

  it('changes the PIN with one presentation of the old one', async () => {
    const { token, client, reach } = await desk(4)
    token.plugIn(workshop.card('factory'))
    await reach('ready')
    expect(await client.changePin(pin('88888888'), pin('13572468'))).toEqual({ ok: true, value: undefined })
    expect(token.pinCalls).toBe(1)
    await reach('ready')
    const { failure } = await client.sign({ pin: pin('13572468'), items: batch(1) })
    expect(failure).toBeUndefined()
  })

  it('has its PIN taken back after each batch', async () => {
    const { token, client, reach } = await desk()
    token.plugIn(workshop.card('operator'))
    await reach('ready')
    await client.sign({ pin: pin(), items: batch(1) })
    await reach('ready')
    const signed = token.asked.indexOf('sign')
    expect(token.asked.slice(signed + 1)).toContain('clear')
  })

  it.each([
    [{ at: 'verify', kind: skfCodes.SAR_PIN_LEN_RANGE }, 'card.pinLength'],
    [{ at: 'verify', kind: skfCodes.SAR_FAIL }, 'card.unknown'],
    [{ at: 'verify', kind: 'pull' }, 'card.removed'],
    [{ at: 'verify', kind: 'mute' }, 'card.mute'],
    [{ at: 'sign', kind: skfCodes.SAR_USER_NOT_LOGGED_IN }, 'card.pinNeeded'],
    [{ at: 'sign', kind: skfCodes.SAR_TIMEOUTERR }, 'card.mute'],
    [{ at: 'sign', kind: 'pull' }, 'card.removed'],
    [{ at: 'sign', kind: 'mute' }, 'card.mute'],
  ] as const)('that goes wrong as %o ends the batch with %s after one PIN', async (fault, code) => {
    const { token, client, reach } = await desk()
    const card = workshop.card('operator')
    token.plugIn(card)
    await reach('ready')
    token.fault = fault
    const { failure, items } = await client.sign({ pin: pin(), items: batch(3) })
    expect(failure?.code).toBe(code)
    expect(items.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped'])
    expect(token.pinCalls).toBe(1)
    token.fault = undefined
    token.pull()
    await reach('noCard')
    token.plugIn(card)
    await reach('ready')
    expect(token.pinCalls).toBe(1)
  })

  it('that hung while it was read is read again when it speaks', async () => {
    const { token, reach } = await desk()
    token.fault = { at: 'certificate', kind: 'mute' }
    token.plugIn(workshop.card('operator'))
    await reach('mute')
    token.fault = undefined
    token.pull()
    await reach('noCard')
    token.plugIn(workshop.card('operator'))
    await reach('ready')
    expect(token.pinCalls).toBe(0)
  })

  it.each([
    { at: 'certificate', kind: skfCodes.SAR_CERTNOTFOUNTERR },
    { at: 'certificate', kind: 'spoiled' },
    { at: 'key', kind: 'spoiled' },
    { at: 'key', kind: skfCodes.SAR_KEYNOTFOUNTERR },
  ] as const)('whose certificate or key is amiss (%o) never gets a PIN', async (fault) => {
    const { token, client, reach } = await desk()
    token.fault = fault
    token.plugIn(workshop.card('operator'))
    await reach(fault.kind === skfCodes.SAR_KEYNOTFOUNTERR ? 'busy' : 'certificateBad')
    const { failure } = await client.sign({ pin: pin(), items: batch(1) })
    expect(failure).toBeDefined()
    expect(token.pinCalls).toBe(0)
  })
})
