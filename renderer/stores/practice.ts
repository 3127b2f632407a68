import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'
import { api, type Failure } from '../api.ts'

export type Outcome = 'release' | 'refuse' | 'inspect' | 'tax'
export type Fault = 'none' | 'card-out' | 'portal-down' | 'answer-lost'

/** How the practice portal answers next. */
export const usePractice = defineStore('practice', () => {
  const settings = reactive<{ outcome: Outcome; reason: string; speed: number; fault: Fault }>({
    outcome: 'release',
    reason: '',
    speed: 1,
    fault: 'none',
  })
  const trouble = ref<Failure | null>(null)

  async function load(): Promise<void> {
    const answer = await api.practice.get({})
    if (answer.ok) Object.assign(settings, answer.value)
    else trouble.value = answer.error
  }

  async function save(): Promise<void> {
    const answer = await api.practice.set({ ...settings })
    trouble.value = answer.ok ? null : answer.error
  }

  return { settings, trouble, load, save }
})
