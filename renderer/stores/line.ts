import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api, type Answer, type Api, type Failure } from '../api.ts'

/** What is on its way out, what is late, and what came: for the board and the page of the receipts. */
export const useLine = defineStore('line', () => {
  const view = ref<Answer<Api['outbox']['view']> | null>(null)
  const late = ref<Answer<Api['receipts']['late']>>([])
  const digest = ref<Answer<Api['receipts']['digest']> | null>(null)
  const trouble = ref<Failure | null>(null)

  async function load(): Promise<void> {
    const [line, waiting, news] = await Promise.all([
      api.outbox.view({}),
      api.receipts.late({}),
      api.receipts.digest({}),
    ])
    trouble.value = line.ok ? null : line.error
    if (line.ok) view.value = line.value
    if (waiting.ok) late.value = waiting.value
    if (news.ok) digest.value = news.value
  }

  /** The clerk has looked at everything that came. */
  async function seen(): Promise<void> {
    if (!digest.value) return
    await api.receipts.seen({ upTo: digest.value.upTo })
    await load()
  }

  return { view, late, digest, trouble, load, seen }
})
