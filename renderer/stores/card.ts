import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api, type CardStatus, type Failure } from '../api.ts'

/** The card line: what main last said of reader, card, certificate and operator. */
export const useCard = defineStore('card', () => {
  const status = ref<CardStatus | null>(null)
  /** Every reader with a card whose holder is known. */
  const cards = ref<CardStatus[]>([])
  let listening = false

  /** Asks once and then follows the events. */
  async function follow(): Promise<void> {
    if (listening) return
    listening = true
    api.on('card.changed', (next) => {
      status.value = next
      void look()
    })
    const answer = await api.card.status({})
    if (answer.ok) status.value = answer.value
    await look()
  }

  async function look(): Promise<void> {
    const answer = await api.card.list({})
    if (answer.ok) cards.value = answer.value.cards.filter(({ cardNo }) => cardNo !== '')
  }

  /** Whose card speaks where several lie in the readers. */
  async function choose(cardNo: string): Promise<void> {
    const answer = await api.card.choose({ cardNo })
    if (answer.ok) status.value = answer.value
  }

  /** The one button of the line: looks again at what does not work. */
  async function refresh(): Promise<void> {
    const answer = await api.card.refresh({})
    if (answer.ok) status.value = answer.value
  }

  /** Changes the PIN; the bytes are zeroed here whatever comes back. */
  async function changePin(
    cardNo: string,
    old: Uint8Array<ArrayBuffer>,
    next: Uint8Array<ArrayBuffer>,
  ): Promise<Failure | null> {
    const answer = await api.card.changePin({ old, next, cardNo })
    old.fill(0)
    next.fill(0)
    if (!answer.ok) return answer.error
    status.value = answer.value
    return null
  }

  return { status, cards, follow, refresh, choose, changePin }
})
