import * as fc from 'fast-check'
import { decMessage, type DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { sectionKey, type Field, type Section } from '../../../domain/fields/field.ts'

/** Characters that break careless writers: markup, quotes, breaks, wide and rare characters, illegal ones. */
const nasty = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '\r',
  '\n',
  '\t',
  ' ',
  '　',
  '\u0000',
  '\u000b',
  '\ufffe',
  '\ud800',
  '𠮷',
  '品',
  'é',
]
const piece = fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 6 }), fc.stringMatching(/^[0-9A-Z.]{1,8}$/))

/** Any text that the form may hold in the field, right or wrong. */
const anyText = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))

/** A value that fits the field's type, length and pattern. */
function fitting(field: Field): fc.Arbitrary<string> {
  if (field.pattern !== undefined) return fc.stringMatching(new RegExp(`^${field.pattern}$`))
  const { length = 8, decimals = 0 } = field
  if (field.type === 'integer') return fc.stringMatching(new RegExp(`^[1-9][0-9]{0,${length - 1}}$`))
  if (field.type === 'decimal')
    return fc.stringMatching(new RegExp(`^[1-9][0-9]{0,${length - decimals - 1}}(\\.[0-9]{1,${decimals}})?$`))
  if (field.type === 'date') return fc.constantFrom('20261110', '2026-11-10')
  if (field.type === 'datetime') return fc.constant('2026111012000000')
  if (field.type === 'blob')
    return fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes).toString('base64'))
  return fc
    .array(fc.constantFrom('品', '甲', 'A', 'z', '0', '9', ' ', '&', '<', '|', '、', '𠮷'), {
      minLength: 1,
      maxLength: length,
    })
    .map((characters) => characters.join('').trim() || '0')
}

interface Kind {
  /** Value of one field. */
  readonly value: (field: Field) => fc.Arbitrary<string>
  /** Fields that must have a value. */
  readonly must: (field: Field) => boolean
  readonly rows: number
}

const sections = (list: readonly Section[], kind: Kind): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(
    list.map((section) => {
      const row = rowOf(section, kind)
      const rows = fc.array(row, { minLength: 1, maxLength: Math.min(kind.rows, section.max ?? kind.rows) })
      return [sectionKey(section), section.max === 1 ? row : rows]
    }),
  )

function rowOf(section: Section, kind: Kind): fc.Arbitrary<unknown> {
  const must = section.fields.filter(kind.must).map((field) => field.element)
  const parts = {
    ...Object.fromEntries(section.fields.map((field) => [field.element, kind.value(field)])),
    ...sections(section.children ?? [], kind),
  }
  return fc.record(parts, { requiredKeys: must })
}

const messageOf = (kind: Kind): fc.Arbitrary<DecMessage> =>
  fc.record(sections(decMessage, kind), {
    requiredKeys: decMessage.filter((section) => section.min > 0).map(sectionKey),
  })

/** Any declaration that a draft may hold: some fields, any texts, imports and exports. */
export const anyMessage = messageOf({
  value: (field) => (field.element === 'IEFlag' ? fc.constantFrom('I', 'E', '') : anyText),
  must: () => false,
  rows: 3,
})

/**
 * A declaration whose every value fits its field and that has all that saving needs. On exports the element
 * DestinationCountry, which saving needs, carries the origin: so both countries are given.
 */
export const fittingMessage = messageOf({
  value: fitting,
  must: (field) => field.needed === 'save' || field.element === 'OriginCountry',
  rows: 2,
})
