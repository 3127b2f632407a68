import type { CodeRow } from '../../codes/code-table.ts'
import { type Field, sectionKey } from '../field.ts'
import { attachmentFields } from './further-blocks.ts'
import { containersAndDocuments, furtherParts, goodsParts, headParts } from './parts.ts'
import type { Direction, DirectedText, FormControl, Placement, RawPart, Slice } from './placement.ts'

/** A field as the form shows it on one kind of declaration. */
export interface FormField {
  /** Key of its section in the message, and with it the first part of its path. */
  readonly section: string
  readonly element: string
  readonly field: Field
  readonly label: string
  readonly units: number
  readonly bare: boolean
  readonly needed: boolean
  readonly locked: boolean
  readonly control: FormControl
  readonly table: string | undefined
  readonly choices: readonly CodeRow[] | undefined
  readonly slice: Slice | undefined
  readonly hint: string
}

/** Fields in rows of units. */
export interface FieldsPart {
  readonly kind: 'fields'
  readonly id: string
  readonly title: string
  readonly folded: boolean
  readonly fields: readonly FormField[]
}

/** A repeated section as a table. */
export interface TablePart {
  readonly kind: 'table'
  readonly id: string
  readonly title: string
  readonly folded: boolean
  /** Key of the section in its parent. */
  readonly section: string
  /** Rows that the message allows; `null` when no limit is stated. */
  readonly max: number | null
  readonly columns: readonly FormField[]
  /** Further fields of a row, in a sheet of their own; empty in most tables. */
  readonly details: readonly FormField[]
}

export interface GoodsPart {
  readonly kind: 'goods'
  readonly id: 'goods'
  readonly title: string
  readonly columns: readonly FormField[]
  readonly fields: readonly FormField[]
  /** Folded parts under the line editor. */
  readonly parts: readonly (FieldsPart | TablePart)[]
  /** Table inside a row of 产品资质. */
  readonly vehicles: TablePart
}

export interface AttachmentsPart {
  readonly kind: 'attachments'
  readonly id: 'attachments'
  readonly title: string
  /** Fields of one file. */
  readonly fields: readonly FormField[]
}

export type FormPart = FieldsPart | TablePart | GoodsPart | AttachmentsPart

/** A block of the entry page; Alt and its digit jump to it. */
export interface FormBlock {
  readonly id: string
  readonly title: string
  readonly digit: number
  readonly parts: readonly FormPart[]
}

const directed = (text: DirectedText, direction: Direction): string =>
  typeof text === 'string' ? text : text[direction]

function controlOf(placement: Placement, field: Field): FormControl {
  if (placement.control !== undefined) return placement.control
  if (placement.choices !== undefined || (placement.table ?? field.table) !== undefined) return 'code'
  if (field.type === 'date') return 'date'
  return field.type === 'decimal' || field.type === 'integer' ? 'number' : 'text'
}

/** In force on a day: not before it came, not from the day on which a notice removed it. */
const inForce = (field: Field, day: string): boolean =>
  (field.from === undefined || day >= field.from) && (field.until === undefined || day < field.until)

const asRow = ({ code, name }: { code: string; name: string }): CodeRow => ({ code, name, initials: '', pinyin: '' })

/** The fields of a list of placements that are on the form of this direction on this day. */
export function resolveFields(placements: readonly Placement[], direction: Direction, day: string): FormField[] {
  return placements.flatMap((placement) => {
    const field = placement.section.fields.find(({ element }) => element === placement.element)
    if (field === undefined) throw new Error(`no field ${placement.section.element}.${placement.element}`)
    if ((placement.only !== undefined && placement.only !== direction) || !inForce(field, day)) return []
    return {
      section: sectionKey(placement.section),
      element: placement.element,
      field,
      label: directed(placement.label ?? field.label, direction),
      units: placement.units,
      bare: placement.bare ?? false,
      needed: placement.needed === true || placement.needed === direction,
      locked: placement.locked ?? false,
      control: controlOf(placement, field),
      table: placement.table ?? field.table,
      choices: placement.choices?.map(asRow),
      slice: placement.slice,
      hint: placement.hint ?? '',
    }
  })
}

function resolvePart(part: RawPart, direction: Direction, day: string): FieldsPart | TablePart {
  const { id, title } = part
  const folded = part.folded ?? false
  if (part.kind === 'fields')
    return { kind: 'fields', id, title, folded, fields: resolveFields(part.fields, direction, day) }
  const columns = resolveFields(part.columns, direction, day)
  const details = resolveFields(part.details ?? [], direction, day)
  return {
    kind: 'table',
    id,
    title,
    folded,
    section: sectionKey(part.section),
    max: part.section.max,
    columns,
    details,
  }
}

/**
 * The whole entry form of one kind of declaration on a day (yyyy-MM-dd): one base, the labels and the fields of the
 * direction, without the fields that are not in force.
 */
export function formLayout(direction: Direction, day: string): FormBlock[] {
  const parts = (raw: readonly RawPart[]): (FieldsPart | TablePart)[] =>
    raw.filter(({ only }) => only === undefined || only === direction).map((part) => resolvePart(part, direction, day))
  const goods: GoodsPart = {
    kind: 'goods',
    id: 'goods',
    title: '商品信息',
    columns: resolveFields(goodsParts.columns, direction, day),
    fields: resolveFields(goodsParts.fields, direction, day),
    parts: parts(goodsParts.parts),
    vehicles: resolvePart(goodsParts.vehicles, direction, day) as TablePart,
  }
  const attachments: AttachmentsPart = {
    kind: 'attachments',
    id: 'attachments',
    title: '随附单据',
    fields: resolveFields(attachmentFields, direction, day),
  }
  return [
    { id: 'head', title: '基本信息', digit: 1, parts: parts(headParts) },
    { id: 'goods', title: '商品信息', digit: 2, parts: [goods] },
    { id: 'containers', title: '集装箱', digit: 3, parts: parts(containersAndDocuments.containers) },
    { id: 'licences', title: '随附单证', digit: 4, parts: parts(containersAndDocuments.licences) },
    { id: 'attachments', title: '随附单据', digit: 5, parts: [attachments, ...parts(containersAndDocuments.papers)] },
    { id: 'business', title: '业务事项', digit: 6, parts: parts(furtherParts.business) },
    { id: 'inspection', title: '检验检疫', digit: 7, parts: parts(furtherParts.inspection) },
    { id: 'other', title: '其他', digit: 8, parts: parts(furtherParts.other) },
  ]
}
