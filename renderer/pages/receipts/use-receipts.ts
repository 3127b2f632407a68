import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { api, type Failure } from '../../api.ts'
import { useLine } from '../../stores/line.ts'
import type { ReceiptRow } from '../../text/receipt-kind.ts'

export type Filter = 'all' | 'new' | 'refused' | 'unmatched' | 'strange'

/** How often the line is looked at while the page is open, ms: what waits changes without an event. */
const lookEvery = 3000

/** The list of the receipts with its filter, and the line, kept up to date while the page is open. */
export function useReceipts() {
  const line = useLine()
  const filter = ref<Filter>('all')
  const text = ref('')
  const rows = ref<ReceiptRow[]>([])
  const total = ref(0)
  const unmatched = ref(0)
  const active = ref(0)
  const trouble = ref<Failure | null>(null)
  const chosen = computed(() => rows.value[active.value])

  /** Only the newest question may fill the table. */
  let asked = 0
  async function list(): Promise<void> {
    const mine = ++asked
    const words = text.value.trim()
    const answer = await api.receipts.list({ filter: filter.value, limit: 200, ...(words ? { text: words } : {}) })
    if (mine !== asked) return
    if (!answer.ok) {
      trouble.value = answer.error
      return
    }
    rows.value = answer.value.rows
    total.value = answer.value.total
    unmatched.value = answer.value.unmatched
  }
  async function load(): Promise<void> {
    await Promise.all([list(), line.load()])
  }

  /** Does something, keeps its refusal, and looks again. */
  async function run(call: Promise<{ ok: true } | { ok: false; error: Failure }>): Promise<boolean> {
    const answer = await call
    trouble.value = answer.ok ? null : answer.error
    await load()
    return answer.ok
  }

  watch([filter, text], () => void list())
  const forget = api.on('filing.changed', () => void load())
  let timer = 0
  onMounted(() => {
    void load()
    timer = window.setInterval(() => void line.load(), lookEvery)
  })
  onBeforeUnmount(() => {
    forget()
    window.clearInterval(timer)
  })
  return { line, filter, text, rows, total, unmatched, active, chosen, trouble, load, run }
}
