import { inject, provide, type InjectionKey } from 'vue'
import type { Finding } from '../../domain/rules/rule.ts'
import { useDraft } from '../stores/draft.ts'
import type { DraftEditor } from './draft-editor.ts'
import type { DraftSaver } from './draft-saver.ts'
import type { Tree } from './paths.ts'

/** What the fields edit: a declaration, or the text of a preparation. */
export interface FormSource {
  readonly editable: boolean
  readonly visited: Set<string>
  readonly atPath: ReadonlyMap<string, readonly Finding[]>
  /** Yellow findings that the clerk accepted. */
  readonly accepted: Readonly<Record<string, string>>
  readonly editor: DraftEditor
  readonly saver: Pick<DraftSaver, 'flush'>
  readonly text: (path: string) => string
  readonly rows: (path: string) => Tree[]
}

const key: InjectionKey<FormSource> = Symbol('form source')

/** The fields inside of this component edit another text than the open declaration. */
export const provideFormSource = (source: FormSource): void => provide(key, source)

/** The text around; the open declaration where nothing else was given. */
export const useFormSource = (): FormSource => inject(key, () => useDraft(), true)
