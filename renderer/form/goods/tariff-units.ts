import { watch } from 'vue'
import type { CodeRow } from '../../../domain/codes/code-table.ts'
import { useDraft } from '../../stores/draft.ts'
import { useTable } from '../../ui/code-lookups.ts'
import { useFormView } from '../form-view.ts'

type Units = Readonly<Record<'FirstUnit' | 'SecondUnit', string>>
const elements = ['FirstUnit', 'SecondUnit'] as const

/** The legal units of a tariff line; nothing where it names none for this direction. */
function unitsOf(row: CodeRow | undefined, direction: 'I' | 'E'): Units | undefined {
  const more = row?.more
  if (more?.['unit1'] === undefined) return undefined
  // Some units hold for imports only (notice of 2022-06-20).
  if (direction === 'E' && more['unit_when']?.startsWith('进口') === true) return undefined
  return { FirstUnit: more['unit1'], SecondUnit: more['unit2'] ?? '' }
}

/**
 * When a commodity code is chosen, its legal units are filled: into empty fields, and over those of the code before. A
 * unit that somebody typed is never replaced (rule L04 speaks about it).
 */
export function useTariffUnits(): void {
  const draft = useDraft()
  const view = useFormView()
  const path = (element: string): string => `DecLists.${view.line.value}.${element}`
  const unitsOfCode = (code: string): Units | undefined => unitsOf(useTable('tariff')?.row(code), draft.direction)
  /** Units that were in force in the marked line before its code changed. */
  let before: { readonly line: number; readonly units: Units | undefined } | undefined

  watch(
    () => [view.line.value, draft.text(path('CodeTS'))] as const,
    ([line, code], [lineBefore, codeBefore]) => {
      if (line !== lineBefore) before = undefined
      if (line !== lineBefore || code === codeBefore || !draft.editable) return
      if (/^\d{10}$/.test(codeBefore)) before = { line, units: unitsOfCode(codeBefore) }
      const units = /^\d{10}$/.test(code) ? unitsOfCode(code) : undefined
      if (units === undefined) return
      draft.editor.apply(
        elements
          .filter((element) => {
            const now = draft.text(path(element))
            return now !== units[element] && (now === '' || now === before?.units?.[element])
          })
          .map((element) => ({ path: path(element), value: units[element] })),
      )
    },
  )
}
