import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCodeBook, loadCodeBook } from '../../../domain/codes/code-book.ts'
import { decMessage } from '../../../domain/fields/declaration/dec-message.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { type Section, sectionKey } from '../../../domain/fields/field.ts'
import { locate } from '../../../domain/rules/field-path.ts'
import { checkDeclaration } from '../../../domain/rules/index.ts'
import type { CodeBook, RuleContext } from '../../../domain/rules/rule.ts'
import {
  exportDeclaration,
  fixtureAttachments,
  fixtureCard,
  fixtureDay,
  importDeclaration,
  manyLines,
} from '../../fixtures/declarations.ts'
import { draftOf } from './cases/case.ts'

let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook()
})

const contextOf = (message: DecMessage): RuleContext => ({
  message,
  day: fixtureDay,
  codes,
  attachments: fixtureAttachments,
  card: fixtureCard,
})

describe('the check of a declaration', () => {
  it.each([
    ['import', importDeclaration()],
    ['export', exportDeclaration()],
    ['import of 50 lines', manyLines(50)],
  ])('finds nothing red or yellow in the right %s', (_, message) => {
    expect(checkDeclaration(contextOf(message)).filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('gives errors first, then warnings, then hints, each in the order of the form', () => {
    const { message, head, lines } = draftOf(undefined)
    head.MarkNo = ''
    head.PackNo = '0'
    Object.assign(lines[2] ?? {}, { DutyMode: '' })
    Object.assign(lines[0] ?? {}, { CiqCode: '' })
    const seen = checkDeclaration(contextOf(message)).map(({ severity, path }) => `${severity} ${path}`)
    expect(seen.slice(0, 4)).toEqual([
      'error DecHead.PackNo',
      'error DecLists.2.DutyMode',
      'warn DecHead.MarkNo',
      'warn DecLists.0.CiqCode',
    ])
    expect(seen.slice(4).every((line) => line.startsWith('info'))).toBe(true)
  })

  it('says one fault once: a named rule speaks, the general checks keep silent', () => {
    const { message, head, line } = draftOf(undefined)
    head.ContrNo = 'C'.repeat(33)
    line.OriginCountry = '304'
    line.DutyMode = ''
    const red = checkDeclaration(contextOf(message)).filter(({ severity }) => severity === 'error')
    expect(red.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'H21 DecHead.ContrNo',
      'L12 DecLists.0.DutyMode',
      'L10 DecLists.0.OriginCountry',
    ])
  })

  it('says one doubt once, and lets red stand for yellow', () => {
    const { message, head, line } = draftOf(undefined)
    head.CustomMaster = '2299'
    line.Uncode = '1263'
    const found = checkDeclaration(contextOf(message))
    const of = (path: string) => found.filter((one) => one.path === path).map(({ rule }) => rule)
    expect(of('DecHead.CustomMaster')).toEqual(['H01'])
    expect(of('DecLists.0.DangName')).toEqual(['L13'])
    expect(of('DecHead.PurpOrgCode')).toEqual(['H38'])
    expect(of('DecLists.0.CiqName')).toEqual(['L23'])
  })

  it('does not let a hint hide a fault in the same field', () => {
    const { message, head } = draftOf(undefined)
    head.CutMode = '10'
    const found = checkDeclaration(contextOf(message)).filter(({ path }) => path === 'DecHead.CutMode')
    expect(found.map(({ rule }) => rule)).toEqual(['FMT', 'H43'])
  })

  it('applies the rules of the day', () => {
    const { message, head } = draftOf(undefined)
    head.OrgCode = '310000'
    const rulesOn = (day: string) => checkDeclaration({ ...contextOf(message), day }).map(({ rule }) => rule)
    expect(rulesOn('2024-04-10')).toContain('H37')
    expect(rulesOn('2024-04-09')).not.toContain('H37')
  })

  it('works without any code table', () => {
    const context = { ...contextOf(importDeclaration()), codes: createCodeBook([]) }
    const findings = checkDeclaration(context)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    // Sums of units without names would stand there for a moment only, while the tables are on their way.
    expect(findings.map(({ rule }) => rule)).not.toContain('T01')
  })

  it('finds a lot, but nothing strange, in an empty declaration', () => {
    const findings = checkDeclaration({ ...contextOf({}), attachments: [] })
    expect(findings.some(({ rule }) => rule === 'L01')).toBe(true)
    expect(findings.some(({ path }) => path === 'DecHead.IEFlag')).toBe(true)
  })
})

/** Values that forms and imports really hold, right and wrong ones, and any text. */
const value = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '0', '1', '2', '9', '-1', '0.005', '1e5', '99999999999999999999.99999', '035', '0110', '0654', '101'],
    ...[
      'I',
      'E',
      '@',
      '@123',
      'Y22',
      'Y',
      'C1',
      'XJE00000',
      '<14>X',
      'NO',
      'CHN',
      'CHN000',
      '2200',
      '2248',
      '20261105',
    ],
    ...[
      '20260230',
      '2026-11-05',
      '  5',
      '  6',
      '11,21',
      '31',
      '411',
      '8703234110',
      '3304990099',
      '1,2',
      '1，2',
      '集中申报',
    ],
    ...[
      'toString',
      '__proto__',
      'constructor',
      'AU1',
      'KR1234567',
      '中转确认书',
      '[',
      '\\',
      '(',
      '|',
      '4|3|x',
      '\ud800',
    ],
  ),
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.stringMatching(/^[0-9.]{1,20}$/),
)

function rowArbitrary(section: Section): fc.Arbitrary<object> {
  const shape: Record<string, fc.Arbitrary<unknown>> = {}
  for (const field of section.fields) shape[field.element] = value
  for (const child of section.children ?? []) shape[sectionKey(child)] = partArbitrary(child)
  return fc.record(shape, { requiredKeys: [] })
}

const partArbitrary = (section: Section): fc.Arbitrary<object> =>
  section.max === 1 ? rowArbitrary(section) : fc.array(rowArbitrary(section), { maxLength: 3 })

const messageArbitrary = fc.record(
  Object.fromEntries(decMessage.map((section) => [sectionKey(section), partArbitrary(section)])),
  { requiredKeys: [] },
) as fc.Arbitrary<DecMessage>

const dayArbitrary = fc.constantFrom('2018-08-01', '2021-05-09', '2021-05-10', '2024-04-09', '2026-11-10', '', 'never')

const fileArbitrary = fc.record({
  edocCode: value,
  name: value,
  bytes: fc.nat(30_000_000),
  pdf: fc.boolean(),
  encrypted: fc.boolean(),
})

describe('any message', () => {
  it('never makes a rule throw, never changes, and every finding points into the form', () => {
    fc.assert(
      fc.property(
        messageArbitrary,
        dayArbitrary,
        fc.array(fileArbitrary, { maxLength: 3 }),
        fc.boolean(),
        (message, day, attachments, withCard) => {
          const before = JSON.stringify(message)
          const card = withCard ? fixtureCard : undefined
          const findings = checkDeclaration({ message, day, codes, attachments, card, changedAfterReview: withCard })
          expect(JSON.stringify(message)).toBe(before)
          for (const { path, text } of findings) {
            expect(locate(path), path).toBeDefined()
            expect(text).not.toMatch(/undefined|NaN|\[object/)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives the same findings twice', () => {
    fc.assert(
      fc.property(messageArbitrary, (message) => {
        expect(checkDeclaration(contextOf(message))).toEqual(checkDeclaration(contextOf(message)))
      }),
      { numRuns: 50 },
    )
  })
})
