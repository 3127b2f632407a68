import { describe, expect, it } from 'vitest'
import { entryItems } from '../../../domain/fields/entry-items.ts'
import { sectionKey } from '../../../domain/fields/field.ts'
import { placeAt } from '../../../domain/fields/place-at.ts'
import { type FormField, formLayout, type FormPart } from '../../../domain/fields/form/layout.ts'
import { readDecMessage } from '../../../domain/message/read.ts'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { withEdocRows } from '../../../electron/services/drafts/edoc-rows.ts'
import { createDraftEditor, type DraftEditor } from '../../../renderer/form/draft-editor.ts'
import { rowsAt, textAt, type Tree } from '../../../renderer/form/paths.ts'
import { readSlice, writeSlice } from '../../../renderer/form/slices.ts'

const day = '2026-11-23'

/** The figures of the papers stand on the form and are never sent. */
const isSent = ({ field }: Spot): boolean => field.section !== 'Papers'

/** A field of the form with the path at which the clerk finds it in a declaration of one line. */
interface Spot {
  readonly field: FormField
  readonly path: string
}

/** Every field of the form; a table has one row, a licence of the line one vehicle. */
function spotsOf(part: FormPart, editor: DraftEditor, root: Tree, base = ''): Spot[] {
  if (part.kind === 'attachments') return []
  if (part.kind === 'fields')
    return part.fields.map((field) => ({ field, path: `${base || `${field.section}.`}${field.element}` }))
  if (part.kind === 'table') {
    const table = base + part.section
    if (rowsAt(root, table).length === 0) editor.insertRow(table, 0, {})
    return [...part.columns, ...part.details].map((field) => ({ field, path: `${table}.0.${field.element}` }))
  }
  const line = 'DecLists.0.'
  if (rowsAt(root, 'DecLists').length === 0) editor.insertRow('DecLists', 0, {})
  return [
    ...part.fields.map((field) => ({ field, path: line + field.element })),
    ...part.parts.flatMap((inner) => spotsOf(inner, editor, root, line)),
    ...spotsOf(part.vehicles, editor, root, `${line}DecGoodsLimits.0.`),
  ]
}

/** Figures of one line that agree: the form computes the total and would overwrite others. */
const agreeing: Readonly<Record<string, string>> = { GQty: '2', DeclPrice: '3.5', DeclTotal: '7' }

/** Something that the field takes, different at every field so that a mix-up shows. */
function sample({ field, choices, slice, control }: FormField, at: number): string {
  const fixed = agreeing[field.element]
  if (fixed !== undefined) return fixed
  if (control === 'check' || control === 'answer') return '1'
  if (slice !== undefined) return (choices?.[0]?.code ?? 'MLX').slice(0, slice.length)
  if (field.type === 'date') return `202611${String((at % 28) + 1).padStart(2, '0')}`
  const digits = String(at + 1).padStart(3, '0')
  if (field.type === 'integer') return digits.replace(/^0+/, '').slice(0, field.length)
  if (field.type === 'decimal') return `${at + 1}.5`
  return digits.slice(-(field.length ?? 3)).padStart(Math.min(field.length ?? 3, 3), '1')
}

/**
 * Elements of an item that the guide asks for on the other kind of declaration only. Sources: the item itself in the
 * guide (entry items 44, 67, 68, 69, 70, 81, 82), and the official blanks of 2018, where the boxes are missing too.
 */
const ofTheOtherDirection = {
  I: [
    // The partner of an import is the consignor, which has elements of its own.
    '67 境外收/发货人代码 DecHead/OverseasConsigneeCode',
    '68 境外收发货人名称（外文） DecHead/OverseasConsigneeEname',
  ],
  E: [
    // Exports leave the day blank: it is not known when they are filed.
    '44 进出口日期 DecHead/IEDate',
    // The partner of an export is the consignee.
    '67 境外收/发货人代码 DecHead/OverseasConsignorCode',
    '68 境外收发货人名称（外文） DecHead/OverseasConsignorEname',
    // Where the goods are after they entered; the export blank has no such box.
    '69 货物存放地点 DecHead/GoodsPlace',
    // The first foreign port of loading, and the day of leaving it.
    '70 启运港 DecHead/DespPortCode',
    // Inspected or supervised at the destination inside the country: imports (notice 2024 No. 30).
    '81 目的地海关 DecHead/PurpOrgCode',
    '82 启运日期 DecHead/DespDate',
  ],
}

const keyOf = (path: string): string => {
  const place = placeAt(path.split('/'))
  if (place === undefined) throw new Error(`no place ${path}`)
  return `${sectionKey(place.section)}.${place.field?.element ?? ''}`
}

/** What the message says at an element: the text between its tags. */
const inXml = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text]) => text ?? '')

describe.each(['I', 'E'] as const)('a form of direction %s that is filled to the last field', (direction) => {
  const root: Tree = { DecHead: { IEFlag: direction } }
  const editor = createDraftEditor(
    () => root,
    () => undefined,
  )
  const spots = formLayout(direction, day).flatMap(({ parts }) => parts.flatMap((part) => spotsOf(part, editor, root)))
  const typed = new Map<string, string>()
  spots.forEach(({ field, path }, at) => {
    const value = sample(field, at)
    const { slice } = field
    editor.apply([{ path, value: slice === undefined ? value : writeSlice(textAt(root, path), slice, value) }])
    typed.set(slice === undefined ? path : `${path}@${slice.start}`, value)
  })
  const file = { edocCode: '00000001', name: '演练发票.pdf', bytes: 10, serial: '0'.repeat(18) }
  const message = withEdocRows(root, [file])
  const xml = writeDecMessage(message)

  it('shows every value where it was typed', () => {
    for (const { field, path } of spots) {
      const whole = textAt(root, path)
      const { slice } = field
      const shown = slice === undefined ? whole : readSlice(whole, slice)
      expect(shown, path).toBe(typed.get(slice === undefined ? path : `${path}@${slice.start}`))
    }
  })

  it('carries each item of the guide that is in force in its own element', () => {
    const missing: string[] = []
    for (const { no, name, elements, until } of entryItems) {
      if (until !== undefined && day >= until) continue
      for (const element of elements) {
        const key = keyOf(element)
        const [section = '', own = ''] = key.split('.')
        const only = spots.filter(({ field }) => field.section === section && (own === '' || field.element === own))
        if (key === 'EdocRealation.EdocCode') expect(inXml(xml, own)).toEqual(['00000001'])
        else if (only.length === 0) missing.push(`${no} ${name} ${element}`)
        for (const { field, path } of only) {
          const swapped: Record<string, string> = {
            OriginCountry: 'DestinationCountry',
            DestinationCountry: 'OriginCountry',
          }
          const carrier =
            direction === 'E' && section === 'DecLists' ? (swapped[field.element] ?? field.element) : field.element
          expect(inXml(xml, carrier), `${no} ${name}`).toContain(textAt(root, path))
        }
      }
    }
    expect(missing).toEqual(ofTheOtherDirection[direction])
  })

  it('is the same form after the message was read back', () => {
    const read = readDecMessage(new TextEncoder().encode(xml))
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    for (const { path } of spots.filter(isSent)) expect(textAt(read.value as Tree, path), path).toBe(textAt(root, path))
    expect(writeDecMessage(read.value)).toBe(xml)
  })
})
