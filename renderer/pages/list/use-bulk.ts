import { computed, ref, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { api, type DraftSummary, type Result } from '../../api.ts'
import { showDone, showFailure } from '../../ui/toasts.ts'

/** What is done with many declarations at once: those that are ticked, else the one with the cursor. */
export function useBulk(rows: Ref<DraftSummary[]>, active: Ref<number>, reload: () => Promise<void>) {
  const router = useRouter()
  const ticked = ref(new Set<string>())
  const chosen = computed(() => {
    const some = rows.value.filter((row) => ticked.value.has(row.id))
    const here = rows.value[active.value]
    return some.length > 0 ? some : here === undefined ? [] : [here]
  })
  const ids = (): string[] => chosen.value.map(({ id }) => id)
  const all = (state: string): boolean => chosen.value.length > 0 && chosen.value.every((row) => row.state === state)

  function tick(id: string): void {
    const next = new Set(ticked.value)
    if (!next.delete(id)) next.add(id)
    ticked.value = next
  }
  /** Ticks the whole page, or nothing when it is ticked already. */
  function tickPage(): void {
    const every = rows.value.every(({ id }) => ticked.value.has(id))
    ticked.value = new Set(every ? [] : rows.value.map(({ id }) => id))
  }
  const clear = (): void => void (ticked.value = new Set())

  function told<T>(answer: Result<T>): T | undefined {
    if (answer.ok) return answer.value
    showFailure(answer.error)
    return undefined
  }

  async function mark(): Promise<void> {
    const marked = chosen.value.some((row) => !row.marked)
    if (told(await api.lists.mark({ ids: ids(), marked })) === undefined) return
    showDone(marked ? `已标记 ${chosen.value.length} 票` : `已取消标记 ${chosen.value.length} 票`)
    await reload()
  }
  async function submit(): Promise<void> {
    const done = told(await api.filing.submit({ ids: ids() }))
    if (done === undefined) return
    showDone(`已提交 ${done.queued} 票`)
    clear()
    await reload()
  }
  const sign = () => router.push({ name: 'signing', query: { ids: ids().join(',') } })
  async function pack(what: 'messages' | 'prints'): Promise<void> {
    const done = told(await api.exchange.exportZip({ ids: ids(), what }))
    if (done?.saved) showDone(`已导出 ${done.count} 票`)
  }

  return { ticked, chosen, all, tick, tickPage, clear, mark, submit, sign, pack }
}
