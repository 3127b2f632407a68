import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Failure } from '../../domain/result.ts'
import { api, type Answer, type Api } from '../api.ts'

type Info = Answer<Api['app']['info']>
export type Theme = 'light' | 'dark' | 'system'

/** What the whole window shows: practice or real, the theme, trouble of the store, the save state of the open page. */
export const useDesk = defineStore('desk', () => {
  const info = ref<Info>()
  const trouble = ref<Failure>()
  /** An end of the program that cost nothing is a word to the clerk, no fault. */
  const troubleTone = computed(() => (trouble.value?.code === 'app.endedBadly' ? 'warn' : 'error'))
  /** Short text at the right of the status bar; a page sets it while it is open. */
  const saveState = ref<{ text: string; tone: 'calm' | 'busy' | 'bad' }>()
  const theme = ref<Theme>('system')
  const practice = computed(() => info.value?.practice ?? true)
  const today = computed(() => info.value?.today ?? '')

  /** Asks main once; a failure is shown as trouble of the desk. */
  async function load(): Promise<void> {
    const [about, settings] = await Promise.all([api.app.info({}), api.settings.get({})])
    if (about.ok) info.value = about.value
    else trouble.value = about.error
    if (settings.ok) setTheme(settings.value.theme)
  }

  function setTheme(wanted: Theme): void {
    theme.value = wanted
    const dark = wanted === 'dark' || (wanted === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => setTheme(theme.value))
  api.on('store.trouble', (failure) => (trouble.value = failure))

  return { info, trouble, troubleTone, saveState, theme, practice, today, load, setTheme }
})
