import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paginate } from '../../../../electron/services/printing/paginate.ts'
import { fitText, lineCount, lineHeight, sizes, textWidth } from '../../../../electron/services/printing/text-fit.ts'

test('a Chinese character is as wide as its size, Latin letters narrower', () => {
  expect(textWidth('海关', 72)).toBeCloseTo(50.8)
  expect(textWidth('ab', 9)).toBeLessThan(textWidth('海', 9) * 1.3)
})

test('a short text keeps the largest size, a long one shrinks, and one for which there is no room says so', () => {
  const box = { width: 40, height: 4.3 }
  expect(fitText('一般贸易', box)).toEqual({ size: 9, fits: true })
  expect(fitText('名字很长的进出口贸易有限责任公司上海分公司', box).size).toBeLessThan(9)
  expect(fitText('长'.repeat(2000), box)).toEqual({ size: 4.5, fits: false })
})

test('a text that fits takes no more height than the box', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 10, max: 270 }), (text, width) => {
      const box = { width, height: 12 }
      const { size, fits } = fitText(text, box)
      expect(sizes).toContain(size)
      if (fits) expect(lineCount(text, width, size) * lineHeight(size)).toBeLessThanOrEqual(12)
    }),
  )
})

test('pages hold every row once and in order, and none is fuller than its room', () => {
  const rows = fc.array(fc.record({ height: fc.integer({ min: 1, max: 60 }) }))
  fc.assert(
    fc.property(rows, (all) => {
      const pages = paginate(all, 78, 143)
      expect(pages.flatMap((page) => page.rows)).toEqual(all)
      pages.forEach((page, at) => {
        const used = page.rows.reduce((sum, row) => sum + row.height, 0)
        expect(used).toBeLessThanOrEqual(at === 0 ? 78 : 143)
        expect(page.left).toBe((at === 0 ? 78 : 143) - used)
      })
    }),
  )
})
