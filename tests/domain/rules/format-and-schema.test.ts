import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import { decMessage, type DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { sectionKey, type Field, type Section } from '../../../domain/fields/field.ts'
import { validateDecMessage } from '../../../domain/message/validate.ts'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { checkDeclaration } from '../../../domain/rules/index.ts'
import { ruleTables } from '../../../domain/rules/rule-tables.ts'
import type { CodeBook } from '../../../domain/rules/rule.ts'
import { fixtureDay, importDeclaration } from '../../fixtures/declarations.ts'

let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook(ruleTables)
}, 120_000)

/** Parts that the program fills when it signs or computes: no clerk types into them, and no rule judges them. */
const ownParts: ReadonlySet<string> = new Set(['DecSign', 'DecRisk', 'SddTax'])
const sections = (decMessage as readonly Section[]).filter(({ element }) => !ownParts.has(element))

/** What a clerk may have typed, up to and over the edge of the field. */
function typed({ type, length = 20, decimals = 0 }: Field): string[] {
  // A picture is chosen, not typed.
  if (type === 'blob') return []
  const anything = [
    'x',
    '甲',
    '0',
    '-1',
    '+1',
    '01',
    '1.',
    '.5',
    '1e3',
    '20261105',
    '2026-11-05',
    '20261399',
    ' 1',
    '1 ',
  ]
  const places = [`1.${'5'.repeat(decimals)}`, `1.${'5'.repeat(decimals + 1)}`]
  const number = ['9'.repeat(length), '9'.repeat(length + 1), ...places]
  const text = ['甲'.repeat(length), '甲'.repeat(length + 1), '𠮷'.repeat(length), 'A'.repeat(length)]
  return [...anything, ...(type === 'decimal' || type === 'integer' ? number : text)]
}
const trials = Array.from({ length: 18 }, (_, at) => at)

/** The right declaration, with every field of a part filled by its own value of that number. */
function filledBy(section: Section, at: number): { prefix: string; message: DecMessage } {
  const base = importDeclaration() as Record<string, unknown>
  const key = sectionKey(section)
  const row = Object.fromEntries(section.fields.map((field) => [field.element, typed(field)[at] ?? '']))
  // The direction decides which element carries which country: it stays.
  const kept = key === 'DecHead' ? { ...row, IEFlag: 'I' } : row
  const single = section.max === 1
  return { prefix: single ? key : `${key}.0`, message: { ...base, [key]: single ? kept : [kept] } }
}

describe.each(sections.map((section) => [section.element, section] as const))('what is typed into %s', (_, section) => {
  it('and that no rule refuses, goes into a message that the schema takes', () => {
    const surprises = trials.flatMap((at) => {
      const { prefix, message } = filledBy(section, at)
      const findings = checkDeclaration({ message, day: fixtureDay, codes, attachments: [] })
      const red = new Set(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path))
      const faults = validateDecMessage(new TextEncoder().encode(writeDecMessage(message)))
      if (!faults.ok) return [faults.error.why]
      return faults.value
        .filter(({ path = '' }) => path.startsWith(`${prefix}.`) && !red.has(path))
        .map(({ text, path }) => `${path}: ${text}`)
    })
    expect(surprises).toEqual([])
  })
})
