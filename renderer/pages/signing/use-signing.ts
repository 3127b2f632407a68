import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { api, type Answer, type Api, type DraftSummary, type Failure, type SignItem } from '../../api.ts'
import { useCard } from '../../stores/card.ts'

type SignResult = Answer<Api['signing']['sign']>['items'][number]

/** Ids of what nothing stands against. */
const toSignable = (items: readonly SignItem[]): string[] =>
  items.filter((item) => !item.refusals.length).map((item) => item.id)

/** Declarations that wait for a signature, what would be signed of each, and what became of it. */
export function useSigning() {
  const card = useCard()
  const ids = useRoute().query['ids']
  const wanted = typeof ids === 'string' ? new Set(ids.split(',')) : undefined
  const rows = ref<DraftSummary[]>([])
  const held = ref<DraftSummary[]>([])
  const items = ref<SignItem[]>([])
  const chosen = ref(new Set<string>())
  const shown = ref('')
  const results = ref<SignResult[]>([])
  const busy = ref(false)
  const trouble = ref<Failure | null>(null)
  const current = computed(() => items.value.find((item) => item.id === shown.value))
  const toSign = computed(() => items.value.filter((item) => chosen.value.has(item.id) && !item.refusals.length))

  async function load(): Promise<void> {
    const answer = await api.drafts.list({ states: ['ready', 'queued'], limit: 200 })
    if (!answer.ok) {
      trouble.value = answer.error
      return
    }
    rows.value = answer.value.rows.filter((row) => row.state === 'ready')
    held.value = answer.value.rows.filter((row) => row.state === 'queued')
    if (!rows.value.length) {
      items.value = []
      return
    }
    const prepared = await api.signing.prepare({ ids: rows.value.map((row) => row.id) })
    if (!prepared.ok) {
      trouble.value = prepared.error
      return
    }
    // What the clerk unticked stays so; what could not be signed before and can now is ticked.
    const unticked = new Set(toSignable(items.value).filter((id) => !chosen.value.has(id)))
    items.value = prepared.value.items
    card.status = prepared.value.card
    // Those that were chosen in the list, when the clerk comes from there; else all.
    const mine = (id: string): boolean => wanted === undefined || wanted.has(id)
    chosen.value = new Set(toSignable(items.value).filter((id) => !unticked.has(id) && mine(id)))
    if (!items.value.some((item) => item.id === shown.value)) shown.value = items.value[0]?.id ?? ''
  }

  /** Another card, or the same one back: what stands against each declaration may be different now. */
  watch(
    () => [card.status?.state === 'ready', card.status?.cardNo ?? ''].join(' '),
    () => {
      if (!busy.value && rows.value.length > 0) void load()
    },
  )

  function toggle(id: string): void {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
  }

  /** Signs what is ticked. The PIN bytes are zeroed here whatever comes back. */
  async function sign(pin: Uint8Array<ArrayBuffer>): Promise<void> {
    busy.value = true
    trouble.value = null
    results.value = []
    const answer = await api.signing.sign({ items: toSign.value.map(({ id, digest }) => ({ id, digest })), pin })
    pin.fill(0)
    busy.value = false
    if (answer.ok) {
      results.value = answer.value.items
      card.status = answer.value.card
    } else trouble.value = answer.error
    await load()
  }

  /** Hands everything that is signed to the outbox; answers the first of it. */
  async function submit(): Promise<string | undefined> {
    const first = held.value[0]?.id
    const answer = await api.filing.submit({ ids: held.value.map((row) => row.id) })
    if (answer.ok) return first
    trouble.value = answer.error
    return undefined
  }

  return { card, rows, held, items, chosen, shown, current, toSign, results, busy, trouble, load, toggle, sign, submit }
}
