import { describe, expect, it } from 'vitest'
import { formLayout } from '../../../domain/fields/form/layout.ts'
import type { Finding } from '../../../domain/rules/rule.ts'
import { byPath, formOrder, inFormOrder, nextIndex, worst } from '../../../renderer/form/finding-index.ts'
import { findPlace } from '../../../renderer/form/form-places.ts'

const blocks = formLayout('I', '2026-11-23')

describe('where the form shows a path', () => {
  it.each([
    ['DecHead.GrossWet', { block: 'head', part: 'head', line: undefined }],
    ['DecFreeTxt.VoyNo', { block: 'head', part: 'head', line: undefined }],
    ['DecLists.3.GQty', { block: 'goods', part: 'goods', line: 3 }],
    ['DecLists', { block: 'goods', part: 'goods', line: 0 }],
    ['DecLists.0.Uncode', { block: 'goods', part: 'line-danger', line: 0 }],
    ['DecLists.2.DecGoodsLimits.0.LicenceNo', { block: 'goods', part: 'line-licences', line: 2 }],
    ['DecContainers.1.ContainerId', { block: 'containers', part: 'containers', line: undefined }],
    ['EdocRealation', { block: 'attachments', part: 'attachments', line: undefined }],
    ['DecHead.PromiseItmes', { block: 'business', part: 'business', line: undefined }],
    ['DecHead.DespDate', { block: 'inspection', part: 'inspection', line: undefined }],
    ['DecHead.CopCode', { block: 'other', part: 'parties', line: undefined }],
  ])('finds %s', (path, place) => {
    expect(findPlace(blocks, path)).toEqual(place)
  })

  it('knows no place for what the clerk does not fill', () => {
    expect(findPlace(blocks, 'DecSign.Sign')).toBeUndefined()
  })
})

describe('findings of the form', () => {
  const finding = (path: string, severity: Finding['severity']): Finding => ({ rule: 'X', path, severity, text: '' })

  it('are gathered by path, the gravest first in colour', () => {
    const paths = byPath([finding('a', 'warn'), finding('a', 'error'), finding('b', 'info')])
    expect(worst(paths.get('a') ?? [])).toBe('error')
    expect(worst(paths.get('b') ?? [])).toBe('info')
    expect(worst([])).toBeUndefined()
  })

  it('follow the form, and the goods line by line', () => {
    const paths = [
      'DecContainers.0.ContainerId',
      'DecLists.10.CodeTS',
      'DecLists.2.GQty',
      'DecLists.2.CodeTS',
      'DecLists.2.DecGoodsLimits.0.LicenceNo',
      'DecHead.GrossWet',
      'DecHead.CustomMaster',
      'DecSign.Sign',
    ]
    const list = inFormOrder(
      paths.map((path) => finding(path, 'error')),
      formOrder(blocks),
    )
    expect(list.map(({ path }) => path)).toEqual([
      'DecHead.CustomMaster',
      'DecHead.GrossWet',
      'DecLists.2.CodeTS',
      'DecLists.2.GQty',
      'DecLists.2.DecGoodsLimits.0.LicenceNo',
      'DecLists.10.CodeTS',
      'DecContainers.0.ContainerId',
      'DecSign.Sign',
    ])
  })

  it('are walked through in a ring', () => {
    expect(nextIndex(3, -1, 1)).toBe(0)
    expect(nextIndex(3, 2, 1)).toBe(0)
    expect(nextIndex(3, 0, -1)).toBe(2)
    expect(nextIndex(3, -1, -1)).toBe(2)
    expect(nextIndex(0, -1, 1)).toBe(-1)
  })
})
