import { computed, reactive, ref } from 'vue'
import { api, type Answer, type Api, type Failure, type ImportMapping } from '../../api.ts'

type Book = Answer<Api['imports']['read']>
type Preview = Answer<Api['imports']['preview']>
export type Step = 'pick' | 'map' | 'check'

/** The way of one spreadsheet from the file to a draft. What the clerk chose is kept when a step is refused. */
export function useImport() {
  const step = ref<Step>('pick')
  const busy = ref(false)
  const trouble = ref<Failure | null>(null)
  const file = ref<{ token: string; fileName: string; bytes: number } | null>(null)
  const book = ref<Book | null>(null)
  const preview = ref<Preview | null>(null)
  const choice = reactive<{
    sheet: number
    headerRow: number
    columns: Record<string, string>
    customer: string
    ieFlag: 'I' | 'E'
  }>({
    sheet: 0,
    headerRow: 0,
    columns: {},
    customer: '',
    ieFlag: 'I',
  })
  const sheet = computed(() => book.value?.sheets[choice.sheet])

  /** Runs one call at a time and shows its refusal. */
  async function ask<T>(call: Promise<{ ok: true; value: T } | { ok: false; error: Failure }>): Promise<T | undefined> {
    busy.value = true
    trouble.value = null
    const answer = await call
    busy.value = false
    if (answer.ok) return answer.value
    trouble.value = answer.error
    return undefined
  }

  function takeSheet(index: number): void {
    choice.sheet = index
    choice.headerRow = sheet.value?.headerRow ?? 0
    choice.columns = { ...sheet.value?.suggested }
  }

  const mapping = (): ImportMapping => ({
    sheet: choice.sheet,
    headerRow: choice.headerRow,
    columns: Object.fromEntries(Object.entries(choice.columns).filter(([, field]) => field !== '')),
  })

  async function pick(): Promise<void> {
    const picked = await ask(api.imports.pick({}))
    if (!picked) return
    file.value = picked
    const read = await ask(api.imports.read({ token: picked.token }))
    if (!read) return
    book.value = read
    takeSheet(read.best)
    if (read.remembered) {
      Object.assign(choice, read.remembered.mapping, { columns: { ...read.remembered.mapping.columns } })
      choice.customer = read.remembered.customer
    }
    step.value = 'map'
  }

  async function check(): Promise<void> {
    if (!file.value) return
    const shown = await ask(api.imports.preview({ token: file.value.token, mapping: mapping() }))
    if (!shown) return
    preview.value = shown
    step.value = 'check'
  }

  /** Makes the draft(s); answers the id of the first. */
  async function commit(): Promise<string | undefined> {
    if (!file.value) return undefined
    const made = await ask(
      api.imports.commit({
        token: file.value.token,
        mapping: mapping(),
        customer: choice.customer.trim(),
        ieFlag: choice.ieFlag,
      }),
    )
    return made?.ids[0]
  }

  function startOver(): void {
    step.value = 'pick'
    file.value = null
    book.value = null
    preview.value = null
    trouble.value = null
  }

  return { step, busy, trouble, file, book, preview, choice, sheet, pick, takeSheet, check, commit, startOver }
}
