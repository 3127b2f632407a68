import { reactive, effect } from 'vue'
import { describe, expect, it } from 'vitest'
import { readAt, rowsAt, textAt, type Tree, writeAt } from '../../../renderer/form/paths.ts'

describe('field paths', () => {
  it('reads nothing where nothing is', () => {
    expect(readAt({}, 'DecLists.3.GQty')).toBeUndefined()
    expect(textAt({ DecHead: {} }, 'DecHead.GrossWet')).toBe('')
    expect(rowsAt({}, 'DecContainers')).toEqual([])
  })

  it('makes the parts on the way, rows as lists', () => {
    const message: Tree = {}
    writeAt(message, 'DecLists.0.DecGoodsLimits.0.LicenceNo', 'A1')
    writeAt(message, 'DecHead.NetWt', '1')
    expect(message).toEqual({
      DecLists: [{ DecGoodsLimits: [{ LicenceNo: 'A1' }] }],
      DecHead: { NetWt: '1' },
    })
  })

  it('takes a key away with undefined', () => {
    const message: Tree = { DecHead: { NetWt: '1' } }
    writeAt(message, 'DecHead.NetWt', undefined)
    expect(message).toEqual({ DecHead: {} })
  })

  it('tells a reader of one field only of that field, also when its part is new', () => {
    const message = reactive<Tree>({})
    const seen: string[] = []
    let others = 0
    effect(() => seen.push(textAt(message, 'DecHead.NetWt')))
    effect(() => {
      textAt(message, 'DecHead.GrossWet')
      others++
    })
    writeAt(message, 'DecHead.NetWt', '1')
    const before = others
    writeAt(message, 'DecHead.NetWt', '12')
    expect(seen.at(-1)).toBe('12')
    expect(others).toBe(before)
  })
})
