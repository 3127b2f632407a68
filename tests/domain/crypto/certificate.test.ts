import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHex, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate, type Certificate } from '../../../domain/crypto/certificate.ts'
import { isRsaKey } from '../../../domain/crypto/rsa.ts'
import { newPrivateKey, publicKeyOf, verifyMessage } from '../../../domain/crypto/sm2.ts'
import { derToRaw, rawToDer } from '../../../domain/crypto/sm2-signature.ts'
import { verifyChain } from '../../../domain/crypto/verify-chain.ts'
import { digestFor, rsaHashOf, verifySignature } from '../../../domain/crypto/verify-signature.ts'
import { Openssl } from '../../support/openssl.ts'

const openssl = new Openssl()
const message = utf8('报关单签名原文||演练')

function read(name: string): Certificate {
  const certificate = readCertificate(new TextDecoder().decode(openssl.read(`${name}.pem`)))
  if (!certificate) throw new Error(`${name} was not read`)
  return certificate
}

beforeAll(() => {
  openssl.newCertificate('root', { algorithm: 'SM2' })
  openssl.newCertificate('sub', { algorithm: 'SM2', issuer: 'root', ca: true })
  openssl.newCertificate('user', { algorithm: 'SM2', issuer: 'sub' })
  openssl.newCertificate('stranger', { algorithm: 'SM2' })
  openssl.newCertificate('child', { algorithm: 'SM2', issuer: 'user' })
  openssl.newCertificate('rsa-root', { algorithm: 'RSA' })
  openssl.newCertificate('rsa-user', { algorithm: 'RSA', issuer: 'rsa-root', digest: 'sha1' })
}, 60_000)
afterAll(() => openssl.close())

/** The serial that `openssl x509 -serial` prints; how many zeros it puts before the number is its own affair. */
const serialNumber = (said: string): bigint => BigInt(`0x${/^serial=([0-9A-F]+)$/m.exec(said)?.[1] ?? 'none'}`)

