import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, type TaskStatus } from '../api.ts'

/** Long work with its progress, as main tells it. */
export const useTasks = defineStore('tasks', () => {
  const tasks = ref<TaskStatus[]>([])
  const running = computed(() => tasks.value.filter((task) => task.state === 'running'))
  let listening = false

  async function follow(): Promise<void> {
    if (listening) return
    listening = true
    api.on('tasks.changed', (next) => {
      tasks.value = next
    })
    const answer = await api.tasks.list({})
    if (answer.ok) tasks.value = answer.value
  }

  const cancel = (id: string) => api.tasks.cancel({ id })

  return { tasks, running, follow, cancel }
})
