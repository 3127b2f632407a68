import { describe, expect, it } from 'vitest'
import { decimalOf, decimalPlaces, shown } from '../../../domain/rules/numbers.ts'

describe('numbers', () => {
  it.each(['0', '12.50', '-3.1', '9'.repeat(19)])('reads %s', (text) => {
    expect(decimalOf(text)).toBeDefined()
  })

  it.each(['', ' 1', '+4', '1,5', '1e9', '0x10', 'Infinity', '.5', '5.', '１', '1'.repeat(31)])(
    'does not read %s',
    (text) => {
      expect(decimalOf(text)).toBeUndefined()
    },
  )

  it('multiplies without loss', () => {
    const product = decimalOf('9999999999999999.999')?.times(decimalOf('9999999999999999.999') ?? 0)
    expect(product && shown(product)).toBe('99999999999999999980000000000000.000001')
  })

  it('counts decimals', () => {
    expect(decimalPlaces('12')).toBe(0)
    expect(decimalPlaces('12.500')).toBe(3)
  })
})
