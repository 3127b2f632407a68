import { describe, expect, it } from 'vitest'
import { locate } from '../../../domain/rules/field-path.ts'

describe('field paths', () => {
  it('finds head, line, child and part', () => {
    expect(locate('DecHead.GrossWet')?.field?.label).toBe('毛重')
    expect(locate('DecLists.3.GQty')?.field?.label).toBe('成交数量')
    expect(locate('DecLists.0.DecGoodsLimits.2.DecGoodsLimitVin.1.VinCode')?.field?.element).toBe('VinCode')
    expect(locate('DecContainers')?.section.element).toBe('Container')
  })

  it.each([
    '',
    'DecHead.Nothing',
    'DecLists.GQty.1',
    'Nothing.0.GQty',
    'DecHead.GrossWet.more',
    'DecLists.0.Nothing.1',
  ])('finds nothing at %s', (path) => {
    expect(locate(path)).toBeUndefined()
  })

  it('sorts in the order of the form: head, lines by number, then containers', () => {
    const paths = [
      'DecHead.CustomMaster',
      'DecHead.GrossWet',
      'DecLists',
      'DecLists.2.CodeTS',
      'DecLists.2.DecGoodsLimits.0.LicTypeCode',
      'DecLists.10.CodeTS',
      'DecContainers.0.ContainerId',
    ]
    const orders = paths.map((path) => locate(path)?.order ?? '')
    expect([...orders].sort()).toEqual(orders)
  })
})
