import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'
import { api, type Failure } from '../api.ts'

export type Outcome = 'release' | 'refuse' | 'inspect' | 'tax'
export type Fault = 'none' | 'card-out' | 'portal-down' | 'answer-lost' | 'busy'

/** How the practice portal answers next. */
export const usePractice = defineStore('practice', () => {
  const settings = reactive<{ outcome: Outcome; reason: string; speed: number; fault: Fault }>({
    outcome: 'release',
    reason: '',
    speed: 1,
    fault: 'none',
  })
  const trouble = ref<Failure | null>(null)

  /** The practice portal starts after the window: while it is on its way, it is asked again. */
  async function load(tries = 20): Promise<void> {
    const answer = await api.practice.get({})
    if (answer.ok) {
      Object.assign(settings, answer.value)
      trouble.value = null
    } else if (/^portal\.practice(?:Starting|Down)$/.test(answer.error.code) && tries > 1) {
      window.setTimeout(() => void load(tries - 1), 500)
    } else trouble.value = answer.error
  }

  async function save(): Promise<void> {
    const answer = await api.practice.set({ ...settings })
    trouble.value = answer.ok ? null : answer.error
  }

  return { settings, trouble, load, save }
})
