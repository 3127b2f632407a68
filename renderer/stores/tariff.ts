import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CodeTable } from '../../domain/codes/code-table.ts'
import { decodeTable } from '../../domain/codes/decode-table.ts'
import { api, type Answer, type Api } from '../api.ts'
import { forgetTable, provideTable } from '../ui/code-lookups.ts'
import { showFailure } from '../ui/toasts.ts'
import { useDesk } from './desk.ts'

type Version = Answer<Api['tariff']['versions']>['versions'][number]
type Picked = NonNullable<Answer<Api['tariff']['pick']>>

/** The tariff of the day: the one that the company imported, else the practice table of the program. */
export const useTariff = defineStore('tariff', () => {
  const desk = useDesk()
  const versions = shallowRef<readonly Version[]>([])
  /** 0: none holds today. */
  const active = ref(0)

  async function load(): Promise<CodeTable | undefined> {
    const day = desk.today || new Date().toLocaleDateString('sv')
    const answer = await api.tariff.table({ day })
    if (!answer.ok) showFailure(answer.error)
    return answer.ok && answer.value !== null ? decodeTable(JSON.parse(answer.value.table)) : undefined
  }

  async function refresh(): Promise<void> {
    const answer = await api.tariff.versions({})
    if (!answer.ok) return showFailure(answer.error)
    if (answer.value.active !== active.value) forgetTable('tariff')
    versions.value = answer.value.versions
    active.value = answer.value.active
  }

  provideTable('tariff', load)
  return { versions, active, refresh }
})

export type { Picked as PickedTariff, Version as TariffVersion }
