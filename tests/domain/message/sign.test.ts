import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { placeAt } from '../../../domain/fields/place-at.ts'
import { signFacts } from '../../../domain/message/sign-facts.ts'
import * as order from '../../../domain/message/sign-order.ts'
import { signText } from '../../../domain/message/sign-text.ts'
import type { CodeBook } from '../../../domain/rules/rule.ts'
import { exportDeclaration, importDeclaration } from '../../fixtures/declarations.ts'

const values = (message: DecMessage): string[] => signText(message, { separator: '\u001f' }).split('\u001f')

describe('the signed text', () => {
  it.each([
    ['DecHead', order.signedHead, 44],
    ['DecLists/DecList', order.signedLine, 17],
    ['DecContainers/Container', order.signedContainer, 2],
    ['DecLicenseDocus/LicenseDocu', order.signedLicence, 2],
    ['DecFreeTxt', order.signedFreeText, 6],
    ['SddTax/SddTaxHead', order.signedTaxHead, 25],
    ['SddTax/SddTaxLists/SddTaxList', order.signedTaxLine, 24],
    ['SddTax/SddTaxDetails/SddTaxDetail', order.signedTaxDetail, 3],
  ])('names only elements of %s', (path, elements, count) => {
    expect(elements).toHaveLength(count)
    for (const element of elements) expect(placeAt([...path.split('/'), element])?.field?.element).toBe(element)
  })

  it('has 43 head values on imports and 44 on exports, filled or not', () => {
    expect(values({ DecHead: { IEFlag: 'I', IEDate: '20261110' } })).toHaveLength(43 + 6)
    expect(values({ DecHead: { IEFlag: 'E', IEDate: '20261110' } })).toHaveLength(44 + 6)
    expect(values({ DecHead: { IEFlag: 'I', IEDate: '20261110' } })).not.toContain('20261110')
  })

  it('takes every part in the order of the note', () => {
    const message: DecMessage = {
      DecHead: { IEFlag: 'I', SeqNo: 'head', TradeAreaCode: 'lastHead' },
      DecLists: [{ GNo: 'line1', DestinationCountry: 'end1' }, { GNo: 'line2' }],
      DecContainers: [{ ContainerId: 'box', ContainerMd: '11' }],
      DecLicenseDocus: [{ DocuCode: 'A', CertCode: 'cert' }],
      DecFreeTxt: { RelId: 'rel', DecBpNo: 'phone' },
      SddTax: {
        SddTaxHead: { FileName: 'tax' },
        SddTaxLists: [{ GNo: 't1' }],
        SddTaxDetails: [{ GNo: 'd1', RealTax: '5' }],
      },
    }
    const found = values(message)
    expect(found).toHaveLength(43 + 2 * 17 + 2 + 2 + 6 + 25 + 24 + 3)
    expect(found.filter((value) => value !== '')).toEqual([
      'head',
      'lastHead',
      'line1',
      'end1',
      'line2',
      'box',
      '11',
      'A',
      'cert',
      'rel',
      'phone',
      'tax',
      't1',
      'd1',
      '5',
    ])
  })

  it('signs the countries as the message carries them', () => {
    const line = { OriginCountry: 'CHN', DestinationCountry: 'USA' }
    const countries = (IEFlag: string): string[] =>
      values({ DecHead: { IEFlag }, DecLists: [line] }).filter((value) => /^[A-Z]{3}$/.test(value))
    expect(countries('I')).toEqual(['CHN', 'USA'])
    expect(countries('E')).toEqual(['USA', 'CHN'])
  })

  it('changes with any signed value and is the same for the same message', () => {
    const text = signText(importDeclaration())
    expect(signText(importDeclaration())).toBe(text)
    const changed = importDeclaration()
    changed.DecHead = { ...changed.DecHead, GrossWet: '1' }
    expect(signText(changed)).not.toBe(text)
    expect(signText(importDeclaration(), { separator: '|' })).not.toBe(text)
  })

  it('does not sign characters that the message cannot carry', () => {
    expect(signText({ DecHead: { NoteS: 'a\u0000b' } })).toContain('ab')
  })
})

describe('the facts beside the digest', () => {
  let codes: CodeBook
  beforeAll(async () => {
    codes = await loadCodeBook([
      'ie_flag',
      'customs_district',
      'trade_mode',
      'cut_mode',
      'traf_mode',
      'country',
      'trans_mode',
      'wrap_type',
    ])
  })
  const fact = (message: DecMessage, label: string): string | undefined =>
    signFacts(message, codes).find((found) => found.label === label)?.value

  it('tell the trade in the words of the clerk', () => {
    const message = importDeclaration()
    expect(fact(message, '监管方式')).toBe('一般贸易（0110）')
    expect(fact(message, '境内收货人')).toContain(message.DecHead?.TradeName)
    expect(fact(message, '商品项数')).toBe(String(message.DecLists?.length))
    expect(fact(exportDeclaration(), '境内发货人')).toBeDefined()
    expect(fact(exportDeclaration(), '进出口')).toBe('出口（E）')
  })

  it('add up the totals of each currency exactly', () => {
    const DecLists = [
      { DeclTotal: '0.1', TradeCurr: 'USD' },
      { DeclTotal: '0.2', TradeCurr: 'USD' },
      { DeclTotal: '9007199254740993.01', TradeCurr: 'CNY' },
    ]
    expect(fact({ DecLists }, '总价')).toBe('USD 0.3；CNY 9007199254740993.01')
    expect(fact({ DecLists: [{ DeclTotal: '1e5' }, { TradeCurr: 'USD' }] }, '总价')).toBe('另有 2 项没有总价')
  })

  it('stand for an empty draft too', () => {
    for (const { label, value } of signFacts({}, codes)) expect(value, label).not.toBe('')
    expect(fact({}, '总价')).toBe('（未填）')
  })
})
