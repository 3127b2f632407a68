import { describe, expect, it } from 'vitest'
import { followLines, freshLine, isUntouched, numberLines } from '../../../renderer/form/line-order.ts'
import type { Tree } from '../../../renderer/form/paths.ts'

const lines = (...numbers: string[]): Tree[] => numbers.map((GNo) => ({ GNo }))

describe('order of the goods lines', () => {
  it('numbers from one without gaps and carries the number into the licences of the line', () => {
    const rows: Tree[] = [{ GNo: '2', DecGoodsLimits: [{ GoodsNo: '2' }] }, {}, { GNo: '1' }]
    const renumbered = numberLines(rows)
    expect(rows.map((row) => row['GNo'])).toEqual(['1', '2', '3'])
    expect(rows[0]?.['DecGoodsLimits']).toEqual([{ GoodsNo: '1' }])
    expect([...renumbered]).toEqual([
      ['2', '1'],
      ['1', '3'],
    ])
  })

  it('keeps containers and origin proofs with their lines when a line goes', () => {
    const message = {
      DecContainers: [{ GoodsNo: '1,3' }, { GoodsNo: '2' }],
      EcoRelation: [{ DecGNo: '3' }],
    }
    const renumbered = numberLines(lines('1', '3'))
    expect(followLines(message, renumbered)).toEqual([
      { path: 'DecContainers.0.GoodsNo', value: '1,2' },
      { path: 'DecContainers.1.GoodsNo', value: '' },
      { path: 'EcoRelation.0.DecGNo', value: '2' },
    ])
  })

  it('changes nothing when nothing moved', () => {
    const message = { DecContainers: [{ GoodsNo: '1,2' }] }
    expect(followLines(message, numberLines(lines('1', '2')))).toEqual([])
  })

  it('gives a new line what seldom differs, but not the far country', () => {
    const above = { TradeCurr: 'EUR', OriginCountry: 'DEU', DestinationCountry: 'CHN', DutyMode: '1', GName: '阀' }
    expect(freshLine(above, 'I')).toEqual({ TradeCurr: 'EUR', DestinationCountry: 'CHN', DutyMode: '1' })
    expect(freshLine(undefined, 'E')).toEqual({ OriginCountry: 'CHN' })
    expect(isUntouched(freshLine(above, 'I'))).toBe(true)
    expect(isUntouched(above)).toBe(false)
  })
})