const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`

describe('reading a certificate', () => {
  it('agrees with openssl on names, serial and dates', () => {
    const user = read('user')
    expect(user.subject).toEqual({ C: 'CN', O: '演练', CN: 'user' })
    expect(user.issuer.CN).toBe('sub')
    expect(user.algorithm).toBe('SM2')
    expect(user.isAuthority).toBe(false)
    expect(read('sub').isAuthority).toBe(true)
    const said = openssl.run('x509', '-in', 'user.pem', '-noout', '-serial', '-dates', '-dateopt', 'iso_8601')
    expect(serialNumber(said)).toBe(BigInt(`0x${user.serialHex}`))
    expect(said.replaceAll(' ', 'T')).toContain(user.notAfter)
    expect(said.replaceAll(' ', 'T')).toContain(user.notBefore)
  })

  it.each(['1', '7F', '80', 'FF', '100', '00719A', '8000000000000000', '0719'.padEnd(38, 'A'), 'F'.repeat(40)])(
    'reads the serial %s as openssl does, in whole bytes without a leading zero byte',
    (serial) => {
      openssl.newCertificate('numbered', { algorithm: 'SM2', serial })
      const { serialHex } = read('numbered')
      expect(BigInt(`0x${serialHex}`)).toBe(BigInt(`0x${serial}`))
      expect(serialNumber(openssl.run('x509', '-in', 'numbered.pem', '-noout', '-serial'))).toBe(
        BigInt(`0x${serialHex}`),
      )
      expect(serialHex).toMatch(/^(?!00)(?:[0-9A-F]{2})+$/)
    },
  )

  it('reads DER, PEM and bare base64 alike, and an RSA key', () => {
    const user = read('user')
    const base64 = new TextDecoder().decode(openssl.read('user.pem')).replace(/-----[A-Z ]+-----/g, '')
    expect(toHex(readCertificate(base64)?.der ?? new Uint8Array())).toBe(toHex(user.der))
    expect(readCertificate(user.der)?.serialHex).toBe(user.serialHex)
    const key = read('rsa-user').publicKey
    expect(key.algorithm === 'RSA' && isRsaKey(key) && key.modulus.length).toBe(256)
  })

  it('answers nothing for cut, mutated or arbitrary bytes, or reads a whole certificate; never throws', () => {
    const { der } = read('user')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (junk) => {
        expect(readCertificate(junk)).toBeUndefined()
      }),
    )
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), fc.nat(der.length), (at, value, length) => {
        const mutated = der.slice()
        mutated[at] = value
        readCertificate(mutated)
        expect(length === der.length || readCertificate(der.slice(0, length)) === undefined).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the chain', () => {
  it('goes hop by hop to a trusted root, as openssl finds too', () => {
    const [root, sub, user] = [read('root'), read('sub'), read('user')]
    expect(verifyChain(user, [sub], [root], now())).toBe('ok')
    expect(verifyChain(user, [], [sub], now())).toBe('ok')
    expect(verifyChain(read('rsa-user'), [], [read('rsa-root')], now())).toBe('ok')
    expect(openssl.verifiesHop('sub.pem', 'user.pem')).toBe(true)
    expect(openssl.verifiesHop('root.pem', 'sub.pem')).toBe(true)
  })

  it('refuses a stranger, a missing link, an issuer that is no authority and a tampered certificate', () => {
    const [root, sub, user] = [read('root'), read('sub'), read('user')]
    expect(verifyChain(user, [sub], [read('stranger')], now())).toBe('untrusted')
    expect(verifyChain(user, [], [root], now())).toBe('untrusted')
    expect(verifyChain(user, [sub], [], now())).toBe('untrusted')
    expect(verifyChain(read('child'), [user, sub], [root], now())).toBe('untrusted')
    for (let at = 10; at < user.tbs.length; at += 7) {
      const tbs = user.tbs.slice()
      tbs[at] = (tbs[at] ?? 0) ^ 1
      expect(verifyChain({ ...user, tbs }, [sub], [root], now())).toBe('untrusted')
    }
  })

  it('tells an expired one from one that is not valid yet, and ends loops', () => {
    const [root, sub, user] = [read('root'), read('sub'), read('user')]
    expect(verifyChain({ ...user, notAfter: '2020-01-01T00:00:00Z' }, [sub], [root], now())).toBe('expired')
    expect(verifyChain({ ...user, notBefore: '2999-01-01T00:00:00Z' }, [sub], [root], now())).toBe('notYet')
    expect(verifyChain(user, [sub, { ...sub, issuerKey: sub.subjectKey }], [], now())).toBe('untrusted')
  })
})

describe('signatures', () => {
  it('of openssl verify here, and ours verify there', () => {
    const user = read('user')
    const raw = derToRaw(openssl.signSm2('user', message)) ?? new Uint8Array()
    expect(verifySignature(message, raw, user)).toBe(true)
    expect(verifySignature(utf8('别的'), raw, user)).toBe(false)
    expect(openssl.verifiesSm2('user.pem', message, rawToDer(raw))).toBe(true)
    expect(toHex(digestFor(message, user))).toHaveLength(64)
  })

  it('with RSA verify for SHA-1 and SHA-256 and refuse a changed message or a changed block', () => {
    for (const [name, digest] of [
      ['rsa-user', 'sha1'],
      ['rsa-root', 'sha256'],
    ] as const) {
      const certificate = read(name)
      expect(rsaHashOf(certificate)).toBe(digest === 'sha1' ? 'SHA-1' : 'SHA-256')
      openssl.write('text', message)
      openssl.run('dgst', `-${digest}`, '-sign', `${name}.key`, '-out', 'rsa.sig', 'text')
      const signature = openssl.read('rsa.sig')
      expect(verifySignature(message, signature, certificate)).toBe(true)
      expect(verifySignature(utf8('别的'), signature, certificate)).toBe(false)
      signature[9] = (signature[9] ?? 0) ^ 1
      expect(verifySignature(message, signature, certificate)).toBe(false)
    }
  })

  it('by any key are refused under another key', () => {
    const user = read('user')
    const raw = derToRaw(openssl.signSm2('user', message)) ?? new Uint8Array()
    expect(verifyMessage(message, raw, publicKeyOf(newPrivateKey()))).toBe(false)
    expect(user.publicKey.algorithm === 'SM2' && verifyMessage(message, raw, user.publicKey.point)).toBe(true)
  })
})
