import { describe, expect, it } from 'vitest'
import { lineNumbers } from '../../../renderer/form/line-numbers.ts'

describe('numbers of goods lines', () => {
  it.each([
    ['1,3', '1,3'],
    ['1，3、5', '1,3,5'],
    ['1-3 5', '1,2,3,5'],
    ['18-30', '18,19,20'],
    ['2-4,3,4', '2,3,4'],
    ['全部', Array.from({ length: 20 }, (_, at) => String(at + 1)).join(',')],
    ['', ''],
    ['甲', '甲'],
    ['5-2', ''],
  ])('reads %s of twenty lines as %s', (typed, written) => {
    expect(lineNumbers(typed, 20)).toBe(written)
  })
})
