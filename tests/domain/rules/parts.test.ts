import { describe, expect, test } from 'vitest'
import { lineNames } from '../../../domain/rules/parts.ts'

describe('several lines are named', () => {
  test.each([
    [['3'], '第3项'],
    [['1', '2'], '第1、2项'],
    [['1', '2', '3'], '第1至3项'],
    [['1', '8', '9', '10', '20'], '第1、8至10、20项'],
    [['A', '7'], '第A、7项'],
  ])('%j as %s', (numbers, name) => {
    expect(lineNames(numbers)).toBe(name)
  })
})
