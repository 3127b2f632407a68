import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../../../domain/codes/code-book.ts'
import { qualificationSteps } from '../../../../domain/fields/qualification/qualification.ts'
import { accountSteps } from '../../../../domain/fields/registration/account.ts'
import { cardMediaSteps } from '../../../../domain/fields/registration/card-media.ts'
import type { Step } from '../../../../domain/fields/step.ts'
import { emptyText, type StepText } from '../../../../domain/fields/step-text.ts'
import { accountRules, passwordStrength } from '../../../../domain/rules/preparation/account.ts'
import { cardMediaRules } from '../../../../domain/rules/preparation/card-media.ts'
import { checkSteps, stepOfPath } from '../../../../domain/rules/preparation/check-steps.ts'
import { qualificationRules } from '../../../../domain/rules/preparation/qualification.ts'
import type { StepRule } from '../../../../domain/rules/preparation/step-rule.ts'
import type { CodeBook } from '../../../../domain/rules/rule.ts'
import { accountText, cardText, qualificationText } from '../../../fixtures/preparations.ts'

let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook(['admin_division', 'currency', 'customs_district', 'country'])
})

interface Preparation {
  readonly steps: readonly Step[]
  readonly rules: readonly StepRule[]
  readonly good: () => StepText
}
const preparations = {
  account: { steps: accountSteps, rules: accountRules, good: accountText },
  qualification: { steps: qualificationSteps, rules: qualificationRules, good: qualificationText },
  card: { steps: cardMediaSteps, rules: cardMediaRules, good: cardText },
} satisfies Record<string, Preparation>

/** `rule severity path` of everything found. */
const found = (of: keyof typeof preparations, text: StepText): string[] =>
  checkSteps(preparations[of].steps, preparations[of].rules, { text, day: '2026-11-27', codes }).map(
    ({ rule, severity, path }) => `${rule} ${severity} ${path}`,
  )

/** The faultless text with values changed; `undefined` takes one away. */
function changed(of: keyof typeof preparations, changes: Record<string, string | undefined>): StepText {
  const text = preparations[of].good()
  for (const [path, value] of Object.entries(changes)) {
    const [section = '', second = '', third] = path.split('.')
    const part = text[section] ?? {}
    const row = Array.isArray(part) ? part[Number(second)] : part
    if (row === undefined) throw new Error(`no row ${path}`)
    if (value === undefined) delete row[third ?? second]
    else row[third ?? second] = value
  }
  return text
}

describe.each(['account', 'qualification', 'card'] as const)('%s', (of) => {
  it('has nothing to say about a faultless text', () => expect(found(of, preparations[of].good())).toEqual([]))

  it('asks for each needed field of an empty text, in the order of the steps', () => {
    const { steps } = preparations[of]
    const needed = steps.flatMap(({ parts }) =>
      parts.flatMap(({ kind, section, fields, min = 0 }) =>
        kind === 'table'
          ? min > 0
            ? [`P05 error ${section}`]
            : []
          : fields.filter((field) => field.needed).map(({ element }) => `P01 error ${section}.${element}`),
      ),
    )
    expect(found(of, emptyText(steps))).toEqual(needed)
  })
})

