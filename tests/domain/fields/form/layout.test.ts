import { describe, expect, it } from 'vitest'
import { isCodeTableName } from '../../../../domain/codes/index.ts'
import { sectionKey } from '../../../../domain/fields/field.ts'
import { placeAt } from '../../../../domain/fields/place-at.ts'
import { entryItems } from '../../../../domain/fields/entry-items.ts'
import { type FormBlock, type FormField, formLayout, type TablePart } from '../../../../domain/fields/form/layout.ts'
import { unitsPerRow } from '../../../../domain/fields/form/placement.ts'
import { createCodeBook } from '../../../../domain/codes/code-book.ts'
import { required } from '../../../../domain/rules/required.ts'

const day = '2026-11-23'
const imports = formLayout('I', day)
const exports = formLayout('E', day)

const fieldsOf = (blocks: readonly FormBlock[]): FormField[] =>
  blocks.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      if (part.kind === 'fields') return part.fields
      if (part.kind === 'table') return [...part.columns, ...part.details]
      if (part.kind === 'attachments') return part.fields
      const inner = part.parts.flatMap((each) => (each.kind === 'fields' ? each.fields : each.columns))
      return [...part.fields, ...inner, ...part.vehicles.columns]
    }),
  )

const keysOf = (blocks: readonly FormBlock[]): string[] =>
  fieldsOf(blocks).map(({ section, element }) => `${section}.${element}`)

/** The key of the field, or of the part, at an item's path. */
function keyOf(path: string): string {
  const place = placeAt(path.split('/'))
  if (place === undefined) throw new Error(`no place ${path}`)
  return [sectionKey(place.section), ...(place.field === undefined ? [] : [place.field.element])].join('.')
}

/** Attachments are chosen as files, not typed. */
const byFile = new Set(['EdocRealation.EdocCode'])

describe('form layout', () => {
  it('has a place for every item of the entry guide that is still in force', () => {
    const placed = new Set([...keysOf(imports), ...keysOf(exports), ...byFile])
    for (const key of [...placed]) placed.add(key.split('.')[0] ?? '')
    const missing = entryItems
      .filter(({ until }) => until === undefined || day < until)
      .flatMap(({ no, name, elements }) =>
        elements.filter((path) => !placed.has(keyOf(path))).map((path) => `${no} ${name} ${path}`),
      )
    expect(missing).toEqual([])
  })

  it('offers each position of a positional item as a field of its own', () => {
    for (const { elements, position } of entryItems) {
      if (position === undefined || elements[0] === undefined) continue
      const slices = fieldsOf(imports).filter(({ element }) => elements[0]?.endsWith(`/${element}`))
      expect(slices.map(({ slice }) => slice?.start)).toContain(position - 1)
    }
  })

  it('leaves out what a notice removed, from its day on', () => {
    const before = fieldsOf(formLayout('I', '2024-04-09')).map(({ field }) => field)
    const removed = fieldsOf(imports).filter(({ field }) => field.until !== undefined && day >= field.until)
    expect(removed).toEqual([])
    expect(before.length).toBeGreaterThan(0)
  })

  it('places no field twice, save positions and the grid', () => {
    for (const blocks of [imports, exports]) {
      const keys = fieldsOf(blocks).map(({ section, element, slice }) => `${section}.${element}@${slice?.start ?? ''}`)
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    }
  })

  it('names places and parties by direction', () => {
    const label = (blocks: readonly FormBlock[], element: string): string | undefined =>
      fieldsOf(blocks).find((each) => each.element === element)?.label
    expect(label(imports, 'IEPort')).toBe('进境关别')
    expect(label(exports, 'IEPort')).toBe('出境关别')
    expect(label(imports, 'TradeCountry')).toBe('启运国(地区)')
    expect(label(exports, 'TradeCountry')).toBe('运抵国(地区)')
    expect(label(imports, 'OverseasConsigneeEname')).toBeUndefined()
    expect(label(exports, 'OverseasConsignorEname')).toBeUndefined()
    expect(label(exports, 'DespPortCode')).toBeUndefined()
  })

  it('fills whole rows of the head of an import, so that the columns line up', () => {
    const head = imports[0]?.parts[0]
    if (head?.kind !== 'fields') throw new Error('no head')
    let used = 0
    for (const { units } of head.fields) {
      used += units
      expect(used).toBeLessThanOrEqual(unitsPerRow)
      if (used === unitsPerRow) used = 0
    }
    expect(used).toBe(0)
  })

  it('gives every code field a table that is shipped, or its few choices', () => {
    for (const field of [...fieldsOf(imports), ...fieldsOf(exports)])
      if (field.control === 'code' || field.control === 'codes')
        expect(field.choices !== undefined || isCodeTableName(field.table ?? ''), field.element).toBe(true)
  })

  it('marks what the rule of needed fields asks for on an empty form', () => {
    for (const [direction, blocks] of [
      ['I', imports],
      ['E', exports],
    ] as const) {
      const message = { DecHead: { IEFlag: direction }, DecFreeTxt: {}, DecLists: [{ GNo: '1' }] }
      const asked = required
        .check({ message, day, codes: createCodeBook([]), attachments: [] })
        .map(({ path }) => path.replace(/\.\d+/g, ''))
      const marked = new Set(
        fieldsOf(blocks)
          .filter(({ needed }) => needed)
          .map(({ section, element }) => `${section}.${element}`),
      )
      const placed = new Set(keysOf(blocks))
      expect(asked.filter((path) => placed.has(path) && !marked.has(path))).toEqual([])
    }
  })

  it('knows how many rows a table may have', () => {
    const tables = imports.flatMap(({ parts }) => parts).filter((part): part is TablePart => part.kind === 'table')
    expect(tables.find(({ id }) => id === 'licences')?.max).toBe(7)
    expect(tables.find(({ id }) => id === 'containers')?.max).toBe(500)
  })
})
