import { computed, reactive, ref } from 'vue'
import { declarationStates, type DeclarationState } from '../../../domain/states/declaration.ts'
import { api, type DraftSummary, type Failure, type ListFilter } from '../../api.ts'

const pageSize = 100

export const periods = [
  { value: '', text: '不限日期' },
  { value: 'today', text: '今天' },
  { value: 'week', text: '近 7 天' },
  { value: 'month', text: '本月' },
  { value: 'last', text: '上月' },
  { value: 'own', text: '自选日期' },
] as const

const day = (date: Date): string => date.toLocaleDateString('sv')

/** First and last day of a period, yyyy-MM-dd. */
export function daysOf(period: string, now = new Date()): { from?: string; to?: string } {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()]
  if (period === 'today') return { from: day(now), to: day(now) }
  if (period === 'week') return { from: day(new Date(year, month, date - 6)), to: day(now) }
  if (period === 'month') return { from: day(new Date(year, month, 1)), to: day(now) }
  if (period === 'last') return { from: day(new Date(year, month - 1, 1)), to: day(new Date(year, month, 0)) }
  return {}
}

/** What the filter bar holds; empty texts bind nothing. */
export interface FilterState {
  text: string
  states: DeclarationState[]
  ieFlag: '' | 'I' | 'E'
  period: string
  from: string
  to: string
  marked: boolean
}

/** One page of the list, narrowed as the clerk wants. */
export function useList() {
  const filter = reactive<FilterState>({
    text: '',
    states: [],
    ieFlag: '',
    period: '',
    from: '',
    to: '',
    marked: false,
  })
  const rows = ref<DraftSummary[]>([])
  const total = ref(0)
  const more = ref(false)
  const page = ref(0)
  const trouble = ref<Failure | null>(null)
  const pages = computed(() => Math.max(1, Math.ceil(total.value / pageSize)))

  /** The filter as main takes it; what is empty binds nothing. */
  function plain(): ListFilter {
    const days = filter.period === 'own' ? { from: filter.from, to: filter.to } : daysOf(filter.period)
    return {
      ...(filter.text.trim() ? { text: filter.text.trim() } : {}),
      ...(filter.states.length ? { states: [...filter.states] } : {}),
      ...(filter.ieFlag ? { ieFlag: filter.ieFlag } : {}),
      ...(filter.marked ? { marked: true } : {}),
      ...(days.from ? { from: days.from } : {}),
      ...(days.to ? { to: days.to } : {}),
    }
  }

  /** Takes over a filter that was kept. */
  function adopt(kept: ListFilter): void {
    const own = kept.from !== undefined || kept.to !== undefined
    Object.assign(filter, {
      text: kept.text ?? '',
      states: (kept.states ?? []).filter((state) => state in declarationStates),
      ieFlag: kept.ieFlag ?? '',
      period: own ? 'own' : '',
      from: kept.from ?? '',
      to: kept.to ?? '',
      marked: kept.marked ?? false,
    })
  }

  /** Only the newest question may fill the table: a slow answer to an older one is dropped. */
  let asked = 0
  async function load(wanted = 0): Promise<void> {
    const mine = ++asked
    const answer = await api.drafts.list({ ...plain(), limit: pageSize, offset: wanted * pageSize })
    if (mine !== asked) return
    trouble.value = answer.ok ? null : answer.error
    if (!answer.ok) return
    rows.value = answer.value.rows
    total.value = answer.value.total
    more.value = answer.value.more
    page.value = wanted
    // The last row of the last page went away.
    if (rows.value.length === 0 && wanted > 0) await load(wanted - 1)
  }

  return { filter, rows, total, more, page, pages, trouble, plain, adopt, load }
}
