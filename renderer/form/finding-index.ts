import type { FormBlock, FormField, FormPart } from '../../domain/fields/form/layout.ts'
import type { Finding, Severity } from '../../domain/rules/rule.ts'

/** Findings as the form needs them: by path, and counted. */
export const findingKey = (finding: Finding): string => `${finding.rule}|${finding.path}`

/** The findings of each path. */
export function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const paths = new Map<string, Finding[]>()
  for (const finding of findings) {
    const known = paths.get(finding.path)
    if (known === undefined) paths.set(finding.path, [finding])
    else known.push(finding)
  }
  return paths
}

/** The findings of a path that nobody has accepted. */
export const openFindings = (
  {
    atPath,
    accepted,
  }: { readonly atPath: ReadonlyMap<string, readonly Finding[]>; readonly accepted: Readonly<Record<string, string>> },
  path: string,
): readonly Finding[] => (atPath.get(path) ?? []).filter((finding) => accepted[findingKey(finding)] === undefined)

/** The gravest severity of some findings. */
export function worst(findings: readonly Pick<Finding, 'severity'>[]): Severity | undefined {
  if (findings.some(({ severity }) => severity === 'error')) return 'error'
  return findings.some(({ severity }) => severity === 'warn') ? 'warn' : findings[0]?.severity
}

/** The place after `current` in a list that starts again at its end; `step` -1 goes back. */
export function nextIndex(length: number, current: number, step: 1 | -1): number {
  if (length === 0) return -1
  return current < 0 ? (step === 1 ? 0 : length - 1) : (current + step + length) % length
}

function fieldsOf(part: FormPart): readonly FormField[] {
  if (part.kind === 'fields') return part.fields
  if (part.kind === 'table') return [...part.columns, ...part.details]
  if (part.kind === 'attachments') return part.fields
  return [...part.fields, ...part.parts.flatMap(fieldsOf), ...part.vehicles.columns]
}

/** The fields of a form by `section.element`; what several of them share has no field of its own. */
export const formFields = (blocks: readonly FormBlock[]): Map<string, FormField> =>
  new Map(
    blocks
      .flatMap(({ parts }) => parts.flatMap(fieldsOf))
      .filter(({ slice }) => slice === undefined)
      .map((field) => [`${field.section}.${field.element}`, field]),
  )

/** Place of each field on the form, by `section.element`. */
export function formOrder(blocks: readonly FormBlock[]): Map<string, number> {
  const order = new Map<string, number>()
  const fields = blocks.flatMap(({ parts }) => parts.flatMap(fieldsOf))
  fields.forEach(({ section, element }, at) => {
    const key = `${section}.${element}`
    if (!order.has(key)) order.set(key, at)
  })
  return order
}

/** Findings in the order in which the form shows their fields; of several goods lines, line by line. */
export function inFormOrder(findings: readonly Finding[], order: ReadonlyMap<string, number>): Finding[] {
  const goods = order.get('DecLists.ContrItem') ?? 0
  const place = ({ path }: Finding): [number, number, number] => {
    const names = path.split('.')
    const [section = '', row = ''] = names
    const own =
      order.get(`${section}.${names.at(-1) ?? ''}`) ?? order.get(`${names.at(-3) ?? ''}.${names.at(-1) ?? ''}`)
    const at = own ?? order.size
    return section === 'DecLists' ? [goods, Number(row || -1), at] : [at, Number(/^\d+$/.test(row) ? row : 0), 0]
  }
  return findings
    .map((finding) => ({ finding, place: place(finding) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2])
    .map(({ finding }) => finding)
}

/** A group of the list beside the form. */
export interface FindingGroup {
  readonly tone: 'error' | 'warn' | 'info' | 'accepted'
  readonly title: string
  readonly list: readonly Finding[]
}
