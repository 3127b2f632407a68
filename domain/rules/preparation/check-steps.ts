import type { Step, StepField, StepPart } from '../../fields/step.ts'
import { codesOf, partOf, rowsOf } from '../../fields/step-text.ts'
import { formFault } from '../format.ts'
import { filled } from '../parts.ts'
import type { FieldPath, Finding } from '../rule.ts'
import { numberFault } from './number-fault.ts'
import { runRule, type StepContext, type StepRule } from './step-rule.ts'

type Values = Readonly<Record<string, string>>

/** Code tables that are not complete: an unknown code only warns (codes/README). */
const incomplete: ReadonlySet<string> = new Set(['customs_district', 'admin_division', 'currency'])

function codeFault(field: StepField, value: string, context: StepContext): string | undefined {
  const known = (code: string): boolean => {
    if (field.choices !== undefined) return field.choices.some((choice) => choice.code === code)
    return (
      field.table === undefined || !context.codes.has(field.table) || context.codes.row(field.table, code) !== undefined
    )
  }
  const unknown = (field.several ? codesOf(value) : [value]).filter((code) => !known(code))
  return unknown.length === 0 ? undefined : `${unknown.join('、')} 不在可选范围内`
}

function checkField(field: StepField, path: FieldPath, row: Values, context: StepContext): Finding[] {
  const value = row[field.element] ?? ''
  const finding = (rule: string, severity: Finding['severity'], text: string): Finding[] => [
    { rule, severity, path, text: `${field.label}：${text}` },
  ]
  if (!filled(value))
    return field.needed === undefined ? [] : finding('P01', 'error', field.locked ? '还算不出来' : '必填')
  const form = formFault(field, value, false)
  if (form !== undefined) return finding('P02', 'error', form)
  const code = codeFault(field, value, context)
  if (code !== undefined) return finding('P03', incomplete.has(field.table ?? '') ? 'warn' : 'error', code)
  const number = numberFault(field, value, row)
  return number === undefined ? [] : finding('P04', number.stops ? 'error' : 'warn', number.text)
}

function checkTable({ section, title, fields, min = 0, max }: StepPart, context: StepContext): Finding[] {
  const rows = rowsOf(context.text, section)
  const count = (text: string): Finding => ({ rule: 'P05', severity: 'error', path: section, text })
  return [
    ...(rows.length < min ? [count(`${title}：至少填 ${min} 行`)] : []),
    ...(max !== undefined && rows.length > max ? [count(`${title}：最多 ${max} 行，现在有 ${rows.length} 行`)] : []),
    ...rows.flatMap((row, at) =>
      fields.flatMap((field) =>
        checkField(field, `${section}.${at}.${field.element}`, row, context).map((finding) => ({
          ...finding,
          text: `第${at + 1}行${finding.text}`,
        })),
      ),
    ),
  ]
}

const checkPart = (part: StepPart, context: StepContext): Finding[] =>
  part.kind === 'table'
    ? checkTable(part, context)
    : part.fields.flatMap((field) =>
        checkField(field, `${part.section}.${field.element}`, partOf(context.text, part.section), context),
      )

/**
 * Everything that is wrong with the text of a preparation: first each field by its definition (P01 needed, P02 form,
 * P03 code, P04 check digit, P05 rows), then the rules of the preparation. In the order of the steps.
 */
export function checkSteps(steps: readonly Step[], rules: readonly StepRule[], context: StepContext): Finding[] {
  const found = [
    ...steps.flatMap(({ parts }) => parts.flatMap((part) => checkPart(part, context))),
    ...rules.flatMap((rule) => runRule(rule, context)),
  ]
  const order = stepOrder(steps)
  return found
    .map((finding) => ({ finding, place: placeOf(finding.path, order) }))
    .sort((a, b) => a.place - b.place)
    .map(({ finding }) => finding)
}

/** Place of each field in the wizard, by `section.element`; rows count after the fields of their table. */
function stepOrder(steps: readonly Step[]): Map<string, number> {
  const order = new Map<string, number>()
  for (const { parts } of steps)
    for (const { section, fields } of parts) {
      if (!order.has(section)) order.set(section, order.size)
      for (const { element } of fields) order.set(`${section}.${element}`, order.size)
    }
  return order
}

function placeOf(path: FieldPath, order: ReadonlyMap<string, number>): number {
  const [section = '', second = '', third] = path.split('.')
  if (third === undefined) return (order.get(path) ?? order.get(section) ?? order.size) * 1000
  return (order.get(section) ?? order.size) * 1000 + Number(second) + (order.get(`${section}.${third}`) ?? 0) / 1000
}

/** Id of the step that holds a path, or the first one. */
export const stepOfPath = (steps: readonly Step[], path: FieldPath): string => {
  const [section = '', second = '', third] = path.split('.')
  const element = third ?? second
  const holds = ({ parts }: Step, exact: boolean): boolean =>
    parts.some((part) => part.section === section && (!exact || part.fields.some((field) => field.element === element)))
  const step = steps.find((each) => holds(each, true)) ?? steps.find((each) => holds(each, false))
  return (step ?? steps[0])?.id ?? ''
}
