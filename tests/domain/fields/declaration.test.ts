import { describe, expect, it } from 'vitest'
import { decMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { decMessageSchema } from '../../../domain/fields/declaration/schema.ts'
import { sectionKey, type Field, type Section } from '../../../domain/fields/field.ts'
import { placeAt } from '../../../domain/fields/place-at.ts'

const pathOf = (section: Section, above = ''): string =>
  above + (section.wrapper === undefined ? '' : `${section.wrapper}/`) + section.element

interface Placed {
  readonly path: string
  readonly section: Section
}

const flatten = (sections: readonly Section[], above = ''): Placed[] =>
  sections.flatMap((section) => {
    const path = pathOf(section, above)
    return [{ path, section }, ...flatten(section.children ?? [], `${path}/`)]
  })

const all = flatten(decMessage)
const fields = all.flatMap(({ path, section }): [string, Field][] =>
  section.fields.map((field) => [`${path}/${field.element}`, field]),
)
const field = (path: string): Field | undefined => placeAt(path.split('/'))?.field

/** Fields of each part, as the field notes count them (434 in all). */
const counts: Record<string, number> = {
  DecHead: 91,
  'DecLists/DecList': 49,
  'DecLists/DecList/DecGoodsLimits/DecGoodsLimit': 6,
  'DecLists/DecList/DecGoodsLimits/DecGoodsLimit/DecGoodsLimitVin': 14,
  'DecLists/DecList/DecControlModels/DecControlModel': 3,
  'DecContainers/Container': 6,
  'DecLicenseDocus/LicenseDocu': 2,
  'DecRequestCerts/DecRequestCert': 3,
  'DecOtherPacks/DecOtherPack': 2,
  'DecCopLimits/DecCopLimit': 2,
  'DecUsers/DecUser': 2,
  'DecMarkLobs/DecMarkLob': 3,
  DecFreeTxt: 7,
  DecSign: 12,
  TrnHead: 15,
  TrnList: 6,
  'TrnContainers/TrnContainer': 7,
  'TrnContaGoodsList/TrnContaGoods': 4,
  'DecSupplementLists/DecSupplementList': 98,
  EdocRealation: 11,
  EcoRelation: 5,
  SddTax: 0,
  'SddTax/SddTaxHead': 29,
  'SddTax/SddTaxLists/SddTaxList': 24,
  'SddTax/SddTaxDetails/SddTaxDetail': 3,
  DecRisk: 4,
  'DecCopPromises/DecCopPromise': 1,
  DecRoyaltyFee: 21,
  DecTpAccess: 4,
}

describe('the field tables of the declaration', () => {
  it('hold all 434 elements, each part with its own', () => {
    expect(fields).toHaveLength(434)
    expect(Object.fromEntries(all.map(({ path, section }) => [path, section.fields.length]))).toEqual(counts)
  })

  it('keep the sequence of the 2018 schema', () => {
    const sequence = decMessage.filter((section) => section.in2018).map((section) => sectionKey(section))
    expect(sequence).toEqual([
      'DecHead',
      'DecLists',
      'DecContainers',
      'DecLicenseDocus',
      'DecRequestCerts',
      'DecOtherPacks',
      'DecCopLimits',
      'DecUsers',
      'DecMarkLobs',
      'DecFreeTxt',
      'DecSign',
      'TrnHead',
      'TrnList',
      'TrnContainers',
      'TrnContaGoodsList',
      'DecSupplementLists',
      'EdocRealation',
      'EcoRelation',
      'SddTax',
      'DecRisk',
    ])
  })

  /** The whole order, so that a moved or lost element shows as a changed line. */
  it('keep the order of the elements', async () => {
    await expect(fields.map(([path]) => path).join('\n')).toMatchFileSnapshot('../../fixtures/element-order.txt')
  })

  it('name each element once in its part', () => {
    for (const { path, section } of all) {
      const names = [...section.fields.map((known) => known.element), ...(section.children ?? []).map(sectionKey)]
      expect(new Set(names).size, path).toBe(names.length)
    }
  })

  it('keep the official misspellings', () => {
    for (const path of [
      'DecHead/GrossWet',
      'DecHead/PromiseItmes',
      'DecHead/TaxAaminMark',
      'DecHead/PartenerID',
      'DecHead/DistinatePort',
      'EdocRealation/EdocFomatType',
      'EcoRelation/ExtendFiled',
      'DecRoyaltyFee/Statment',
    ])
      expect(field(path), path).toBeDefined()
  })

  it('give every field a Chinese label, and a length where its type needs one', () => {
    for (const [path, { label, type, length, decimals }] of fields) {
      expect(label, path).toMatch(/[\u4e00-\u9fffA-Z]/)
      if (type === 'string' || type === 'integer' || type === 'decimal') expect(length, path).toBeGreaterThan(0)
      if (type === 'decimal') expect(decimals, path).toBeGreaterThan(0)
    }
  })

  it('have patterns that are whole expressions and fit the length', () => {
    for (const [path, { pattern }] of fields) {
      if (pattern === undefined) continue
      expect(() => new RegExp(`^(?:${pattern})$`), path).not.toThrow()
      expect(pattern, path).not.toMatch(/^\^|\$$/)
    }
  })

  it('hold from and until the days of the notices', () => {
    for (const element of ['OrgCode', 'InspOrgCode', 'VsaOrgCode'])
      expect(field(`DecHead/${element}`)?.until).toBe('2024-04-10')
    expect(field('DecLists/DecList/RcepOrigPlaceCode')?.from).toBe('2021-05-10')
    expect(field('DecLists/DecList/DecGoodsLimits/DecGoodsLimit/LicWrtofQtyUnit')?.from).toBe('2018-12-09')
    const dated = fields.filter(([, known]) => known.from !== undefined || known.until !== undefined)
    expect(dated).toHaveLength(5)
  })

  it('take the current limit where it differs from 2018', () => {
    expect(field('DecHead/AgentCode')?.length).toBe(10)
    expect(field('DecHead/NoteS')?.length).toBe(255)
    expect(field('DecHead/PurpOrgCode')?.length).toBe(4)
    expect(field('DecHead/TransMode')?.pattern).toBe('[1-7]')
    expect(field('DecHead/TypistNo')?.pattern).toBe('[0-9A-Z]{13}')
  })
})

describe('the shape of a stored declaration', () => {
  it('takes a half-typed draft and refuses unknown keys', () => {
    expect(decMessageSchema.safeParse({ DecHead: { GrossWet: '12.' }, DecLists: [{}] }).success).toBe(true)
    expect(decMessageSchema.safeParse({ DecHead: { Unknown: '1' } }).success).toBe(false)
    expect(decMessageSchema.safeParse({ DecLists: Array.from({ length: 51 }, () => ({})) }).success).toBe(false)
  })
})
