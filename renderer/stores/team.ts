import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api, type Failure } from '../api.ts'

/** Who shares this desk, who sits here now, and whether another person has to review. */
export const useTeam = defineStore('team', () => {
  const people = ref<string[]>([])
  const who = ref('')
  const reviewRequired = ref(false)

  async function load(): Promise<void> {
    const answer = await api.team.get({})
    if (!answer.ok) return
    people.value = answer.value.people
    who.value = answer.value.who
    reviewRequired.value = answer.value.reviewRequired
  }

  /** Keeps what changed; answers why not. */
  async function save(change: Parameters<typeof api.team.save>[0]): Promise<Failure | undefined> {
    const answer = await api.team.save(change)
    if (!answer.ok) return answer.error
    await load()
    return undefined
  }

  return { people, who, reviewRequired, load, save }
})
