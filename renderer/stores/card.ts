import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api, type CardStatus } from '../api.ts'

/** The card line: what main last said of reader, card, certificate and operator. */
export const useCard = defineStore('card', () => {
  const status = ref<CardStatus | null>(null)
  let listening = false

  /** Asks once and then follows the events. */
  async function follow(): Promise<void> {
    if (listening) return
    listening = true
    api.on('card.changed', (next) => {
      status.value = next
    })
    const answer = await api.card.status({})
    if (answer.ok) status.value = answer.value
  }

  return { status, follow }
})
