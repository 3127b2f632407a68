import { decMessage } from '../fields/declaration/dec-message.ts'
import { type Field, type Section, sectionKey } from '../fields/field.ts'
import { dayOf } from './days.ts'
import { makeRule, type Report } from './make-rule.ts'
import { decimalOf, decimalPlaces } from './numbers.ts'
import { characters } from './parts.ts'
import { describePattern } from './pattern-text.ts'
import { rowName } from './row-name.ts'
import type { FieldPath, RuleContext } from './rule.ts'
import { settings } from './settings.ts'
import { eachField } from './walk.ts'

/** Parts that the program fills; the schema of the message judges them. */
const ownParts: ReadonlySet<string> = new Set(['DecSign', 'DecRisk', 'SddTax'])
const sections = decMessage.filter((section) => !ownParts.has(section.element))

/** Sections whose greatest number of rows a rule of its own judges: L01, C03, D01. */
const countedElsewhere: ReadonlySet<string> = new Set(['DecList', 'Container', 'LicenseDocu'])
/** Deductions are negative (guide item 17). */
const mayBeNegative: ReadonlySet<string> = new Set(['DecHead.OtherRate'])
/** RCEP origins that are unknown have values that no stored table lists. */
const openFields: ReadonlySet<string> = new Set(['DecList.RcepOrigPlaceCode'])
const incomplete: ReadonlySet<string> = new Set(settings.incompleteTables)

const expressions = new Map<string, RegExp>()
function matches(pattern: string, value: string): boolean {
  let expression = expressions.get(pattern)
  if (expression === undefined) expressions.set(pattern, (expression = new RegExp(`^(?:${pattern})$`)))
  return expression.test(value)
}

/** What is wrong with a number, or nothing. */
function numberFault(field: Field, value: string, negative: boolean): string | undefined {
  const number = decimalOf(value)
  if (number === undefined) return '不是数字：只用数字和小数点，不用逗号和空格'
  if (number.isNegative() && !number.isZero() && !negative) return '不能为负数'
  const places = decimalPlaces(value)
  if (field.type === 'integer' && places > 0) return '应为整数'
  if (field.decimals !== undefined && places > field.decimals) return `最多${field.decimals}位小数，现在有${places}位`
  const digits = value.replace(/\D/g, '').length
  return field.length !== undefined && digits > field.length ? `最多${field.length}位数字` : undefined
}

/** What is wrong with a day, or nothing. The message writes yyyyMMdd, a few later parts yyyy-MM-dd (length 10). */
function dayFault(field: Field, value: string): string | undefined {
  const lengths = field.length === undefined ? [8, 10] : [field.length]
  const right = field.length === 10 ? '2026-11-05' : '20261105'
  if (!lengths.includes(value.length)) return `应为${field.length ?? 8}位日期，如${right}`
  return dayOf(value) === undefined ? `没有这一天：应为实际日期，如${right}` : undefined
}

function textFault(field: Field, value: string): string | undefined {
  if (field.pattern !== undefined && !matches(field.pattern, value))
    return value.trim() !== value && matches(field.pattern, value.trim())
      ? '前后有空格，请删去'
      : describePattern(field.pattern)
  if (field.length === undefined || value.length <= field.length) return undefined
  const length = characters(value)
  return length > field.length ? `最多${field.length}个字符，现在有${length}个` : undefined
}

/** What is wrong with the form of a value, or nothing: number, day, pattern, length. */
export function formFault(field: Field, value: string, negative: boolean): string | undefined {
  if (field.type === 'decimal' || field.type === 'integer') return numberFault(field, value, negative)
  if (field.type === 'date') return dayFault(field, value)
  return field.type === 'blob' ? undefined : textFault(field, value)
}

/** Codes inside a value: several for goods attributes, the first two places of the document type. */
function codesIn(field: Field, value: string): string[] {
  if (field.table === 'goods_attr') return value.split(/[,，]/).map((code) => code.trim())
  if (field.table === 'dec_type') return [value.slice(0, 2).trim()]
  return [value]
}

/** A field of a message with its value, as the judges of this file see it. */
interface Entry {
  readonly section: Section
  readonly field: Field
  readonly path: FieldPath
  readonly value: string
  /** The field in the clerk's words, with the number of its row. */
  readonly name: () => string
}

function judgeCodes({ codes }: RuleContext, { section, field, path, value, name }: Entry, say: Report): void {
  const { table } = field
  if (table === undefined || !codes.has(table)) return
  for (const code of codesIn(field, value)) {
    if (codes.row(table, code) !== undefined) continue
    const open = incomplete.has(table) || openFields.has(`${section.element}.${field.element}`)
    if (open) say.warn(path, `${name()}“${short(code)}”不在代码表里（本表不全），请核对`)
    else say.error(path, `${name()}“${short(code)}”不在代码表里，请从代码表选择`)
  }
}

/** The start of a long value, for a sentence. */
const short = (value: string): string => (value.length > 30 ? `${value.slice(0, 30)}…` : value)

function judgeField(context: RuleContext, entry: Entry, say: Report): void {
  const { section, field, path, value, name } = entry
  const { from, until } = field
  if (until !== undefined && context.day >= until) say.error(path, `${name()}自${until}起取消，应清空`)
  if (from !== undefined && context.day < from) say.error(path, `${name()}自${from}起才有，应清空`)
  if (field.type !== 'blob' && value.trim() === '') return
  const fault = formFault(field, value, mayBeNegative.has(`${section.element}.${field.element}`))
  if (fault !== undefined) say.error(path, `${name()}“${short(value)}”${fault}`)
  else judgeCodes(context, entry, say)
}

/** FMT: lengths, patterns, decimals, real days and known codes of every field, from the field tables. */
export const format = makeRule(
  {
    id: 'FMT',
    scope: 'head',
    severity: 'error',
    source: 'field tables (current field notes, message schema of 2018) and code tables',
    confidence: 'high',
    title: '每个项目的长度、格式、小数位、日期和代码须符合填写要求',
  },
  (context, report) => {
    for (const section of sections as readonly Section[]) {
      const part = (context.message as Record<string, unknown>)[sectionKey(section)]
      const rows = Array.isArray(part) ? part.length : 0
      if (section.max !== null && section.max > 1 && rows > section.max && !countedElsewhere.has(section.element))
        report.error(sectionKey(section), `${section.label}有${rows}行，最多${section.max}行`)
    }
    eachField(sections, context.message, (field, path, value, section, row) => {
      const name = (): string => rowName(section, row) + field.label
      judgeField(context, { section, field, path, value, name }, report)
    })
  },
)
