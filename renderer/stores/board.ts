import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { DeclarationState } from '../../domain/states/declaration.ts'
import { api, type DraftSummary, type Failure } from '../api.ts'

type Counts = Partial<Record<DeclarationState, number>>

/** Today's board: how many declarations stand where, what was refused and why, what was worked on last. */
export const useBoard = defineStore('board', () => {
  const counts = ref<Counts>({})
  const today = ref<Counts>({})
  const recent = ref<DraftSummary[]>([])
  const refused = ref<{ row: DraftSummary; reason: string }[]>([])
  const trouble = ref<Failure | null>(null)
  const loaded = ref(false)
  let listening = false

  async function reasonOf(row: DraftSummary): Promise<{ row: DraftSummary; reason: string }> {
    const answer = await api.filing.timeline({ id: row.id })
    if (!answer.ok) return { row, reason: answer.error.what }
    const last = answer.value.entries.findLast((entry) => entry.kind === 'receipt' || entry.kind === 'trouble')
    return { row, reason: last ? last.note || last.title : '' }
  }

  async function load(): Promise<void> {
    const [board, list] = await Promise.all([
      api.drafts.board({}),
      api.drafts.list({ states: ['refused', 'unknown'], limit: 5 }),
    ])
    loaded.value = true
    if (!board.ok) {
      trouble.value = board.error
      return
    }
    trouble.value = null
    counts.value = board.value.counts
    today.value = board.value.today
    recent.value = board.value.recent
    refused.value = list.ok ? await Promise.all(list.value.rows.map(reasonOf)) : []
  }

  /** Loads now and again whenever a filing or a draft changes. */
  function follow(): void {
    if (listening) return
    listening = true
    api.on('filing.changed', () => void load())
    api.on('drafts.changed', () => void load())
  }

  return { counts, today, recent, refused, trouble, loaded, load, follow }
})
