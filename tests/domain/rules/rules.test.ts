import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import { explainRule } from '../../../domain/rules/explain.ts'
import { locate } from '../../../domain/rules/field-path.ts'
import { inForce, rules } from '../../../domain/rules/index.ts'
import type { CodeBook, Finding } from '../../../domain/rules/rule.ts'
import { type Case, draftOf } from './cases/case.ts'
import { edges } from './cases/edges.ts'
import { headAmounts } from './cases/head-amounts.ts'
import { headDates } from './cases/head-dates.ts'
import { headParties } from './cases/head-parties.ts'
import { headPlaces } from './cases/head-places.ts'
import { headTexts } from './cases/head-texts.ts'
import { headTrade } from './cases/head-trade.ts'
import { headTransport } from './cases/head-transport.ts'
import { linesPlain } from './cases/lines-plain.ts'
import { linesSpecial } from './cases/lines-special.ts'
import { others } from './cases/others.ts'
import { papers } from './cases/papers.ts'

/** The 76 rules of the facts file; REQ, FMT and those of an imported tariff (G01, G02) are ours and have tests of their own. */
const factIds = [
  ...'H01 H02 H03 H03b H04 H05 H06 H07 H08 H09 H10 H11 H12 H13 H14 H15 H16 H17 H18 H19 H20'.split(' '),
  ...'H21 H22 H23 H24 H25 H26 H27 H28 H29 H30 H31 H32 H33 H34 H35 H36 H37 H38 H39 H41 H42 H43'.split(' '),
  ...'L01 L02 L03 L04 L05 L06 L07 L08 L09 L10 L11 L12 L13 L14 L15 L16 L17 L18 L19'.split(' '),
  ...'L21 L22 L23 L24 L25 C01 C02 C03 D01 D02 D03 S01 S02 T01'.split(' '),
]

/** Ours, with cases like the others: the papers against the draft. */
const ids = [...factIds, ...'X01 X02 X03 X04 X05 X06 X07'.split(' ')]

const cases: readonly Case[] = [
  ...headAmounts,
  ...headTransport,
  ...headTrade,
  ...headPlaces,
  ...headParties,
  ...headDates,
  ...headTexts,
  ...linesPlain,
  ...linesSpecial,
  ...others,
  ...papers,
  ...edges,
]

let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook()
})

function findingsOf({ rule: id, change, base }: Case): Finding[] {
  const draft = draftOf(base)
  change(draft)
  const rule = rules.find((one) => one.id === id)
  if (rule === undefined) throw new Error(`no rule ${id}`)
  return inForce(rule, draft.day) ? rule.check({ ...draft, codes }) : []
}

const weight = { error: 2, warn: 1, info: 0 }

describe('every rule', () => {
  it.each(cases)('$rule $says', (one) => {
    const findings = findingsOf(one)
    expect(findings.map(({ severity, path }) => `${severity} ${path}`)).toEqual(one.finds)
    if (one.text !== undefined) expect(findings[0]?.text).toContain(one.text)
    const rule = rules.find(({ id }) => id === one.rule)
    for (const { rule: id, severity, path, text } of findings) {
      expect(id).toBe(one.rule)
      expect(weight[severity]).toBeLessThanOrEqual(weight[rule?.severity ?? 'info'])
      expect(locate(path), path).toBeDefined()
      expect(text).toMatch(/[\u4e00-\u9fff]/)
      expect(text).not.toMatch(/undefined|NaN|\[object|。$/)
    }
  })
})

describe('the list of rules', () => {
  it('holds the 76 rules of the facts, and those of our own', () => {
    expect(factIds).toHaveLength(76)
    expect(rules.map(({ id }) => id).sort()).toEqual([...ids, 'REQ', 'FMT', 'G01', 'G02'].sort())
  })

  it.each(ids)('%s has a case that passes and one that finds something', (id) => {
    const own = cases.filter(({ rule }) => rule === id)
    // H43, T01 and a part of H41 only tell: they pass by silence where they do not apply.
    expect(own.some(({ finds }) => finds.length === 0)).toBe(true)
    expect(own.some(({ finds }) => finds.length > 0)).toBe(true)
  })

  it.each(ids)('%s finds something of its own severity in some case', (id) => {
    const severity = rules.find((rule) => rule.id === id)?.severity
    const found = cases
      .filter(({ rule }) => rule === id)
      .flatMap(({ finds }) => finds.map((line) => line.split(' ')[0]))
    expect(found).toContain(severity)
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s explains itself for the help page', (id, rule) => {
    const help = explainRule(id)
    expect(help?.title).toMatch(/^[^a-z]*[\u4e00-\u9fff]/)
    expect(help?.title).not.toMatch(/。$/)
    expect(help?.source.length).toBeGreaterThan(3)
    expect(rule.confidence).toMatch(/^(high|medium|low)/)
  })

  it('gives red only with more than low confidence', () => {
    expect(rules.filter(({ severity, confidence }) => severity === 'error' && confidence.startsWith('low'))).toEqual([])
  })

  it('knows nothing of an unknown id', () => {
    expect(explainRule('H99')).toBeUndefined()
  })
})
