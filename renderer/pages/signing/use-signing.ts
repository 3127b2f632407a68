import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { api, type Answer, type Api, type DraftSummary, type Failure, type SignItem } from '../../api.ts'
import { useCard } from '../../stores/card.ts'

type SignResult = Answer<Api['signing']['sign']>['items'][number]

/** What became of one declaration, with the words by which the clerk knows it. */
export type NamedResult = SignResult & Pick<SignItem, 'title' | 'number' | 'clientSeqNo'>

/** Declarations that wait for a signature, what would be signed of each, and what became of it. */
export function useSigning() {
  const card = useCard()
  const ids = useRoute().query['ids']
  /** Those that were chosen in the list, when the clerk comes from there: the others begin unticked. */
  let picked = typeof ids === 'string' ? new Set(ids.split(',')) : undefined
  const rows = ref<DraftSummary[]>([])
  const held = ref<DraftSummary[]>([])
  const items = ref<SignItem[]>([])
  const against = ref<string[]>([])
  const cautions = ref<string[]>([])
  /** What the clerk unticked stays so, whatever happens to the card meanwhile. */
  const unticked = ref(new Set<string>())
  const shown = ref('')
  const results = ref<NamedResult[]>([])
  const busy = ref(false)
  const trouble = ref<Failure | null>(null)
  const current = computed(() => items.value.find((item) => item.id === shown.value))
  const isChosen = (item: SignItem): boolean => !item.refusals.length && !unticked.value.has(item.id)
  const toSign = computed(() => (against.value.length ? [] : items.value.filter(isChosen)))

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
    items.value = prepared.value.items
    against.value = prepared.value.against
    cautions.value = prepared.value.cautions
    card.status = prepared.value.card
    if (picked) {
      const others = items.value.filter(({ id }) => !picked?.has(id))
      unticked.value = new Set(others.map(({ id }) => id))
      picked = undefined
    }
    if (!items.value.some((item) => item.id === shown.value)) shown.value = items.value[0]?.id ?? ''
  }

  /** Another card, or the same one back: what stands against each declaration may be different now. */
  watch(
    () => [card.status?.state ?? '', card.status?.cardNo ?? ''].join(' '),
    () => {
      if (!busy.value && rows.value.length > 0) void load()
    },
  )

  function toggle(id: string): void {
    const next = new Set(unticked.value)
    if (!next.delete(id)) next.add(id)
    unticked.value = next
  }

  /** Ticks all that can be signed, or none. */
  function toggleAll(): void {
    const all = items.value.every((item) => item.refusals.length > 0 || isChosen(item))
    unticked.value = new Set(all ? items.value.map(({ id }) => id) : [])
  }

  /** Signs what is ticked with the card that is shown. The PIN bytes are zeroed here whatever comes back. */
  async function sign(pin: Uint8Array<ArrayBuffer>, cardNo: string): Promise<void> {
    busy.value = true
    trouble.value = null
    results.value = []
    const batch = toSign.value
    const wanted = batch.map(({ id, digest }) => ({ id, digest }))
    const answer = await api.signing.sign({ items: wanted, pin, cardNo })
    pin.fill(0)
    busy.value = false
    if (answer.ok) {
      const named = new Map(batch.map(({ id, title, number, clientSeqNo }) => [id, { title, number, clientSeqNo }]))
      results.value = answer.value.items.map((item) => ({
        title: '',
        number: '',
        clientSeqNo: '',
        ...named.get(item.id),
        ...item,
      }))
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

  return {
    card,
    rows,
    held,
    items,
    against,
    cautions,
    shown,
    current,
    toSign,
    results,
    busy,
    trouble,
    isChosen,
    load,
    toggle,
    toggleAll,
    sign,
    submit,
  }
}
