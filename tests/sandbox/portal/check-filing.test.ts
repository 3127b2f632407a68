import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import type { CardName } from '../../../sandbox/authority/card-plans.ts'
import { checkFiling } from '../../../sandbox/portal/intake/check-filing.ts'
import type { SignerChecks } from '../../../sandbox/portal/intake/check-signer.ts'
import { refusals } from '../../../sandbox/portal/refusals.ts'
import { exportDeclaration, importDeclaration } from '../../fixtures/declarations.ts'
import { signMessage, type Signing } from '../../support/sign-message.ts'

let folder = ''
let checks: SignerChecks
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'))
  checks = { registry: openAuthority(folder).registry, now: Date.now }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const check = (xml: Uint8Array, more: Partial<SignerChecks> = {}) =>
  checkFiling({ contentType: 'application/xml', bytes: xml }, { ...checks, ...more })
const signed = (more: Partial<Signing> = {}) => signMessage(importDeclaration(), { folder, ...more })
const codeOf = (checked: ReturnType<typeof check>): number => (checked.kind === 'right' ? 0 : checked.refusal.code)

test.each(['operator', 'second', 'rsa-old', 'factory'] as CardName[])(
  'a declaration signed with the %s card is right',
  (card) => {
    expect(check(signed({ card }))).toMatchObject({ kind: 'right', facts: { direction: 'I', customMaster: '2248' } })
  },
)

test('a signature of a 2048-bit RSA key does not fit into the message', () => {
  // `Sign` holds 200 characters; such a signature has 344. Old cards have 1024 bits, new ones SM2.
  expect(codeOf(check(signed({ card: 'rsa' })))).toBe(refusals.format.code)
})

test('an export with its swapped countries is right', () => {
  expect(check(signMessage(exportDeclaration(), { folder }))).toMatchObject({
    kind: 'right',
    facts: { direction: 'E' },
  })
})

test.each([
  ['expired', 'card'],
  ['not-yet', 'card'],
  ['stranger', 'card'],
  ['legal', 'card'],
  ['entry', 'right'],
] as const)('the %s card is refused', (card, name) => {
  expect(codeOf(check(signed({ card })))).toBe(refusals[name].code)
})

test('a value that was changed after signing is noticed', () => {
  const xml = signed({ after: (message) => message.DecLists?.[0] && (message.DecLists[0].DeclPrice = '1') })
  expect(codeOf(check(xml))).toBe(refusals.signature.code)
})

test('a signature with another separator is refused, and right where the site says so', () => {
  expect(codeOf(check(signed(), { separator: ',' }))).toBe(refusals.signature.code)
})

test('a signature that is none is refused', () => {
  for (const sign of ['', 'AAAA', '不是签名', 'A'.repeat(88)])
    expect(codeOf(check(signed({ after: (message) => message.DecSign && (message.DecSign.Sign = sign) })))).not.toBe(0)
})

test('numbers that are not those of the card are refused', () => {
  const operator = signed({ before: (message) => message.DecHead && (message.DecHead.TypistNo = '2100010009992') })
  expect(codeOf(check(operator))).toBe(refusals.operator.code)
  const company = signed({ before: (message) => message.DecSign && (message.DecSign.CopCode = '123456789') })
  expect(codeOf(check(company))).toBe(refusals.company.code)
})

test('a save needs no signature and other operations are not taken', () => {
  const asType = (OperType: string) =>
    signed({ after: (message) => Object.assign(message.DecSign ?? {}, { OperType, Sign: '', Certificate: '' }) })
  expect(check(asType('G'))).toMatchObject({ kind: 'right', facts: { saveOnly: true } })
  expect(codeOf(check(asType('A')))).toBe(refusals.operType.code)
})

test('the text of a refusal names the place and is no longer than the answer may carry', () => {
  const xml = signed({ after: (message) => message.DecHead && (message.DecHead.PackNo = '十二') })
  const checked = check(xml)
  expect(checked).toMatchObject({ kind: 'refused', refusal: { code: refusals.format.code } })
  const text = checked.kind === 'refused' ? checked.refusal.text : ''
  expect(text).toContain('PackNo')
  expect(text.length).toBeLessThanOrEqual(255)
})

test.each([
  ['an entity attack', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><DecMessage>&e;</DecMessage>'],
  ['a truncated message', '<?xml version="1.0" encoding="UTF-8"?><DecMessage xmlns="http://www.chinaport.gov.cn/dec">'],
  ['an empty message', ' '],
  ['another message', '<Manifest/>'],
])('%s is refused as wrong format', (_what, text) => {
  expect(codeOf(check(new TextEncoder().encode(text)))).toBe(refusals.format.code)
})
