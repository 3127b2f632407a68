import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSlice, writeSlice } from '../../../renderer/form/slices.ts'
import { readableDate, shiftDate, tidyDate, tidyNumber } from '../../../renderer/form/typed-values.ts'

describe('typed values', () => {
  it.each([
    ['1,234.50', '1234.50'],
    ['１２３．５', '123.5'],
    [' 007 ', '7'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['-0012', '-12'],
    ['0.3', '0.3'],
    ['约12', '约12'],
    ['12 345 678.9', '12345678.9'],
    ['12,5', '12,5'],
    ['0,500', '0,500'],
    ['1,23,456', '1,23,456'],
    ['1,2345', '1,2345'],
    ['12 5', '12 5'],
    ['', ''],
  ])('makes a number of %j: %j', (typed, number) => {
    expect(tidyNumber(typed)).toBe(number)
  })

  it.each([
    ['2026-11-5', '20261105'],
    ['2026/1/05', '20260105'],
    ['2026年11月5日', '20261105'],
    ['20261105', '20261105'],
    ['1105', '20261105'],
    ['明天', '明天'],
    ['', ''],
  ])('makes a day of %j: %j', (typed, day) => {
    expect(tidyDate(typed, '2026-11-23')).toBe(day)
  })

  it('goes over the ends of months, and begins with today', () => {
    expect(shiftDate('20260228', 1, '2026-11-23')).toBe('20260301')
    expect(shiftDate('', 1, '2026-11-23')).toBe('20261123')
    expect(shiftDate('20260230', 1, '2026-11-23')).toBe('20260230')
    expect(readableDate('20260301')).toBe('2026-03-01')
  })
})

describe('positions of a value', () => {
  const third = { start: 2, length: 1, total: 5, fill: '9' }

  it('fills the other positions with the sign of "not filled"', () => {
    expect(writeSlice('', third, '1')).toBe('99199')
    expect(writeSlice('00000', third, '')).toBe('00900')
    expect(readSlice('00199', third)).toBe('1')
  })

  it('leaves nothing of a value of blanks', () => {
    const kind = { start: 0, length: 2, total: 6, fill: ' ' }
    expect(writeSlice('SW', kind, '')).toBe('')
    expect(writeSlice(writeSlice('', { ...kind, start: 2, length: 1 }, '5'), kind, 'ML')).toBe('ML5')
    expect(writeSlice('', { ...kind, start: 2, length: 1 }, '5')).toBe('  5')
  })

  it('reads back what was written and touches no other position', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[019]{5}$/), fc.nat(4), fc.constantFrom('0', '1', '9'), (whole, start, sign) => {
        const slice = { ...third, start }
        const next = writeSlice(whole, slice, sign)
        expect(readSlice(next, slice)).toBe(sign)
        expect(next.slice(0, start) + next.slice(start + 1)).toBe(whole.slice(0, start) + whole.slice(start + 1))
      }),
    )
  })
})
