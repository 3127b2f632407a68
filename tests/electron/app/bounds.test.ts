import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOnScreen, readPlace, smallest, type Bounds } from '../../../electron/app/bounds.ts'

const screen: Bounds = { x: 0, y: 0, width: 1366, height: 728 }
const second: Bounds = { x: 1366, y: 0, width: 1920, height: 1040 }

describe('the place of the window', () => {
  test('is the whole of a small screen at the first start', () => {
    expect(placeOnScreen(undefined, [screen])).toEqual({ x: 0, y: 0, width: 1366, height: 728, maximized: true })
  })

  test('is the middle of a large screen at the first start', () => {
    expect(placeOnScreen(undefined, [second])).toMatchObject({ width: 1440, height: 900, maximized: false })
  })

  test('is the remembered one when its screen is still there', () => {
    const place = { x: 1500, y: 50, width: 1200, height: 800, maximized: false }
    expect(placeOnScreen(place, [screen, second])).toEqual(place)
  })

  test('comes back to the first screen when its own was unplugged', () => {
    const place = { x: 1500, y: 50, width: 1200, height: 800, maximized: false }
    expect(placeOnScreen(place, [screen])).toMatchObject({ x: 83, width: 1200, height: 728 })
  })

  test('is always seen and never too small, whatever was remembered', () => {
    const side = fc.integer({ min: -100_000, max: 100_000 })
    const any = fc.record({ x: side, y: side, width: side, height: side, maximized: fc.boolean() })
    fc.assert(
      fc.property(any, (place) => {
        const { x, y, width, height } = placeOnScreen(place, [screen, second])
        const area = x >= second.x ? second : screen
        expect(width).toBeGreaterThanOrEqual(smallest.width)
        expect(height).toBeGreaterThanOrEqual(smallest.height)
        expect(x).toBeGreaterThanOrEqual(area.x)
        expect(y).toBeGreaterThanOrEqual(area.y)
        expect(x + width).toBeLessThanOrEqual(area.x + area.width)
        expect(y + height).toBeLessThanOrEqual(area.y + area.height)
      }),
    )
  })

  test('is forgotten when the file holds something else', () => {
    for (const stored of [
      null,
      1,
      'x',
      [],
      {},
      { x: 1, y: 1, width: 'wide', height: 1 },
      { x: NaN, y: 0, width: 1, height: 1 },
    ])
      expect(readPlace(stored)).toBeUndefined()
  })
})
