import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readCertificate, type Certificate } from '../../../domain/crypto/certificate.ts'
import { verifyChain } from '../../../domain/crypto/verify-chain.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { readCardFile } from '../../../sandbox/authority/card-file.ts'
import { cardNames, type CardName } from '../../../sandbox/authority/card-plans.ts'
import { pem } from '../../../sandbox/authority/make-authority.ts'
import { practiceCompany, practiceOperator } from '../../../sandbox/authority/practice-company.ts'
import { parties } from '../../fixtures/parties.ts'
import { Openssl } from '../../support/openssl.ts'

const folder = mkdtempSync(join(tmpdir(), 'authority-'))
const authority = openAuthority(folder)
const openssl = new Openssl()
afterAll(() => {
  rmSync(folder, { recursive: true })
  openssl.close()
})

const roots = authority.registry.roots.map((root) => readCertificate(root)).filter((root) => root !== undefined)
const now = `${new Date().toISOString().slice(0, 19)}Z`

function certificate(name: CardName): Certificate {
  const found = readCertificate(readCardFile(authority.card(name)).certificate)
  if (!found) throw new Error(`${name} has no certificate`)
  return found
}

describe('the practice authority', () => {
  it('says in its name that it is not real', () => {
    expect(roots).toHaveLength(2)
    for (const root of roots) expect(root.subject.CN).toContain('演练证书（非真实')
  })

  it('issues a card for each case, with the facts of the operator card', () => {
    expect(certificate('operator').card).toEqual({
      enterprise: practiceCompany.name,
      cardNo: practiceOperator.cardNo,
      copCode: practiceCompany.copCode,
      kind: 'operator',
      rights: ['entry', 'declare'],
      practice: true,
    })
    expect(certificate('legal').card.kind).toBe('legal')
    expect(certificate('entry').card.rights).toEqual(['entry'])
    const verdicts = Object.fromEntries(cardNames.map((name) => [name, verifyChain(certificate(name), [], roots, now)]))
    expect(verdicts).toMatchObject({ operator: 'ok', rsa: 'ok', 'rsa-old': 'ok' })
    expect(verdicts).toMatchObject({ expired: 'expired', 'not-yet': 'notYet', stranger: 'untrusted' })
  })

  it('writes certificates that openssl verifies', () => {
    authority.registry.roots.forEach((root, index) => openssl.write(`root${index}.pem`, root))
    for (const name of cardNames) {
      openssl.write('leaf.pem', pem(certificate(name).der))
      const { algorithm } = certificate(name)
      const root = algorithm === 'SM2' ? 'root0.pem' : 'root1.pem'
      expect([name, openssl.verifiesHop(root, 'leaf.pem', algorithm)]).toEqual([name, name !== 'stranger'])
    }
  })

  it('fits the practice declarations', () => {
    expect(practiceCompany).toMatchObject({
      name: parties.agent.name,
      credit: parties.agent.credit,
      customs: parties.agent.customs,
      copCode: parties.agent.org,
    })
    expect(practiceOperator).toMatchObject(parties.clerk)
  })

  it('is made once: a second opening finds the same keys and leaves nothing behind', () => {
    const before = readFileSync(authority.card('operator'), 'utf8')
    expect(openAuthority(folder).registry).toEqual(authority.registry)
    expect(readFileSync(authority.card('operator'), 'utf8')).toBe(before)
    expect(readdirSync(folder)).toEqual(['authority'])
  })
})
