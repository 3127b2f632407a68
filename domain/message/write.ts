import { decMessage, type DecMessage } from '../fields/declaration/dec-message.ts'
import { sectionKey, type Field, type Section } from '../fields/field.ts'
import { carriedBy } from './country-swap.ts'
import { defaultVersion, namespace, rootElement } from './envelope.ts'
import { escapeText, legalText } from './xml-text.ts'

export interface WriteOptions {
  /** `Version` of the root; see `defaultVersion`. */
  readonly version?: string
  /** Told the path (`DecLists.0.GName`) of each value that lost characters which XML cannot carry. */
  readonly onDropped?: (path: string) => void
}

type Values = Readonly<Record<string, unknown>>

interface Writing {
  readonly lines: string[]
  readonly ieFlag: string | undefined
  readonly onDropped: (path: string) => void
}

/** Required elements and those that the schema of 2018 always wants are written even when they are empty. */
export const isAlwaysWritten = (field: Field): boolean => field.needed === 'save' || field.always === true

/** Rows of a section in its parent: a single part is one row. */
function rowsOf(section: Section, parent: Values): Values[] {
  const part = parent[sectionKey(section)] as Values | Values[] | undefined
  if (part === undefined) return section.min > 0 ? [{}] : []
  return Array.isArray(part) ? part : [part]
}

function writeField(writing: Writing, section: Section, field: Field, row: Values, indent: string, path: string): void {
  const key = carriedBy(section, field, writing.ieFlag)
  const value = row[key]
  const given = typeof value === 'string' ? value : ''
  const text = legalText(given)
  if (text !== given) writing.onDropped(`${path}.${key}`)
  if (text !== '') writing.lines.push(`${indent}<${field.element}>${escapeText(text)}</${field.element}>`)
  else if (isAlwaysWritten(field)) writing.lines.push(`${indent}<${field.element}/>`)
}

function writeRow(writing: Writing, section: Section, row: Values, indent: string, path: string): void {
  const inner = `${indent}  `
  writing.lines.push(`${indent}<${section.element}>`)
  for (const field of section.fields) writeField(writing, section, field, row, inner, path)
  for (const child of section.children ?? []) writeSection(writing, child, row, inner, `${path}.`)
  writing.lines.push(`${indent}</${section.element}>`)
}

function writeSection(writing: Writing, section: Section, parent: Values, indent: string, path: string): void {
  const rows = rowsOf(section, parent)
  if (rows.length === 0) return
  const key = path + sectionKey(section)
  const inner = section.wrapper === undefined ? indent : `${indent}  `
  if (section.wrapper !== undefined) writing.lines.push(`${indent}<${section.wrapper}>`)
  rows.forEach((row, at) => writeRow(writing, section, row, inner, section.max === 1 ? key : `${key}.${at}`))
  if (section.wrapper !== undefined) writing.lines.push(`${indent}</${section.wrapper}>`)
}

/**
 * The declaration as the XML that is sent: elements in the order of the field tables, empty ones left out where the
 * schema lets them be, origin and destination swapped on exports. It judges nothing: what is wrong stays visible.
 * @returns text of a UTF-8 document; the same message always gives the same text.
 */
export function writeDecMessage(message: DecMessage, options: WriteOptions = {}): string {
  const { version = defaultVersion, onDropped = () => undefined } = options
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${rootElement} xmlns="${namespace}" Version="${escapeText(version).replaceAll('"', '&quot;')}">`,
  ]
  const writing: Writing = { lines, ieFlag: message.DecHead?.IEFlag, onDropped }
  for (const section of decMessage) writeSection(writing, section, message, '  ', '')
  lines.push(`</${rootElement}>`, '')
  return lines.join('\n')
}
