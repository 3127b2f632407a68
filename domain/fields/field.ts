/** The vocabulary in which every field of the product is defined, once. */

/** Types as the message notes name them. Every value is kept as a string, whatever its type. */
export type FieldType = 'string' | 'integer' | 'decimal' | 'date' | 'datetime' | 'blob'

/** One element of a message, and with it one field of the form. */
export interface Field {
  /** Element name in the message, misspelt where the official one is. */
  readonly element: string
  /** Chinese name, as the field notes give it. */
  readonly label: string
  readonly type: FieldType
  /** Longest text in characters, or all digits of a number. */
  readonly length?: number
  /** Digits after the point of a decimal. */
  readonly decimals?: number
  /** Form of the value (whole value, without anchors). */
  readonly pattern?: string
  /** Name of its code table. */
  readonly table?: string
  /** Stage at which the field notes ask for it: `save` also means `file`. */
  readonly needed?: 'save' | 'file'
  /** First day (yyyy-MM-dd) on which it is on the form; before that it is not sent. */
  readonly from?: string
  /** First day on which it is no longer on the form: it stays empty from then. */
  readonly until?: string
  /** The element is written even when it is empty (the schema of 2018 wants it there). */
  readonly always?: true
  readonly note?: string
}

/** A repeated or single part of the message. */
export interface Section {
  /** Element of one row. */
  readonly element: string
  /** Element around all rows, where the message has one. */
  readonly wrapper?: string
  readonly label: string
  readonly min: number
  /** `null`: no limit is stated, `unstatedMax` holds. */
  readonly max: number | null
  /** `false` where the notes after 2018 add it. */
  readonly in2018: boolean
  readonly fields: readonly Field[]
  readonly children?: readonly Section[]
}

/** Key under which a section stands in its parent: the wrapper where there is one. */
export type SectionKey<S extends Section> = S extends { wrapper: infer W extends string } ? W : S['element']

/** Values of one row: a string for each field, and the rows of each child section. */
export type Row<S extends Section> = {
  [F in S['fields'][number] as F['element']]?: string
} & (S extends { children: infer C extends readonly Section[] }
  ? { [K in C[number] as SectionKey<K>]?: K['max'] extends 1 ? Row<K> : Row<K>[] }
  : unknown)

/** Key under which a section stands in its parent. */
export const sectionKey = (section: Section): string => section.wrapper ?? section.element

/** Rows that the form, the reader and the schema take where the notes state no limit. */
export const unstatedMax = 1000
