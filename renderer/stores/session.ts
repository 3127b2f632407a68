import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, type Failure, type Session } from '../api.ts'

/** Who is logged in at the portal. */
export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const trouble = ref<Failure | null>(null)
  const isAdministrator = computed(() => session.value?.role === 'administrator')

  async function load(): Promise<void> {
    const answer = await api.account.session({})
    trouble.value = answer.ok ? null : answer.error
    if (answer.ok) session.value = answer.value
  }

  async function logout(): Promise<void> {
    const answer = await api.account.logout({})
    trouble.value = answer.ok ? null : answer.error
    if (answer.ok) session.value = null
  }

  const enter = (next: Session): void => void (session.value = next)

  return { session, trouble, isAdministrator, load, logout, enter }
})
