import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { fromBase64, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { verifySignature } from '../../../domain/crypto/verify-signature.ts'
import { challengeText } from '../../../domain/message/challenge-text.ts'
import type { CardClient } from '../../../electron/card/card-client.ts'
import { ChallengeService, type ChallengeOrder } from '../../../electron/services/card-challenge.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import type { CardName } from '../../../sandbox/authority/card-plans.ts'
import { until } from '../../support/until.ts'
import { virtualDesk } from '../../support/virtual-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'challenge-'))
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A service over a desk with up to two cards, once both are read. */
async function setUp(cards: Partial<Record<'A' | 'B', CardName>>, practice = true) {
  const desk = virtualDesk(folder)
  closing.push(() => desk.client.shutdown())
  await desk.client.boot()
  const inserted = Object.entries(cards).map(([reader, name]) => desk.insert(reader as 'A' | 'B', name))
  await until('every card is read', () => {
    const read = desk.client.cards().filter(({ cardNo }) => cardNo !== '')
    return read.length === inserted.length
  })
  return { ...desk, inserted, service: new ChallengeService({ card: desk.client, practice, now: Date.now }) }
}

const bound = (client: CardClient) => ({
  certificate: (cardNo?: string) => client.certificate(cardNo),
  roots: () => client.roots(),
  sign: (...given: Parameters<CardClient['sign']>) => client.sign(...given),
})

const order = (more: Partial<ChallengeOrder> = {}): ChallengeOrder => ({
  purpose: 'login',
  text: 'nonce 0123456789abcdef 单一窗口',
  card: 'either',
  pin: utf8(practicePin),
  ...more,
})

describe('a challenge', () => {
  it.each(['operator', 'legal', 'rsa-old'] as const)(
    'is signed by the %s card and verifies at the other side',
    async (name) => {
      const { service } = await setUp({ A: name })
      const asked = order()
      const signed = await service.sign(asked)
      if (!signed.ok) throw new Error(signed.error.code)
      const { value } = signed
      const certificate = readCertificate(value.certificate)
      const text = challengeText('login', asked.text) ?? ''
      expect(value.signedText).toBe(text)
      expect(certificate?.card.cardNo).toBe(value.cardNo)
      expect(
        certificate && verifySignature(utf8(text), fromBase64(value.signature) ?? new Uint8Array(), certificate),
      ).toBe(true)
      expect(
        certificate && verifySignature(utf8(asked.text), fromBase64(value.signature) ?? new Uint8Array(), certificate),
      ).toBe(false)
      expect([...asked.pin].every((byte) => byte === 0)).toBe(true)
    },
  )

  it('is signed by the legal-person card in the other reader while the line shows the operator', async () => {
    const { service, client, inserted } = await setUp({ A: 'operator', B: 'legal' })
    client.want('2100010009991', '')
    await until('the operator is shown', () => client.status().reader === 'A')
    const signed = await service.sign(order({ purpose: 'grant', card: 'legal' }))
    expect(signed.ok && signed.value).toMatchObject({ holder: '演练法人', kind: 'legal', cardNo: '2100010009993' })
    expect(inserted.map(({ pinCommands }) => pinCommands)).toEqual([0, 1])
  })

  it('takes the card that is named', async () => {
    const { service } = await setUp({ A: 'second', B: 'operator' })
    const named = await service.sign(order({ cardNo: '2100010009992' }))
    expect(named.ok && named.value.holder).toBe('演练员乙')
  })

  it('asks which card is meant where several fit and none is named', async () => {
    const { client } = await setUp({ A: 'legal', B: 'operator' })
    const [legal, operator] = ['legal', 'operator'].map((kind) => client.cards().find((card) => card.kind === kind))
    if (!legal || !operator) throw new Error('two cards are read')
    const other = { ...legal, reader: 'C', cardNo: '2100010009989', holder: '演练法人二' }
    const card = { ...bound(client), status: () => operator, cards: () => [operator, legal, other] }
    const service = new ChallengeService({ card, practice: true, now: Date.now })
    const refused = await service.sign(order({ card: 'legal' }))
    expect(refused.ok || refused.error).toMatchObject({ code: 'challenge.whichCard' })
    expect(refused.ok || refused.error.why).toContain('演练法人、演练法人二')
  })

  it.each([
    ['operator', 'legal', 'challenge.noCard', '演练员甲'],
    ['legal', 'operator', 'challenge.noCard', '演练法人'],
    ['expired', 'operator', 'card.certificateExpired', ''],
    ['stranger', 'either', 'card.certificateBad', ''],
  ] as const)(
    'is refused with the %s card where the %s card is wanted, without a PIN',
    async (name, card, code, words) => {
      const { service, inserted } = await setUp({ A: name })
      const asked = order({ card })
      const refused = await service.sign(asked)
      expect(refused.ok ? '' : refused.error.code).toBe(code)
      expect(refused.ok ? '' : refused.error.why).toContain(words)
      expect(inserted[0]?.pinCommands).toBe(0)
      expect([...asked.pin].every((byte) => byte === 0)).toBe(true)
    },
  )

  it('is refused without any card, with a practice card in real work, and for a text that cannot be shown', async () => {
    const none = await setUp({})
    const [missing, hidden] = [await none.service.sign(order()), await none.service.sign(order({ text: 'a\nb' }))]
    expect([missing.ok || missing.error.code, hidden.ok || hidden.error.code]).toEqual([
      'challenge.noCard',
      'challenge.badText',
    ])
    const real = await setUp({ A: 'operator' }, false)
    const refused = await real.service.sign(order())
    expect(refused.ok || refused.error.code).toBe('signing.practiceCard')
    expect(real.inserted[0]?.pinCommands).toBe(0)
  })

  it('tells a wrong PIN after one presentation, with the tries left', async () => {
    const { service, inserted } = await setUp({ A: 'operator' })
    const refused = await service.sign(order({ pin: utf8('00000000') }))
    expect(refused.ok || refused.error).toMatchObject({ code: 'card.wrongPin' })
    expect(refused.ok ? '' : refused.error.why).toContain('5 次')
    expect(inserted[0]?.pinCommands).toBe(1)
  })
})
