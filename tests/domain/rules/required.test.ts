import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import { required } from '../../../domain/rules/required.ts'
import type { CodeBook } from '../../../domain/rules/rule.ts'
import { type Case, draftOf, type Draft } from './cases/case.ts'

let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook(['country'])
})

function missing(change: (draft: Draft) => void, base?: Case['base']): string[] {
  const draft = draftOf(base)
  change(draft)
  return required.check({ ...draft, codes }).map(({ severity, path }) => `${severity} ${path}`)
}

describe('needed fields', () => {
  it('takes the right import and export', () => {
    expect(missing(() => undefined)).toEqual([])
    expect(missing(() => undefined, 'export')).toEqual([])
  })

  it('asks for every needed field of an empty declaration once, the head too', () => {
    const found = missing((draft) => (draft.message = {}))
    expect(found).toContain('error DecHead.IEFlag')
    expect(found).toContain('error DecHead.TradeMode')
    expect(new Set(found).size).toBe(found.length)
  })

  it('asks in the words of the clerk, with the number of the line', () => {
    const draft = draftOf(undefined)
    draft.line.GQty = ' '
    draft.head.PackNo = ''
    const texts = required.check({ ...draft, codes }).map(({ text }) => text)
    expect(texts).toEqual(['件数未填，申报前必须填写', '第1项的成交数量未填，申报前必须填写'])
  })

  it('asks imports for their date, departure, port of loading and foreign consignor', () => {
    const clear = ({ head }: Draft) =>
      Object.assign(head, {
        IEDate: '',
        DespDate: '',
        DespPortCode: '',
        OverseasConsignorEname: '',
        OverseasConsigneeEname: '',
      })
    expect(missing(clear).sort()).toEqual([
      'error DecHead.DespDate',
      'error DecHead.DespPortCode',
      'error DecHead.IEDate',
      'error DecHead.OverseasConsignorEname',
    ])
    expect(missing(clear, 'export')).toEqual(['error DecHead.OverseasConsigneeEname'])
  })

  it('asks for what the account fills only when a card is there to sign', () => {
    const clear = ({ head }: Draft) => Object.assign(head, { CopCode: '', CopName: '', TypistNo: '', InputerName: '' })
    expect(missing(clear)).toHaveLength(4)
    expect(
      missing((draft) => {
        clear(draft)
        draft.card = undefined
      }),
    ).toEqual([])
  })

  it('does not ask for what the program fills, what is optional or what another rule judges', () => {
    expect(
      missing(({ head, message, line }) => {
        message.DecSign = {}
        message.EdocRealation = [{}]
        message.TrnHead = {}
        message.DecRoyaltyFee = {}
        Object.assign(head, { SeqNo: '', Type: '', NoteS: '', GoodsPlace: '', TradeCode: '', OwnerCodeScc: '' })
        Object.assign(line, { SecondQty: '', SecondUnit: '' })
      }),
    ).toEqual([])
  })

  it('asks rows of optional parts for what they need once they are there', () => {
    expect(
      missing(({ message }) => {
        message.DecContainers = [{ ContainerId: 'YLDU2026019' }]
        message.DecRoyaltyFee = { ContractNo: 'YL-R-1' }
      }),
    ).toEqual(
      expect.arrayContaining([
        'error DecContainers.0.ContainerMd',
        'error DecContainers.0.GoodsNo',
        'error DecContainers.0.GoodsContaWt',
        'error DecRoyaltyFee.Authorizer',
      ]),
    )
  })

  it('only warns at the summary of a two-step filing, whose fields no stored text lists', () => {
    expect(missing(({ head }) => Object.assign(head, { Type: '  5', PackNo: '' }))).toEqual(['warn DecHead.PackNo'])
  })
})
