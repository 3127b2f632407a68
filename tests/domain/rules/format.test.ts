import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import { format } from '../../../domain/rules/format.ts'
import type { CodeBook, Finding } from '../../../domain/rules/rule.ts'
import { type Case, draftOf, type Draft } from './cases/case.ts'

let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook()
})

function found(change: (draft: Draft) => void, base?: Case['base']): Finding[] {
  const draft = draftOf(base)
  change(draft)
  return format.check({ ...draft, codes })
}
const paths = (findings: Finding[]): string[] => findings.map(({ severity, path }) => `${severity} ${path}`)

describe('forms of fields', () => {
  it('takes the right import and export', () => {
    expect(found(() => undefined)).toEqual([])
    expect(found(() => undefined, 'export')).toEqual([])
  })

  it.each<[string, (draft: Draft) => void, string, string]>([
    ['a text that is too long', ({ head }) => (head.ContrNo = 'C'.repeat(33)), 'DecHead.ContrNo', '最多32个字符'],
    ['a number with a comma', ({ line }) => (line.DeclTotal = '5,100'), 'DecLists.0.DeclTotal', '不是数字'],
    ['an exponent', ({ line }) => (line.GQty = '1e3'), 'DecLists.0.GQty', '不是数字'],
    ['full-width digits', ({ line }) => (line.GQty = '２００'), 'DecLists.0.GQty', '不是数字'],
    ['a fifth decimal of a price', ({ line }) => (line.DeclPrice = '1.23456'), 'DecLists.0.DeclPrice', '最多4位小数'],
    ['a negative quantity', ({ line }) => (line.GQty = '-1'), 'DecLists.0.GQty', '不能为负数'],
    ['twenty digits', ({ line }) => (line.GQty = '1'.repeat(20)), 'DecLists.0.GQty', '最多19位数字'],
    ['a broken whole number', ({ line }) => (line.ContrItem = '1.5'), 'DecLists.0.ContrItem', '应为整数'],
    ['30 February', ({ head }) => (head.DespDate = '20260230'), 'DecHead.DespDate', '没有这一天'],
    ['a day with hyphens', ({ head }) => (head.DespDate = '2026-11-05'), 'DecHead.DespDate', '20261105'],
    ['a mark out of its set', ({ head }) => (head.FeeMark = '4'), 'DecHead.FeeMark', '1、2、3'],
    ['a code with a blank', ({ head }) => (head.CutMode = '101 '), 'DecHead.CutMode', '空格'],
    ['an unknown country', ({ line }) => (line.OriginCountry = 'XYZ'), 'DecLists.0.OriginCountry', '代码表'],
    ['an unknown attribute among several', ({ line }) => (line.GoodsAttr = '19,77'), 'DecLists.0.GoodsAttr', '77'],
    ['an unknown document type', ({ head }) => (head.Type = 'XX'), 'DecHead.Type', 'XX'],
  ])('refuses %s', (_, change, path, text) => {
    const findings = found(change)
    expect(paths(findings)).toEqual([`error ${path}`])
    expect(findings[0]?.text).toContain(text)
  })

  it('only warns of codes that a table known to be incomplete lacks', () => {
    expect(paths(found(({ head }) => (head.IEPort = '2299')))).toEqual(['warn DecHead.IEPort'])
    expect(paths(found(({ line }) => (line.TradeCurr = 'INR')))).toEqual(['warn DecLists.0.TradeCurr'])
  })

  it('takes deductions, seven places of the document type and blanks inside positional fields', () => {
    expect(
      found(({ head }) =>
        Object.assign(head, {
          OtherMark: '3',
          OtherCurr: 'EUR',
          OtherRate: '-12.5',
          Type: 'CL5   Z',
          SpecDeclFlag: '0000001',
        }),
      ),
    ).toEqual([])
  })

  it('counts characters, not the units of the machine', () => {
    expect(found(({ line }) => (line.GName = '𠮷'.repeat(255)))).toEqual([])
    expect(found(({ line }) => (line.GName = '𠮷'.repeat(256)))).toHaveLength(1)
  })

  it('refuses more rows than a part may have', () => {
    expect(paths(found(({ message }) => (message.EcoRelation = Array.from({ length: 21 }, () => ({})))))).toEqual([
      'error EcoRelation',
    ])
  })

  it('cuts a long value in the sentence', () => {
    const [first] = found(({ line }) => (line.GUnit = '9'.repeat(3000)))
    expect(first?.text.length).toBeLessThan(120)
  })

  it('looks into child rows', () => {
    expect(
      paths(found(({ line }) => (line.DecGoodsLimits = [{ GoodsNo: 'x', LicTypeCode: '411', LicenceNo: 'YL1' }]))),
    ).toEqual(['error DecLists.0.DecGoodsLimits.0.GoodsNo'])
  })
})
