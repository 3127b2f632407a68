import { describe, expect, it } from 'vitest'
import { loadTable } from '../../../domain/codes/index.ts'
import { applicationKinds, unitKinds } from '../../../domain/fields/qualification/choices.ts'
import { qualificationSteps } from '../../../domain/fields/qualification/qualification.ts'
import { cardKinds, cardMediaSteps, cardServices } from '../../../domain/fields/registration/card-media.ts'
import { emptyText, partOf } from '../../../domain/fields/step-text.ts'
import { branches, branchOfDivision, officialDirectory, searchBranches } from '../../../domain/preparation/branches.ts'
import { capitalAmounts } from '../../../domain/preparation/capital.ts'
import {
  accountToCard,
  accountToQualification,
  carried,
  qualificationToCard,
} from '../../../domain/preparation/carry.ts'
import { excludedPairs, exclusions } from '../../../domain/preparation/exclusions.ts'
import { followingValues } from '../../../domain/preparation/following.ts'
import { cardMatter, qualificationMatter } from '../../../domain/preparation/papers.ts'
import { remaining } from '../../../domain/preparation/renewal.ts'
import { accountText, qualificationText } from '../../fixtures/preparations.ts'

describe('the directory of branches', () => {
  it('finds a branch by its place, and all for an empty search', () => {
    expect(searchBranches('宁波').map(({ code }) => code)).toEqual(['3100'])
    expect(searchBranches('广东 深圳').map(({ code }) => code)).toEqual(['5300'])
    expect(searchBranches(' ')).toHaveLength(branches.length)
    expect(searchBranches('月球')).toEqual([])
  })

  it('knows the branch of every division', async () => {
    const divisions = (await loadTable('admin_division')).rows.map(({ code }) => code)
    const without = divisions.filter((code) => branchOfDivision(code) === undefined && !/^(71|8[12])/.test(code))
    expect(without).toEqual([])
    expect(branchOfDivision('330203')?.code).toBe('3100')
    expect(branchOfDivision('330106')?.code).toBe('2900')
  })

  it('gives a contact only with its source and day, and never an empty one', () => {
    for (const { contact } of branches)
      if (contact !== undefined) {
        expect(contact.source).not.toBe('')
        expect(contact.asOf).toMatch(/^20\d\d(-\d\d)?$/)
        expect(contact.address ?? contact.phones ?? contact.note).toBeDefined()
      }
  })

  it('names the official way where a branch has no contact', () => {
    expect(branches.some(({ contact }) => contact === undefined)).toBe(true)
    expect(officialDirectory).toMatchObject({ site: 'www.chinaport.gov.cn', hotline: '010-95198' })
  })

  it('uses the codes of the customs districts', async () => {
    const districts = new Set((await loadTable('customs_district')).rows.map(({ code }) => code))
    expect(branches.filter(({ code }) => !districts.has(code))).toEqual([])
  })
})

describe('the capital', () => {
  it.each([
    [{ capitalCurrency: 'CNY', capital: '500', usdRate: '7.1' }, '500', '70.4225'],
    [{ capitalCurrency: 'CNY', capital: '500' }, '500', undefined],
    [{ capitalCurrency: 'USD', capital: '100', rate: '7.1234' }, '712.34', '100'],
    [{ capitalCurrency: 'HKD', capital: '1000', rate: '0.912345', usdRate: '7.1' }, '912.345', '128.4993'],
    [{ capitalCurrency: 'EUR', capital: '1000' }, undefined, undefined],
    [{ capitalCurrency: 'CNY', capital: '5万' }, undefined, undefined],
    [{ capitalCurrency: 'CNY', capital: '1', usdRate: '0' }, '1', undefined],
  ])('%j gives RMB %s and dollars %s', (basic, cny, usd) => {
    expect(capitalAmounts(basic)).toEqual({ cny, usd })
  })

  it('does not lose a fen where floats would', () => {
    expect(capitalAmounts({ capitalCurrency: 'HKD', capital: '0.1', rate: '0.2' }).cny).toBe('0.02')
    expect(capitalAmounts({ capitalCurrency: 'HKD', capital: '999999999999999', rate: '1.000001' }).cny).toBe(
      '1000000999999999',
    )
  })
})

