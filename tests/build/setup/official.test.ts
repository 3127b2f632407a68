import { describe, expect, it } from 'vitest'
import { isFreshRefusal } from '../../../build/setup/official.mjs'

const hour = 60 * 60 * 1000

describe('a refused download of Electron', () => {
  it('is not tried again within a day', () => {
    expect(isFreshRefusal({ version: '45.4.1', at: 0 }, '45.4.1', 23 * hour)).toBe(true)
  })

  it('is tried again after a day', () => {
    expect(isFreshRefusal({ version: '45.4.1', at: 0 }, '45.4.1', 24 * hour)).toBe(false)
  })

  it('is tried again for another version', () => {
    expect(isFreshRefusal({ version: '45.4.1', at: 0 }, '45.4.2', hour)).toBe(false)
  })

  it('is tried again when the clock was set back or nothing is known', () => {
    expect(isFreshRefusal({ version: '45.4.1', at: 2 * hour }, '45.4.1', hour)).toBe(false)
    expect(isFreshRefusal(undefined, '45.4.1', hour)).toBe(false)
  })
})
