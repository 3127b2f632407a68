import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, daysBetween } from '../../../domain/rules/days.ts'

describe('days', () => {
  it('reads both ways of writing', () => {
    expect(dayOf('20261105')?.toString()).toBe('2026-11-05')
    expect(dayOf('2026-11-05')?.toString()).toBe('2026-11-05')
  })

  it.each(['20260229', '20240230', '20261301', '20260431', '00000101', '20260100', '2026110', '', 'x'])(
    'knows no day %s',
    (text) => {
      expect(dayOf(text)).toBeUndefined()
    },
  )

  it('knows leap years', () => {
    expect(dayOf('20240229')).toBeDefined()
    expect(dayOf('20000229')).toBeDefined()
    expect(dayOf('19000229')).toBeUndefined()
  })

  it('never throws, and knows exactly the days of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
        const text = String(number).padStart(8, '0')
        const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number)
        const date = new Date(0)
        date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day)
        const real = year !== 0 && date.toISOString().slice(0, 10).replaceAll('-', '') === text
        expect(dayOf(text) !== undefined).toBe(real)
      }),
    )
  })

  it('counts over months and years', () => {
    const [from, to] = [dayOf('20251231'), dayOf('20260301')]
    expect(from && to && daysBetween(from, to)).toBe(60)
    expect(from && to && daysBetween(to, from)).toBe(-60)
  })
})
