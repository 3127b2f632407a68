import { describe, expect, it } from 'vitest'
import { entryItems } from '../../../domain/fields/entry-items.ts'
import { placeAt } from '../../../domain/fields/place-at.ts'

describe('the items of the entry form', () => {
  it('are 105, numbered through', () => {
    expect(entryItems.map((item) => item.no)).toEqual(Array.from({ length: 105 }, (_, at) => at + 1))
  })

  it('map to elements that the message has', () => {
    for (const { no, name, elements } of entryItems) {
      expect(elements.length, `${no} ${name}`).toBeGreaterThan(0)
      for (const element of elements) expect(placeAt(element.split('/')), `${no} ${element}`).toBeDefined()
    }
  })

  it('count by need as the guide and the later notices say', () => {
    const counts: Record<string, number> = {}
    for (const { need } of entryItems) counts[need] = (counts[need] ?? 0) + 1
    expect(counts).toEqual({ 必填: 35, 有条件必填: 20, 选填: 43, 有条件选填: 3, 必填或选填: 1, 已取消: 3 })
  })

  it('end on the day on which their field ends', () => {
    for (const { no, elements, until } of entryItems) {
      const [element = ''] = elements
      const field = placeAt(element.split('/'))?.field
      expect(field?.until, String(no)).toBe(until)
    }
    expect(entryItems.filter((item) => item.until !== undefined).map((item) => item.no)).toEqual([75, 78, 79])
  })

  it('say what to fill and what a notice changed', () => {
    for (const { no, rule, change } of entryItems) {
      expect(rule, String(no)).toMatch(/[\u4e00-\u9fff]/)
      if (change !== undefined) expect(change.from, String(no)).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  })
})
