import type { FormBlock } from '../../domain/fields/form/layout.ts'

/** Where the form shows a path: the block, the part that may be folded, and the goods line. */
export interface FormPlace {
  readonly block: string
  readonly part: string
  readonly line: number | undefined
}

/** The block and part in which a path is edited; `undefined` for what the form does not show (signature, tax). */
export function findPlace(blocks: readonly FormBlock[], path: string): FormPlace | undefined {
  const [section = '', second = '', third = ''] = path.split('.')
  if (section === 'DecLists') return { block: 'goods', part: linePart(blocks, third), line: Number(second || 0) }
  if (section === 'EdocRealation') return { block: 'attachments', part: 'attachments', line: undefined }
  for (const { id, parts } of blocks)
    for (const part of parts) {
      if (part.kind === 'table' && part.section === section) return { block: id, part: part.id, line: undefined }
      if (part.kind !== 'fields') continue
      const found = part.fields.some(
        (field) => field.section === section && (second === '' || field.element === second),
      )
      if (found) return { block: id, part: part.id, line: undefined }
    }
  return undefined
}

/** The folded part of the line editor that holds an element; the editor itself otherwise. */
function linePart(blocks: readonly FormBlock[], element: string): string {
  const goods = blocks.flatMap(({ parts }) => parts).find((part) => part.kind === 'goods')
  const folded = goods?.parts.find((part) =>
    part.kind === 'table' ? part.section === element : part.fields.some((field) => field.element === element),
  )
  return folded?.id ?? 'goods'
}
