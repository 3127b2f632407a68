import { randomInt } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { toBase64 } from '../../domain/crypto/bytes.ts'
import { readCertificate, type Certificate } from '../../domain/crypto/certificate.ts'
import { cardOids } from '../../domain/crypto/oids.ts'
import { cardNames, cardPlans, type CardName, type CardPlan } from './card-plans.ts'
import { writeCardFile, writeWhole, type CardFile } from './card-file.ts'
import { issueCertificate, type Names } from './issue-certificate.ts'
import { newKeyPair, type KeyPair } from './key-pair.ts'
import { practiceCompany } from './practice-company.ts'
import type { RegisteredCard, Registry } from './registry.ts'

interface Issuer {
  readonly key: KeyPair
  readonly names: Names
  readonly der: Uint8Array
}

const day = 86_400_000
/** Wrong PINs until a card blocks. The count of real cards is not published; the practice card has this one. */
const maxTries = 6

export const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${(toBase64(der).match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`

/** A root of twenty years, named so plainly that nobody takes it for a real one. */
function newRoot(algorithm: 'SM2' | 'RSA', name: string, now: number): Issuer {
  const key = newKeyPair(algorithm)
  const names: Names = [
    ['2.5.4.10', '报关桌面演练'],
    ['2.5.4.11', `${algorithm} 演练证书管理`],
    ['2.5.4.3', name],
  ]
  const der = issueCertificate(
    {
      subject: names,
      issuer: names,
      publicKeyInfo: key.publicKeyInfo,
      notBefore: new Date(now - 4000 * day),
      notAfter: new Date(now + 7300 * day),
      isAuthority: true,
      texts: {},
    },
    key,
  )
  return { key, names, der }
}

function certificateOf(plan: CardPlan, key: KeyPair, issuer: Issuer, now: number): Certificate {
  const { company = practiceCompany } = plan
  const der = issueCertificate(
    {
      subject: [
        ['2.5.4.6', 'CN'],
        ['2.5.4.11', company.name],
        ['2.5.4.3', plan.holder],
      ],
      issuer: issuer.names,
      publicKeyInfo: key.publicKeyInfo,
      notBefore: new Date(now + plan.days[0] * day),
      notAfter: new Date(now + plan.days[1] * day),
      isAuthority: false,
      hash: plan.rsa?.hash,
      texts: {
        [cardOids.enterprise]: company.name,
        [cardOids.type]: '01',
        [cardOids.cardNo]: `03-${plan.cardNo}`,
        [cardOids.copCode]: company.copCode,
        [cardOids.practice]: `${plan.kind};${plan.rights.join(',')}`,
      },
    },
    issuer.key,
  )
  const certificate = readCertificate(der)
  if (!certificate) throw new Error('the practice authority wrote a certificate that cannot be read')
  return certificate
}

function newCard(name: CardName, issuer: Issuer, now: number): { file: CardFile; entry: RegisteredCard } {
  const plan: CardPlan = cardPlans[name]
  const key = newKeyPair(plan.algorithm, plan.rsa?.bits)
  const certificate = certificateOf(plan, key, issuer, now)
  const { holder, cardNo, algorithm, pin, company = practiceCompany } = plan
  const shared = { name, cardNo, holder, company: company.name, algorithm }
  const der = toBase64(certificate.der)
  const chipNo = `YL${String(randomInt(1e9)).padStart(9, '0')}`
  const { serialHex: serial, notBefore, notAfter } = certificate
  return {
    file: {
      version: 1,
      ...shared,
      chipNo,
      privateKey: key.privateKey,
      certificate: der,
      pin,
      maxTries,
      triesLeft: maxTries,
    },
    entry: {
      serial,
      ...shared,
      copCode: company.copCode,
      kind: plan.kind,
      rights: [...plan.rights],
      notBefore,
      notAfter,
      certificate: der,
    },
  }
}

/** Makes roots, cards and registry in a new folder. Takes about half a second, most of it the RSA keys. */
export function makeAuthority(folder: string, now: number): void {
  const roots = { SM2: newRoot('SM2', '演练证书（非真实）', now), RSA: newRoot('RSA', '演练证书（非真实，旧卡）', now) }
  const stranger = newRoot('SM2', '演练用的陌生发证机构（非真实）', now)
  mkdirSync(join(folder, 'cards'), { recursive: true, mode: 0o700 })
  const entries = cardNames.map((name) => {
    const plan: CardPlan = cardPlans[name]
    const { file, entry } = newCard(name, plan.stranger ? stranger : roots[plan.algorithm], now)
    writeCardFile(join(folder, 'cards', `${name}.json`), file)
    return entry
  })
  const registry: Registry = {
    version: 1,
    roots: [pem(roots.SM2.der), pem(roots.RSA.der)],
    cards: entries.filter(({ name }) => name !== 'stranger'),
  }
  writeWhole(join(folder, 'registry.json'), `${JSON.stringify(registry, undefined, 2)}\n`)
}