const cases: [keyof typeof preparations, string, Record<string, string | undefined>, string][] = [
  [
    'account',
    'a wrong check character',
    { 'company.creditCode': '91310115MA9YLBG194' },
    'P04 error company.creditCode',
  ],
  ['account', 'a wrong identity number', { 'company.legalIdNo': '110105194912310021' }, 'P04 error company.legalIdNo'],
  [
    'account',
    'an enterprise type that is not among the fifteen',
    { 'company.enterpriseTypes': '15,16' },
    'P03 error company.enterpriseTypes',
  ],
  [
    'account',
    'an organisation code of another company',
    { 'company.orgCode': 'D2143569X' },
    'A01 error company.orgCode',
  ],
  [
    'account',
    'an administrator who is not the legal person',
    { 'administrator.name': '演练员乙' },
    'A02 warn administrator.name',
  ],
  [
    'account',
    'a weak password',
    { 'administrator.password': 'abcdefgh', 'administrator.passwordAgain': 'abcdefgh' },
    'A03 error administrator.password',
  ],
  [
    'account',
    'passwords that differ',
    { 'administrator.passwordAgain': 'Yanlian#2027' },
    'A04 error administrator.passwordAgain',
  ],
  [
    'account',
    'a user name that begins with a digit',
    { 'administrator.userName': '1admin' },
    'P04 error administrator.userName',
  ],
  [
    'account',
    'a mobile number of ten digits',
    { 'administrator.mobile': '1380000000' },
    'P04 error administrator.mobile',
  ],
  ['account', 'an e-mail without a domain', { 'administrator.email': 'admin@' }, 'P04 error administrator.email'],
  ['account', 'an SMS code of letters', { 'administrator.smsCode': 'abcdef' }, 'P02 error administrator.smsCode'],
  [
    'qualification',
    'exclusive kinds',
    { 'application.unitKinds': '10000000,01000000' },
    'Q01 error application.unitKinds',
  ],
  [
    'qualification',
    'a new application of a company with one qualification',
    { 'application.held': 'customs' },
    'Q02 error application.kind',
  ],
  [
    'qualification',
    'a supplement of a company without any',
    { 'application.kind': 'supplement' },
    'Q02 error application.kind',
  ],
  [
    'qualification',
    'a supplement of a company with both',
    { 'application.kind': 'supplement', 'application.held': 'both', 'unit.customsCode': '3122280993' },
    'Q02 error application.kind',
  ],
  [
    'qualification',
    'a new application of a company with both',
    { 'application.held': 'both' },
    'Q02 error application.kind',
  ],
  [
    'qualification',
    'a change without a reason',
    { 'application.kind': 'change', 'application.held': 'both', 'unit.customsCode': '3122280993' },
    'Q03 error application.reason',
  ],
  [
    'qualification',
    'a supplement without the customs code',
    { 'application.kind': 'supplement', 'application.held': 'customs' },
    'Q03 error unit.customsCode',
  ],
  [
    'qualification',
    'a supplement without the inspection number',
    { 'application.kind': 'supplement', 'application.held': 'inspection' },
    'Q03 error unit.ciqCode',
  ],
  [
    'qualification',
    'a rate of RMB that is not one',
    { 'basic.rate': '7', 'basic.capitalCny': '500' },
    'Q04 error basic.rate',
  ],
  ['qualification', 'an RMB amount that does not follow', { 'basic.capitalCny': '501' }, 'Q05 error basic.capitalCny'],
  ['qualification', 'no dollar rate', { 'basic.usdRate': undefined }, 'Q05 warn basic.usdRate'],
  ['qualification', 'a licence of tomorrow', { 'basic.licenceDate': '20261128' }, 'Q06 error basic.licenceDate'],
  ['qualification', 'shares of 99.99 %', { 'investors.1.share': '39.99' }, 'Q07 error investors.1.share'],
  ['qualification', 'shares of more than 100 %', { 'investors.0.share': '60.000001' }, 'Q07 error investors.1.share'],
  ['qualification', 'a share of nothing', { 'investors.0.share': '0' }, 'Q07 error investors.0.share'],
  [
    'qualification',
    'contributions that are not the capital',
    { 'investors.0.amount': '301' },
    'Q08 warn investors.0.amount',
  ],
  ['qualification', 'a declarant without a card', { 'declarants.0.cardNo': undefined }, 'Q10 warn declarants.0.cardNo'],
  ['qualification', 'an unknown division', { 'basic.division': '999999' }, 'P03 warn basic.division'],
  ['qualification', 'a capital with five decimals', { 'basic.capital': '500.00001' }, 'P02 error basic.capital'],
  ['card', 'an operator card without rights', { 'card.rights': undefined }, 'K01 error card.rights'],
  ['card', 'a legal-person card with rights', { 'card.cardKind': 'legal' }, 'K01 error card.rights'],
  ['card', 'a replacement without the old number', { 'card.service': 'replace' }, 'K02 error card.cardNo'],
  ['card', 'mail without an address', { 'card.remark': undefined }, 'K03 error card.remark'],
]

it.each(cases)('%s: tells %s', (of, _what, changes, finding) => {
  expect(found(of, changed(of, changes))).toContain(finding)
})

it('tells a card or a person that stands twice among the declarants', () => {
  const text = qualificationText()
  const rows = text['declarants']
  if (Array.isArray(rows)) rows.push({ ...rows[0] })
  expect(found('qualification', text)).toEqual(
    expect.arrayContaining(['Q09 error declarants.1.idNo', 'Q09 error declarants.1.cardNo']),
  )
})

it('does not check the number of a passport, but that of a company that invests', () => {
  expect(
    found('account', changed('account', { 'company.legalIdKind': '2', 'company.legalIdNo': 'E12345678' })),
  ).toEqual(['A02 warn administrator.name'])
  expect(found('qualification', changed('qualification', { 'investors.0.idKind': '6' }))).toContain(
    'P04 error investors.0.idNo',
  )
})

it('names the step of a finding', () => {
  expect(stepOfPath(qualificationSteps, 'basic.rate')).toBe('basic')
  expect(stepOfPath(qualificationSteps, 'unit.customsCode')).toBe('unit')
  expect(stepOfPath(qualificationSteps, 'investors.3.share')).toBe('investors')
  expect(stepOfPath(qualificationSteps, 'declarants')).toBe('declarants')
  expect(stepOfPath(accountSteps, 'administrator.mobile')).toBe('login')
})

it.each([
  ['Abc123', 'weak'],
  ['abcdefgh1', 'weak'],
  ['Abcdefg1', 'middle'],
  ['Aaaaa111#', 'weak'],
  ['Admin2026', 'weak'],
  ['Xuan#Zhi2026!', 'strong'],
])('the password %s is %s', (password, strength) => {
  expect(passwordStrength(password, 'admin')).toBe(strength)
})
