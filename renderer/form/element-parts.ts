/**
 * 申报要素: the parts of 规格型号 in the order of the tariff, joined by `|`. The first is the brand type, the second the
 * export preference (note of DecList/GModel); the names of the others come from the tariff, where it knows them.
 */
export interface ElementPart {
  readonly label: string
  readonly table?: string
  readonly value: string
}

const sign = '|'
export const leadingParts = [
  { label: '品牌类型', table: 'brand_type' },
  { label: '出口享惠情况', table: 'export_preference' },
] as const

/** The parts of a text, at least as many as are named. Names of the tariff follow the two leading ones. */
export function splitElements(text: string, names: readonly string[] = []): ElementPart[] {
  const values = text === '' ? [] : text.split(sign)
  const count = Math.max(values.length, leadingParts.length + Math.max(names.length, 1))
  return Array.from({ length: count }, (_, at) => {
    const leading = leadingParts[at]
    const label = leading?.label ?? names[at - leadingParts.length] ?? `要素${at + 1}`
    return { label, ...(leading === undefined ? {} : { table: leading.table }), value: values[at] ?? '' }
  })
}

/** The text of the parts. The separator inside of a part becomes its full-width sister; empty parts at the end go. */
export function joinElements(values: readonly string[]): string {
  const kept = values.map((value) => value.trim().replaceAll(sign, '｜'))
  while (kept.length > 0 && kept.at(-1) === '') kept.pop()
  return kept.join(sign)
}
