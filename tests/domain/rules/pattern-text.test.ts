import { expect, it } from 'vitest'
import { decMessage } from '../../../domain/fields/declaration/dec-message.ts'
import type { Section } from '../../../domain/fields/field.ts'
import { describePattern } from '../../../domain/rules/pattern-text.ts'

const patterns = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) => [
    ...section.fields.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern])),
    ...patterns(section.children ?? []),
  ])

it.each([
  ['[0-9]{4}', '格式不对：应为4位数字'],
  ['[0-9A-Z]{13}', '格式不对：应为13位大写字母或数字'],
  ['[0-9]', '格式不对：应为1位数字'],
  ['[13]', '格式不对：应为1、3之一'],
  ['[1-3]', '格式不对：应为1、2、3之一'],
  ['[A-G]', '格式不对：应为A、B、C、D、E、F、G之一'],
])('says what %s means', (pattern, text) => {
  expect(describePattern(pattern)).toBe(text)
})

it('has words for every pattern of the field tables', () => {
  const unknown = describePattern('(unknown)')
  expect(patterns(decMessage).filter((pattern) => describePattern(pattern) === unknown)).toEqual([])
})
