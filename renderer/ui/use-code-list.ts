import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { CodeRow } from '../../domain/codes/code-table.ts'
import type { LoadedTable } from './code-lookups.ts'
import { recentCodes } from './recent-codes.ts'

/** Longest list of hits; who needs more types one more letter. */
const mostHits = 200
const page = 10

export interface CodeListState {
  readonly open: Ref<boolean>
  readonly rows: ComputedRef<readonly CodeRow[]>
  readonly active: Ref<number>
  /** How many of the first rows were chosen lately. */
  readonly recent: ComputedRef<number>
  readonly current: ComputedRef<CodeRow | undefined>
  /** Opens with what fits the text; an empty text lists everything, the given code marked. */
  show(text: string, code?: string): void
  hide(): void
  /** Moves the mark by a key; `true` when the key was one for the list. */
  move(key: string): boolean
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }

/** What the list of a code field shows, and which row is marked. */
export function useCodeList(table: () => LoadedTable | undefined, recentKey: () => string): CodeListState {
  const open = ref(false)
  const text = shallowRef('')
  const active = ref(0)

  const latest = computed(() => {
    const known = table()
    if (known === undefined || text.value !== '') return []
    return recentCodes(recentKey()).flatMap((code) => known.row(code) ?? [])
  })
  const rows = computed(() => {
    const known = table()
    if (!open.value || known === undefined) return []
    if (text.value !== '') return known.lookup().find(text.value, mostHits)
    const first = new Set(latest.value)
    return [...first, ...known.table.rows.filter((row) => !first.has(row) && row.code !== '')]
  })

  return {
    open,
    rows,
    active,
    recent: computed(() => latest.value.length),
    current: computed(() => rows.value[active.value]),
    show(typed, code) {
      text.value = typed.trim()
      open.value = true
      active.value =
        code === undefined
          ? 0
          : Math.max(
              0,
              rows.value.findIndex((row) => row.code === code),
            )
    },
    hide: () => (open.value = false),
    move(key) {
      const step = steps[key]
      if (step === undefined || rows.value.length === 0) return false
      active.value = Math.max(0, Math.min(active.value + step, rows.value.length - 1))
      return true
    },
  }
}