describe('what follows from a field', () => {
  it('takes the organisation code out of the credit code', () => {
    const text = { company: { creditCode: '91350100M000100Y43' } }
    expect(followingValues(text, 'company.creditCode')).toEqual([{ path: 'company.orgCode', value: 'M000100Y4' }])
    expect(followingValues({ company: { creditCode: '9135' } }, 'company.creditCode')).toEqual([])
  })

  it('computes both amounts, and the rate of RMB', () => {
    const text = { basic: { capitalCurrency: 'CNY', capital: '500', usdRate: '7.1' } }
    expect(followingValues(text, 'basic.capital')).toEqual([
      { path: 'basic.rate', value: '1' },
      { path: 'basic.capitalCny', value: '500' },
      { path: 'basic.capitalUsd', value: '70.4225' },
    ])
    expect(followingValues(text, 'basic.name')).toEqual([])
  })
})

describe('exclusive qualifications', () => {
  it('name kinds that exist, each pair once', () => {
    const known = new Set(unitKinds.map(({ code }) => code))
    const pairs = exclusions.map(({ one, other }) => [one, other].sort().join())
    expect(exclusions.filter(({ one, other }) => !known.has(one) || !known.has(other))).toEqual([])
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  it('let each kind stand alone, and no two stand together', () => {
    for (const { code } of unitKinds) expect(excludedPairs([code])).toEqual([])
    for (const one of unitKinds)
      for (const other of unitKinds)
        if (one !== other) expect(excludedPairs([one.code, other.code]), `${one.code} ${other.code}`).toHaveLength(1)
  })
})

describe('the days that are left', () => {
  it.each([
    ['2027-03-01', 94, undefined],
    ['2027-02-25', 90, 90],
    ['20261227', 30, 30],
    ['2026-12-04', 7, 7],
    ['2026-11-27', 0, 7],
    ['2026-11-26', -1, 'expired'],
  ])('until %s: %s, warning %s', (until, days, warning) => {
    expect(remaining(until, '2026-11-27')).toEqual({ days, warning })
  })

  it('says nothing where no end is stated', () => expect(remaining('', '2026-11-27')).toBeUndefined())
})

describe('papers and steps', () => {
  it('are there for every card, service and application, each paper once', () => {
    const matters = [
      ...cardServices.flatMap(({ code }) => cardKinds.map((kind) => cardMatter(code, kind.code))),
      ...applicationKinds.flatMap(({ code }) => unitKinds.map((kind) => qualificationMatter(code, [kind.code]))),
    ]
    for (const { papers, steps } of matters) {
      expect(papers.length).toBeGreaterThan(0)
      expect(steps.length).toBeGreaterThan(0)
      expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length)
    }
  })

  it('ask a broker for the licence application, and an operator card for the legal-person card', () => {
    const names = (kinds: string[]) => qualificationMatter('new', kinds).papers.map(({ name }) => name)
    expect(names(['01000000'])).toContain('报关企业注册登记许可申请书')
    expect(names(['10000000'])).not.toContain('报关企业注册登记许可申请书')
    expect(cardMatter('new', 'operator').papers.map(({ name }) => name)).toContain('本企业法人卡')
    expect(cardMatter('new', 'legal').papers.map(({ name }) => name)).not.toContain('本企业法人卡')
  })
})

describe('data that is never typed twice', () => {
  it('flows from the account into the qualification, and from there into the card application', () => {
    const toQualification = carried(accountText(), emptyText(qualificationSteps), accountToQualification)
    expect(toQualification.map(({ path }) => path)).toEqual(accountToQualification.map(([, to]) => to))
    const toCard = carried(qualificationText(), emptyText(cardMediaSteps), qualificationToCard)
    expect(carried(accountText(), emptyText(cardMediaSteps), accountToCard).map(({ path }) => path)).toContain(
      'card.holder',
    )
    expect(toCard).toContainEqual({ path: 'card.contactPhone', value: '021-00000001' })
  })

  it('does not touch what stands there already', () => {
    const text = qualificationText()
    expect(carried(accountText(), text, accountToQualification)).toEqual([])
    expect(partOf(text, 'basic')['address']).toBe('上海市浦东新区演练路1号')
  })
})
