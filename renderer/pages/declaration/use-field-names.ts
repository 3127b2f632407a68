import { computed } from 'vue'
import { sectionKey } from '../../../domain/fields/field.ts'
import { locate } from '../../../domain/rules/field-path.ts'
import type { FormField } from '../../../domain/fields/form/layout.ts'
import { formFields } from '../../form/finding-index.ts'
import { useDraft } from '../../stores/draft.ts'
import { fieldName } from '../../text/field-name.ts'
import { useTable } from '../../ui/code-lookups.ts'
import { codeWithName } from '../../ui/code-text.ts'

/** Fields as the form of the open declaration names them, and their values with the names of their codes. */
export function useFieldNames() {
  const draft = useDraft()
  const fields = computed(() => formFields(draft.blocks))

  function fieldAt(path: string): FormField | undefined {
    const place = locate(path)
    return place && fields.value.get(`${sectionKey(place.section)}.${place.field?.element ?? ''}`)
  }
  const name = (path: string): string => fieldName(path, fieldAt(path)?.label)
  function text(path: string, value: string): string {
    const table = fieldAt(path)?.table
    return table === undefined ? value : codeWithName(value, useTable(table))
  }
  return { name, text }
}
