import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { concat, fromHex, toHex, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { sm4Ecb } from '../../../domain/crypto/sm4.ts'
import { digestFor, verifySignature } from '../../../domain/crypto/verify-signature.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import { parseCommand } from '../../../sandbox/card/apdu.ts'
import type { CardMachine } from '../../../sandbox/card/card-machine.ts'
import { FaultyCard, parseFaults } from '../../../sandbox/card/faults.ts'
import { padRandom, pinKey } from '../../../sandbox/card/gmt0017-card.ts'
import { cardProfiles, practiceCard } from '../../../sandbox/card/practice-card.ts'

const folder = mkdtempSync(join(tmpdir(), 'cards-'))
afterAll(() => rmSync(folder, { recursive: true }))

const send = (card: CardMachine, hex: string): string =>
  toHex(card.transmit(fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array()))
const select = '00 A4 04 00 09 F0 59 41 4E 4C 49 41 4E 01'
const verify = (pin: string): string => `00 20 00 01 08 ${toHex(utf8(pin))}`
const text = utf8('签名原文')

function iso(name: Parameters<typeof practiceCard>[1], profile: 'iso7816' | 'iso7816-t0' = 'iso7816'): CardMachine {
  const card = practiceCard(folder, name, profile)
  send(card, select)
  return card
}
function certificateOf(name: Parameters<typeof practiceCard>[1]) {
  const file = JSON.parse(readFileSync(openAuthority(folder).card(name), 'utf8')) as { certificate: string }
  const certificate = readCertificate(file.certificate)
  if (!certificate) throw new Error('no certificate')
  return certificate
}

describe('the practice IC card', () => {
  it('signs a digest after its PIN, and its certificate verifies the signature', () => {
    const card = iso('operator')
    const certificate = certificateOf('operator')
    const digest = toHex(digestFor(text, certificate))
    expect(send(card, `00 2A 9E 9A 20 ${digest} 00`)).toBe('6982')
    expect(send(card, verify(practicePin))).toBe('9000')
    const signature = send(card, `00 2A 9E 9A 20 ${digest} 00`)
    expect(signature.slice(-4)).toBe('9000')
    expect(verifySignature(text, fromHex(signature.slice(0, -4)) ?? text, certificate)).toBe(true)
  })

  it('counts tries down on disk, over resets and a new insertion, and blocks', () => {
    const card = iso('second')
    expect(send(card, '00 20 00 01')).toBe('63c6')
    for (const left of ['63c5', '63c4', '63c3']) expect(send(card, verify('00000000'))).toBe(left)
    card.reset()
    const again = iso('second')
    expect(send(again, '00 20 00 01')).toBe('63c3')
    for (const left of ['63c2', '63c1', '6983']) expect(send(again, verify('00000000'))).toBe(left)
    expect(send(again, verify(practicePin))).toBe('6983')
    expect(again.pinPresentations).toBe(4)
  })

  it('forgets its PIN at power off and at a new SELECT', () => {
    const card = iso('entry')
    expect(send(card, verify(practicePin))).toBe('9000')
    expect(send(card, '00 20 00 01')).toBe('9000')
    send(card, select)
    expect(send(card, '00 20 00 01')).toBe('63c6')
  })

  it('answers in parts when it speaks T=0', () => {
    const card = practiceCard(folder, 'operator', 'iso7816-t0')
    expect(send(card, select).slice(0, 2)).toBe('61')
    expect(send(card, '00 C0 00 00 0D').slice(-4)).toBe('9000')
    expect(send(card, '00 B0 85 00 00')).toBe('6c0b')
  })

  it('answers the known refusals and survives arbitrary commands', () => {
    const card = iso('legal')
    expect(send(card, '00 A4 04 00 02 3F 00')).toBe('6a82')
    expect(send(card, '00 77 00 00')).toBe('6d00')
    expect(send(card, '10 84 00 00 08')).toBe('6e00')
    fc.assert(
      fc.property(fc.constantFrom(...cardProfiles), fc.uint8Array({ maxLength: 300 }), (profile, bytes) => {
        expect(practiceCard(folder, 'legal', profile).transmit(bytes).length).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})

describe('the practice token', () => {
  it('takes a PIN proof over its random once, and signs', () => {
    const card = practiceCard(folder, 'operator', 'gmt0017')
    const certificate = certificateOf('operator')
    send(card, `80 26 00 00 00 00 07 ${toHex(utf8('YANLIAN'))} 00 00`)
    expect(send(card, `80 42 00 00 00 00 06 0001 ${toHex(utf8('SIGN'))} 00 00`)).toBe('00019000')
    const random = fromHex(send(card, '80 50 00 00 00 00 08').slice(0, 16)) ?? text
    const proof = toHex(sm4Ecb(pinKey(utf8(practicePin)), padRandom(random)))
    expect(send(card, `80 18 00 01 00 00 12 0001 ${proof}`)).toBe('9000')
    const signed = send(card, `80 74 00 00 00 00 24 0001 0001 ${toHex(digestFor(text, certificate))} 00 00`)
    const raw = fromHex(signed.slice(8, -4)) ?? text
    expect(verifySignature(text, raw, certificate)).toBe(true)
    expect(send(card, `80 18 00 01 00 00 12 0001 ${proof}`)).toBe('63c5')
  })
})

describe('commands', () => {
  it('are split in all four cases, short and extended', () => {
    const parts = (hex: string) => parseCommand(fromHex(hex.replaceAll(' ', '')) ?? text)
    expect(parts('00 20 00 01')).toMatchObject({ data: new Uint8Array() })
    expect(parts('00 84 00 00 08')?.le).toBe(8)
    expect(parts('00 84 00 00 00')?.le).toBe(256)
    expect(parts('00 84 00 00 00 00 00')?.le).toBe(65536)
    expect(parts('00 A4 04 00 02 3F 00')?.data).toEqual(Uint8Array.of(0x3f, 0))
    expect(parts('80 18 00 01 00 00 02 01 02 00 00')).toMatchObject({ data: Uint8Array.of(1, 2), le: 65536 })
    expect(parts('00 A4 04 00 05 3F')).toBeUndefined()
    expect(parseCommand(concat())).toBeUndefined()
  })
})

describe('faults', () => {
  it('are read from their short form', () => {
    expect(parseFaults('delay=500,drop@3,sw=6982@4')).toEqual([
      { kind: 'delay', milliseconds: 500, at: undefined },
      { kind: 'drop', at: 3 },
      { kind: 'sw', status: 0x6982, at: 4 },
    ])
    expect(parseFaults('none')).toEqual([])
    for (const bad of ['delay', 'sw=1', 'burn@2', 'pull@x']) expect(parseFaults(bad)).toBeUndefined()
  })

  it('carry a command out before its answer is lost, and not after the card is pulled', async () => {
    const wrong = fromHex(verify('00000000').replaceAll(' ', '')) ?? text
    for (const [fault, presented] of [
      ['drop@2', 1],
      ['pull@2', 0],
      ['mute@2', 0],
      ['sw=6f00@2', 0],
    ] as const) {
      const machine = practiceCard(folder, 'factory', 'iso7816')
      const card = new FaultyCard(machine, parseFaults(fault))
      await card.transmit(fromHex(select.replaceAll(' ', '')) ?? text)
      await card.transmit(wrong)
      expect([fault, machine.pinPresentations, card.pinCommands]).toEqual([fault, presented, 1])
    }
  })
})
