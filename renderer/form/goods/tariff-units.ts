import { watch } from 'vue'
import { useDraft } from '../../stores/draft.ts'
import { useTable } from '../../ui/code-lookups.ts'
import { useFormView } from '../form-view.ts'

/**
 * When a commodity code is chosen, the legal units that the tariff knows for it are filled into empty unit fields.
 * The practice tariff knows few; a unit that somebody typed is never replaced (rule L04 speaks about it).
 */
export function useTariffUnits(): void {
  const draft = useDraft()
  const view = useFormView()
  const path = (element: string): string => `DecLists.${view.line.value}.${element}`

  watch(
    () => [view.line.value, draft.text(path('CodeTS'))] as const,
    ([line, code], [lineBefore, codeBefore]) => {
      if (line !== lineBefore || code === codeBefore || !/^\d{10}$/.test(code) || !draft.editable) return
      const more = useTable('tariff')?.row(code)?.more
      const forImports = more?.['unit_when']?.startsWith('进口') ?? false
      if (more === undefined || (forImports && draft.direction !== 'I')) return
      draft.editor.apply(
        [
          { path: path('FirstUnit'), value: more['unit1'] ?? '' },
          { path: path('SecondUnit'), value: more['unit2'] ?? '' },
        ].filter(({ path: unit, value }) => value !== '' && draft.text(unit) === ''),
      )
    },
  )
}
