import { onMounted } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api, type WizardSummary } from '../../api.ts'
import type { OpenWizard } from '../../wizard/wizard.ts'

interface Wanted {
  readonly kind: WizardSummary['kind']
  /** Address of the wizard without its id. */
  readonly path: string
  /** Part of the kind for a new draft. */
  readonly variant?: string
}

/** Opens the draft of the address; without one the draft that was begun last, else a new one. */
export function useOpenDraft(wizard: OpenWizard, { kind, path, variant = '' }: Wanted): void {
  const route = useRoute()
  const router = useRouter()

  const toAddress = (id: string) => router.replace(`${path}/${id}`)

  async function find(): Promise<void> {
    const list = await api.wizards.list({ kind })
    if (!list.ok) {
      wizard.trouble = list.error
      return
    }
    const begun = list.value.find(({ state }) => state === 'editing' || state === 'ready' || state === 'refused')
    if (begun !== undefined) {
      await toAddress(begun.id)
      return
    }
    const made = await api.wizards.create({ kind, variant })
    if (made.ok) await toAddress(made.value.id)
    else wizard.trouble = made.error
  }

  onMounted(async () => {
    const { id } = route.params
    if (typeof id === 'string' && id !== '') await wizard.open(id)
    else await find()
  })
}
