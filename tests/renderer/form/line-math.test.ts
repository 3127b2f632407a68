import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followingChanges, withFollowing } from '../../../renderer/form/line-math.ts'
import { lineTotals } from '../../../renderer/form/line-totals.ts'

describe('what the form computes in a line', () => {
  it('makes the total of quantity and price, to two decimals', () => {
    expect(followingChanges({ GQty: '3', DeclPrice: '1.235' }, 'DeclPrice')).toEqual([
      { element: 'DeclTotal', value: '3.71' },
    ])
  })

  it('never computes in floats', () => {
    expect(followingChanges({ GQty: '3', DeclPrice: '0.1' }, 'GQty')).toEqual([{ element: 'DeclTotal', value: '0.3' }])
  })

  it('makes the price of total and quantity, and leaves a price that gives the same total', () => {
    expect(followingChanges({ GQty: '3', DeclTotal: '10' }, 'DeclTotal')).toEqual([
      { element: 'DeclPrice', value: '3.3333' },
    ])
    expect(followingChanges({ GQty: '3', DeclTotal: '3.71', DeclPrice: '1.235' }, 'DeclTotal')).toEqual([])
  })

  it('does nothing with what is no number, and divides by no zero', () => {
    expect(followingChanges({ GQty: '三', DeclPrice: '1' }, 'GQty')).toEqual([])
    expect(followingChanges({ GQty: '0', DeclTotal: '5' }, 'DeclTotal')).toEqual([])
  })

  it('leaves a price alone while it is typed or cleared: its point would be swallowed', () => {
    expect(followingChanges({ GQty: '100', DeclTotal: '1200', DeclPrice: '12.' }, 'DeclPrice')).toEqual([])
    expect(followingChanges({ GQty: '100', DeclTotal: '1200', DeclPrice: '' }, 'DeclPrice')).toEqual([])
  })

  it('fills the legal quantity that has the same unit', () => {
    expect(followingChanges({ GQty: '380', GUnit: '035', FirstUnit: '035', SecondUnit: '007' }, 'GUnit')).toEqual([
      { element: 'FirstQty', value: '380' },
    ])
  })
})

describe('a line that was pasted', () => {
  it('gets its total from quantity and price', () => {
    const line = { GQty: '10', DeclPrice: '2.5', DeclTotal: '5100' }
    expect(withFollowing(line, ['GQty', 'DeclPrice'])).toMatchObject({ DeclTotal: '25' })
  })

  it('keeps what was pasted, even where the figures do not fit: the rules say so', () => {
    const line = { GQty: '10', DeclPrice: '2.5', DeclTotal: '26' }
    expect(withFollowing(line, ['GQty', 'DeclPrice', 'DeclTotal'])).toEqual(line)
  })
})

describe('totals of the lines', () => {
  const lines = [
    { DeclTotal: '0.1', TradeCurr: 'USD', GQty: '2', GUnit: '007', FirstQty: '5', FirstUnit: '035' },
    { DeclTotal: '0.2', TradeCurr: 'USD', GQty: '3', GUnit: '007', SecondQty: '1.25', SecondUnit: '035' },
    { DeclTotal: '7', TradeCurr: 'EUR', GQty: '1', GUnit: '011' },
    { DeclTotal: '一', TradeCurr: 'EUR' },
  ]

  it('adds up by currency and by unit', () => {
    const totals = lineTotals(lines, '')
    expect(totals.amounts).toEqual([
      { code: 'USD', value: '0.3' },
      { code: 'EUR', value: '7' },
    ])
    expect(totals.quantities).toEqual([
      { code: '007', value: '5' },
      { code: '011', value: '1' },
    ])
  })

  it('compares the kilograms with the net weight of the head', () => {
    expect(lineTotals(lines, '6.5')).toMatchObject({ kilograms: '6.25', weightGap: '0.25' })
    expect(lineTotals(lines, '').weightGap).toBeUndefined()
    expect(lineTotals([...lines, { FirstUnit: '011', FirstQty: '3' }], '6.5').unweighed).toBe(
      lineTotals(lines, '6.5').unweighed + 1,
    )
    expect(lineTotals([{ FirstUnit: '011', SecondUnit: '035', SecondQty: '2' }], '2').unweighed).toBe(0)
    expect(lineTotals([], '6.5').weightGap).toBeUndefined()
  })

  it('does not depend on the order of the lines', () => {
    const amounts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 20 })
    fc.assert(
      fc.property(amounts, (cents) => {
        const rows = cents.map((cent) => ({ DeclTotal: (cent / 100).toFixed(2), TradeCurr: 'CNY' }))
        expect(lineTotals(rows, '').amounts).toEqual(lineTotals(rows.toReversed(), '').amounts)
      }),
    )
  })
})
