import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CodeTable } from '../../../domain/codes/code-table.ts'
import { loadTable } from '../../../domain/codes/index.ts'
import { createLookup, type Lookup } from '../../../domain/codes/lookup.ts'
import { isNear } from '../../../domain/codes/near.ts'

const codes = (lookup: Lookup, text: string, limit = 5): string[] => lookup.find(text, limit).map((row) => row.code)

describe('lookup of a code', () => {
  let country: CodeTable
  let countries: Lookup
  let ports: Lookup
  let docus: Lookup

  beforeAll(async () => {
    country = await loadTable('country')
    countries = createLookup(country)
    ports = createLookup(await loadTable('port'))
    docus = createLookup(await loadTable('docu_code'))
  })

  it.each([
    ['the code', 'CHN', 'CHN'],
    ['the code in lower case', 'usa', 'USA'],
    ['full-width letters', 'ＵＳＡ', 'USA'],
    ['the former numeric code', '142', 'CHN'],
    ['the name', '美国', 'USA'],
    ['part of the name', '阿联', 'ARE'],
    ['initials', 'zg', 'CHN'],
    ['pinyin', 'zhongguo', 'CHN'],
    ['pinyin with spaces', 'zhong guo', 'CHN'],
    ['the English name', 'united states', 'USA'],
    ['a missing letter', 'zhonguo', 'CHN'],
    ['two letters in the wrong order', 'zhognguo', 'CHN'],
    ['a wrong letter', 'zhomgguo', 'CHN'],
    ['an extra letter', 'zhonggguo', 'CHN'],
  ])('finds by %s', (_what, typed, code) => {
    expect(codes(countries, typed)).toContain(code)
  })

  it('puts the exact code first, then the codes that begin so', () => {
    expect(codes(ports, 'CHN000')[0]).toBe('CHN000')
    const chinese = codes(ports, 'jpn', 30)
    expect(chinese.every((code) => code.startsWith('JPN'))).toBe(true)
    expect(chinese).toEqual([...chinese].sort())
  })

  it('tells apart codes that differ only in the case of the letter', () => {
    expect(codes(docus, 'a').slice(0, 2)).toEqual(['a', 'A'])
    expect(codes(docus, 'A').slice(0, 2)).toEqual(['A', 'a'])
  })

  it('gives the first rows for an empty text and nothing for nonsense', () => {
    expect(codes(countries, ' ', 3)).toEqual(country.rows.slice(0, 3).map((row) => row.code))
    expect(codes(countries, 'qqqqxxxx')).toEqual([])
  })

  it('finds every row by its code, its name, its pinyin and its initials', () => {
    for (const row of country.rows)
      for (const typed of [row.code, row.name, row.pinyin, row.initials])
        expect(codes(countries, typed, country.rows.length), typed).toContain(row.code)
  })

  it('never fails, never repeats a row, keeps to the limit and answers the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (typed, limit) => {
        const found = codes(ports, typed, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(found).size).toBe(found.length)
        expect(codes(ports, typed, limit)).toEqual(found)
      }),
    )
  })
})

describe('one slip in the pinyin', () => {
  it('is forgiven at any place and of any of the four kinds', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/)
    fc.assert(
      fc.property(word, fc.nat(), fc.stringMatching(/^[a-z]$/), (text, seed, letter) => {
        const at = seed % text.length
        const before = text.slice(0, at)
        expect(isNear(before + letter + text.slice(at + 1), text)).toBe(true)
        expect(isNear(before + text.slice(at + 1), text)).toBe(true)
        expect(isNear(before + letter + text.slice(at), text)).toBe(true)
        const swapped =
          before +
          text
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          text.slice(at + 2)
        expect(isNear(swapped, text)).toBe(true)
      }),
    )
  })

  it('is not two slips', () => {
    expect(isNear('zhnagguo', 'zhongguo')).toBe(false)
    expect(isNear('meiguoo', 'yingguo')).toBe(false)
  })
})
