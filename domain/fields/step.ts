import type { CodeRow } from '../codes/code-table.ts'
import type { Field } from './field.ts'
import type { FieldsPart, FormField, TablePart } from './form/layout.ts'
import type { Choice, FormControl } from './form/placement.ts'

/** Numbers that carry a check of their own; `domain/rules/preparation` says which. */
export type NumberKind =
  | 'creditCode'
  | 'organisationCode'
  | 'customsCode'
  | 'identityCard'
  | 'cardNumber'
  | 'mobile'
  | 'phone'
  | 'email'
  | 'userName'

/** A field of one of the preparations (account, qualification, card media): what it is and where it stands. */
export interface StepField extends Field {
  /** Width in units of the form; a row has twenty. */
  readonly units: number
  /** Few values that no code table lists. */
  readonly choices?: readonly Choice[]
  /** Several codes of the table or the choices, joined by commas. */
  readonly several?: true
  /** Check of the number. An identity number is only checked where the document beside it is an identity card. */
  readonly number?: NumberKind
  /** Element beside it that names the kind of document, for `number: 'identityCard'`. */
  readonly documentKind?: string
  /** The program fills it: shown, not typed. */
  readonly locked?: true
  /** Never written to disk: passwords and one-time codes. */
  readonly secret?: true
  readonly hint?: string
  readonly control?: FormControl
}

/** Fields of one row, or a repeated row, under a key of the whole text. */
export interface StepPart {
  readonly kind: 'fields' | 'table'
  readonly id: string
  readonly title: string
  /** Key under which its values stand: `company`, `investors` … Several parts may share one. */
  readonly section: string
  readonly fields: readonly StepField[]
  readonly folded?: true
  /** Fewest and most rows of a table. */
  readonly min?: number
  readonly max?: number
  readonly note?: string
}

/** One step of a wizard. */
export interface Step {
  readonly id: string
  readonly title: string
  readonly parts: readonly StepPart[]
}

const asRow = ({ code, name }: Choice): CodeRow => ({ code, name, initials: '', pinyin: '' })

function controlOf(field: StepField): FormControl {
  if (field.control !== undefined) return field.control
  if (field.several) return 'codes'
  if (field.choices !== undefined || field.table !== undefined) return 'code'
  if (field.secret) return 'secret'
  if (field.type === 'date') return 'date'
  return field.type === 'decimal' || field.type === 'integer' ? 'number' : 'text'
}

const toFormField = (section: string, field: StepField): FormField => ({
  section,
  element: field.element,
  field,
  label: field.label,
  units: field.units,
  bare: false,
  needed: field.needed !== undefined,
  locked: field.locked ?? false,
  control: controlOf(field),
  table: field.table,
  choices: field.choices?.map(asRow),
  slice: undefined,
  hint: field.hint ?? '',
})

/** A part as the form engine draws it. */
export function formPartOf(part: StepPart): FieldsPart | TablePart {
  const { kind, id, title, section } = part
  const fields = part.fields.map((field) => toFormField(section, field))
  const folded = part.folded ?? false
  return kind === 'fields'
    ? { kind, id, title, folded, fields }
    : { kind, id, title, folded, section, max: part.max ?? null, columns: fields, details: [] }
}
