import { describe, expect, it } from 'vitest'
import { joinElements, splitElements } from '../../../renderer/form/element-parts.ts'

describe('declaration elements', () => {
  it('begins with brand type and export preference', () => {
    expect(splitElements('4|3|用于平台秤', ['用途', '品牌'])).toEqual([
      { label: '品牌类型', table: 'brand_type', value: '4' },
      { label: '出口享惠情况', table: 'export_preference', value: '3' },
      { label: '用途', value: '用于平台秤' },
      { label: '品牌', value: '' },
    ])
  })

  it('shows parts that no name is known for', () => {
    expect(splitElements('0|0|a|b').map(({ label }) => label)).toEqual(['品牌类型', '出口享惠情况', '要素3', '要素4'])
  })

  it('joins the parts, keeps inner gaps and drops empty ends', () => {
    expect(joinElements(['4', '3', '', 'M1级', '', ''])).toBe('4|3||M1级')
    expect(joinElements(['', ''])).toBe('')
  })

  it('never lets a part break the text in two', () => {
    expect(joinElements(['4', '3', 'a|b'])).toBe('4|3|a｜b')
  })
})
