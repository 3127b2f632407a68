import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { rawToDer } from '../../../domain/crypto/sm2-signature.ts'
import { digestFor, verifySignature } from '../../../domain/crypto/verify-signature.ts'
import type { Result } from '../../../domain/result.ts'
import { ApduBackend } from '../../../electron/card/apdu-backend.ts'
import type { Card } from '../../../electron/card/card.ts'
import { VirtualReaders } from '../../../electron/card/virtual-backend.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import type { CardName } from '../../../sandbox/authority/card-plans.ts'
import { pem } from '../../../sandbox/authority/make-authority.ts'
import { FaultyCard, parseFaults } from '../../../sandbox/card/faults.ts'
import { practiceCard, type CardProfile } from '../../../sandbox/card/practice-card.ts'
import { Openssl } from '../../support/openssl.ts'

const folder = mkdtempSync(join(tmpdir(), 'backend-'))
const openssl = new Openssl()
afterAll(() => {
  rmSync(folder, { recursive: true })
  openssl.close()
})

const reader = 'R'
const text = utf8('报关单签名原文')

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`)
  return result.value
}

function desk(name: CardName, profile: CardProfile, faults = '') {
  const readers = new VirtualReaders([reader])
  const backend = new ApduBackend(readers, { command: 100, secret: 200 })
  backend.start(() => undefined)
  const card = new FaultyCard(practiceCard(folder, name, profile), parseFaults(faults))
  readers.insert(reader, card)
  return { backend, readers, card }
}

/** Opens, verifies the PIN, signs and closes; gives certificate and signature. */
async function signWith(card: Card) {
  const certificate = readCertificate(value(await card.readCertificate()))
  if (!certificate) throw new Error('no certificate')
  expect(value(await card.verifyPin(utf8(practicePin)))).toEqual({ kind: 'ok' })
  const digest = digestFor(text, certificate)
  const signature = value(await card.sign({ message: text, digest, certificate }))
  await card.close()
  return { certificate, signature }
}

describe('the same signing case', () => {
  const cases: [CardName, CardProfile][] = [
    ['operator', 'iso7816'],
    ['operator', 'iso7816-t0'],
    ['operator', 'gmt0017'],
    ['rsa', 'iso7816'],
    ['rsa-old', 'iso7816'],
    ['rsa-old', 'iso7816-t0'],
  ]
  it.each(cases)('passes for card %s with profile %s, and openssl agrees', async (name, profile) => {
    const { backend, card } = desk(name, profile)
    const { certificate, signature } = await signWith(value(await backend.open(reader)))
    expect(verifySignature(text, signature, certificate)).toBe(true)
    openssl.write('card.pem', pem(certificate.der))
    if (certificate.algorithm === 'SM2') expect(openssl.verifiesSm2('card.pem', text, rawToDer(signature))).toBe(true)
    else {
      expect(signature.length).toBe(name === 'rsa-old' ? 128 : 256)
      const hash = name === 'rsa-old' ? 'sha1' : 'sha256'
      expect(openssl.verifiesRsa('card.pem', hash, text, signature)).toBe(true)
    }
    expect(card.pinCommands).toBe(1)
  })
})

describe('the PIN', () => {
  it.each(['iso7816', 'gmt0017'] as const)(
    'tells tries left before and after, down to blocked (%s)',
    async (profile) => {
      const { backend, card } = desk(profile === 'iso7816' ? 'second' : 'entry', profile)
      const open = value(await backend.open(reader))
      expect(value(await open.triesLeft())).toBe(6)
      for (const left of [5, 4, 3, 2, 1])
        expect(value(await open.verifyPin(utf8('00000000')))).toEqual({ kind: 'wrong', left })
      expect(value(await open.triesLeft())).toBe(1)
      expect(value(await open.verifyPin(utf8('00000000')))).toEqual({ kind: 'blocked' })
      expect(value(await open.triesLeft())).toBe(0)
      expect(value(await open.verifyPin(utf8(practicePin)))).toEqual({ kind: 'blocked' })
      expect(card.pinCommands).toBe(7)
    },
  )

  it.each(['iso7816', 'gmt0017'] as const)('is changed with one presentation of the old one (%s)', async (profile) => {
    const { backend, card } = desk('legal', profile)
    const open = value(await backend.open(reader))
    expect(value(await open.changePin(utf8('99999999'), utf8('24682468')))).toEqual({ kind: 'wrong', left: 5 })
    expect(value(await open.changePin(utf8(practicePin), utf8('24682468')))).toEqual({ kind: 'ok' })
    expect(value(await open.verifyPin(utf8('24682468')))).toEqual({ kind: 'ok' })
    expect(value(await open.changePin(utf8('24682468'), utf8(practicePin)))).toEqual({ kind: 'ok' })
    expect(card.pinCommands).toBe(4)
  })

  it('is given to nobody after the card was closed', async () => {
    const { backend } = desk('operator', 'iso7816')
    await signWith(value(await backend.open(reader)))
    const again = value(await backend.open(reader))
    const certificate = readCertificate(value(await again.readCertificate()))
    if (!certificate) throw new Error('no certificate')
    const refused = await again.sign({ message: text, digest: digestFor(text, certificate), certificate })
    expect(refused).toMatchObject({ ok: false, error: { code: 'card.pinNeeded' } })
  })
})

describe('trouble', () => {
  it('with a card of another program is told as such, after one harmless question', async () => {
    const { backend, card } = desk('operator', 'foreign')
    expect(await backend.open(reader)).toMatchObject({ ok: false, error: { code: 'card.unknownCard' } })
    expect(card.commands).toBe(1)
    expect(card.pinCommands).toBe(0)
  })

  it.each([
    ['mute@2', 'card.mute'],
    ['pull@2', 'card.removed'],
    ['drop@2', 'card.removed'],
    ['sw=6581@2', 'card.damaged'],
    ['sw=1234@2', 'card.unknown'],
  ])('while opening (%s) is told as %s', async (fault, code) => {
    const { backend } = desk('operator', 'iso7816', fault)
    expect(await backend.open(reader)).toMatchObject({ ok: false, error: { code } })
  })

  it('with a mute card ends when it is pulled, and the next card works', async () => {
    const { backend, readers } = desk('operator', 'iso7816', 'mute@1')
    expect(await backend.open(reader)).toMatchObject({ ok: false, error: { code: 'card.mute' } })
    readers.insert(reader, new FaultyCard(practiceCard(folder, 'operator', 'gmt0017')))
    expect((await backend.open(reader)).ok).toBe(true)
  })
})
