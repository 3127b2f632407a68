import { expect, it } from 'vitest'
import { entryItemLines } from '../../../domain/fields/entry-item-lines.ts'
import { entryItems } from '../../../domain/fields/entry-items.ts'
import { formLayout, type FormPart } from '../../../domain/fields/form/layout.ts'
import { itemsAt } from '../../../domain/fields/items-at.ts'

const numbers = (path: string): number[] => itemsAt(path).map(({ no }) => no)

it.each([
  ['DecHead.GrossWet', [7]],
  ['DecHead.PromiseItmes', [31, 32, 33]],
  ['DecFreeTxt.VoyNo', [47]],
  ['DecLists.3.GQty', [26]],
  ['DecLists.0.DecGoodsLimits.1.LicWrtofQtyUnit', [97]],
  ['DecLists.0.DecGoodsLimits.1.DecGoodsLimitVin.2.VinCode', [105]],
  ['DecContainers.12.ContainerId', [58]],
  ['EdocRealation.0.EdocCode', [21]],
  ['DecHead.Risk', []],
  ['Papers.InvoiceNo', []],
] as const)('the guide speaks of %s in %j', (path, items) => {
  expect(numbers(path)).toEqual(items)
})

/** Paths of every field of the form, the first row of each table. */
function pathsOf(part: FormPart, prefix = ''): string[] {
  if (part.kind === 'attachments') return ['EdocRealation.0.EdocCode']
  if (part.kind === 'fields')
    return part.fields.map(({ section, element }) => `${prefix === '' ? `${section}.` : prefix}${element}`)
  if (part.kind === 'table')
    return [...part.columns, ...part.details].map(({ element }) => `${prefix}${part.section}.0.${element}`)
  const line = 'DecLists.0.'
  return [
    ...part.fields.map(({ element }) => line + element),
    ...part.parts.flatMap((inner) => pathsOf(inner, line)),
    ...pathsOf(part.vehicles, `${line}DecGoodsLimits.0.`),
  ]
}

it('every item in force is told at a field of the form, and no item that was taken off', () => {
  const day = '2026-11-10'
  const paths = (['I', 'E'] as const).flatMap((way) =>
    formLayout(way, day).flatMap(({ parts }) => parts.flatMap((part) => pathsOf(part))),
  )
  const told = new Set(paths.flatMap(numbers))
  expect(entryItems.filter(({ no, until }) => until === undefined && !told.has(no))).toEqual([])
  expect(entryItems.filter(({ no, until }) => until !== undefined && told.has(no))).toEqual([])
})

it('further lines belong to items that there are', () => {
  const known = new Set(entryItems.map(({ no }) => no))
  expect(Object.keys(entryItemLines).filter((no) => !known.has(Number(no)))).toEqual([])
})
