import { decMessage } from '../fields/declaration/dec-message.ts'
import { unstatedMax, type Field, type Section } from '../fields/field.ts'
import { longestVersion, namespace, rootElement } from './envelope.ts'
import { isAlwaysWritten } from './write.ts'
import { escapeText } from './xml-text.ts'

/** A date without a stated form: the notes show both. */
const dayPattern = '[0-9]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}'
const momentPattern = '[0-9]{14,16}'
const base64Pattern = '[A-Za-z0-9+/=\\s]+'

const pattern = (regex: string): string => `<xs:pattern value="${escapeText(regex).replaceAll('"', '&quot;')}"/>`

/** Name and facets of the simple type of a field; equal types share a name where it says all of them. */
function typeOf(field: Field): { readonly name?: string; readonly base: string; readonly facets: string } {
  const { length, decimals = 0 } = field
  if (field.pattern !== undefined) return { base: 'xs:string', facets: pattern(field.pattern) }
  switch (field.type) {
    case 'integer':
      return {
        name: `integer-${length}`,
        base: 'xs:integer',
        facets: `<xs:totalDigits value="${length}"/>` + pattern('-?[0-9]+'),
      }
    case 'decimal':
      return {
        name: `decimal-${length}-${decimals}`,
        base: 'xs:decimal',
        facets: `<xs:totalDigits value="${length}"/><xs:fractionDigits value="${decimals}"/>${pattern('-?[0-9]+(\\.[0-9]+)?')}`,
      }
    case 'date':
      return { name: 'day', base: 'xs:string', facets: pattern(dayPattern) }
    case 'datetime':
      return { name: 'moment', base: 'xs:string', facets: pattern(momentPattern) }
    case 'blob':
      return { name: 'base64', base: 'xs:string', facets: pattern(base64Pattern) }
    case 'string':
      return {
        name: `text-${length}`,
        base: 'xs:string',
        facets: `<xs:minLength value="1"/><xs:maxLength value="${length}"/>`,
      }
  }
}

const restriction = (base: string, facets: string): string =>
  `<xs:restriction base="${base}">${facets}</xs:restriction>`

/**
 * Elements that may be empty: all that the writer writes empty and saving does not need. They are a union with the
 * type `empty`, so that a filled value is still judged by its own type.
 */
const mayBeEmpty = (field: Field): boolean => field.always === true && field.needed !== 'save'

function elementOf(field: Field, indent: string): string {
  const { name, base, facets } = typeOf(field)
  const least = isAlwaysWritten(field) ? '' : ' minOccurs="0"'
  const start = `${indent}<xs:element name="${field.element}"${least}`
  const remark = ` <!-- ${field.label.replaceAll('--', '- -')} -->`
  const union = (members: string, inline: string): string =>
    `${start}><xs:simpleType><xs:union memberTypes="${members}">${inline}</xs:union></xs:simpleType></xs:element>${remark}`
  if (mayBeEmpty(field)) {
    return name === undefined
      ? union('dec:empty', `<xs:simpleType>${restriction(base, facets)}</xs:simpleType>`)
      : union(`dec:${name} dec:empty`, '')
  }
  return name === undefined
    ? `${start}><xs:simpleType>${restriction(base, facets)}</xs:simpleType></xs:element>${remark}`
    : `${start} type="dec:${name}"/>${remark}`
}

/** Where the notes state no limit, the one of the form holds: it keeps a flood of rows from the validator. */
const occurs = (min: number, max: number | null): string =>
  `${min === 1 ? '' : ` minOccurs="${min}"`}${max === 1 ? '' : ` maxOccurs="${max ?? unstatedMax}"`}`

function complex(start: string, indent: string, content: readonly string[]): string[] {
  return [
    `${indent}${start}>`,
    `${indent}  <xs:complexType>`,
    `${indent}    <xs:sequence>`,
    ...content,
    `${indent}    </xs:sequence>`,
    `${indent}  </xs:complexType>`,
    `${indent}</xs:element>`,
  ]
}

function sectionLines(section: Section, indent: string): string[] {
  const wrapped = section.wrapper !== undefined
  const own = wrapped ? `${indent}      ` : indent
  const inner = `${own}      `
  const content = [
    ...section.fields.map((field) => elementOf(field, inner)),
    ...(section.children ?? []).flatMap((child) => sectionLines(child, inner)),
  ]
  const start = `<xs:element name="${section.element}"${occurs(wrapped ? 0 : section.min, section.max)}`
  const rows = [`${own}<!-- ${section.label} -->`, ...complex(start, own, content)]
  return wrapped ? complex(`<xs:element name="${section.wrapper}" minOccurs="0"`, indent, rows) : rows
}

function namedTypes(sections: readonly Section[], found: Map<string, string>): Map<string, string> {
  for (const section of sections) {
    for (const field of section.fields) {
      const { name, base, facets } = typeOf(field)
      if (name !== undefined) found.set(name, restriction(base, facets))
    }
    namedTypes(section.children ?? [], found)
  }
  return found
}

/** The schema of the message, made from the field tables: strict sequence, lengths, digits and patterns. */
export function decMessageXsd(): string {
  const types = [...namedTypes(decMessage, new Map())].sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!-- Made from domain/fields by domain/message/xsd.ts; do not edit by hand. -->',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:dec="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">`,
    `  <xs:simpleType name="empty">${restriction('xs:string', '<xs:length value="0"/>')}</xs:simpleType>`,
    ...types.map(([name, body]) => `  <xs:simpleType name="${name}">${body}</xs:simpleType>`),
    `  <xs:element name="${rootElement}">`,
    '    <xs:complexType>',
    '      <xs:sequence>',
    ...decMessage.flatMap((section) => sectionLines(section, '        ')),
    '      </xs:sequence>',
    `      <xs:attribute name="Version" use="required"><xs:simpleType>${restriction('xs:string', `<xs:minLength value="1"/><xs:maxLength value="${longestVersion}"/>`)}</xs:simpleType></xs:attribute>`,
    '    </xs:complexType>',
    '  </xs:element>',
    '</xs:schema>',
  ]
  return `${lines.join('\n')}\n`
}
