import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { api, type Api, type Application, type Failure } from '../../api.ts'
import { useCommands } from '../../commands/commands.ts'
import { showDone } from '../../ui/toasts.ts'
import type { OpenWizard } from '../../wizard/wizard.ts'

/** While the authority decides, it is asked again after this many milliseconds. */
const askAgain = 10_000

/** Handing in and following the application of the draft that is open. */
export function useApplication(
  wizard: OpenWizard,
  room: Api['qualification'] | Api['cardMedia'],
  frame: Ref<{ jump: (path: string) => Promise<boolean> } | undefined>,
) {
  const applications = ref<Application[]>([])
  const trouble = ref<Failure | null>(null)
  const busy = ref(false)
  const application = computed(() => applications.value.find(({ draftId }) => draftId === wizard.draft?.id))

  async function take(answer: Awaited<ReturnType<Api['qualification']['list']>>): Promise<void> {
    trouble.value = answer.ok ? null : answer.error
    if (answer.ok) applications.value = answer.value
    if (wizard.draft !== undefined && !wizard.saver.dirty()) await wizard.reopen()
  }
  const refresh = async (): Promise<void> => take(await room.refresh({}))

  async function submit(): Promise<void> {
    wizard.judgeAll()
    const [first] = wizard.errors
    if (first !== undefined) {
      await frame.value?.jump(first.path)
      return
    }
    if (busy.value || !wizard.editable) return
    busy.value = true
    const answer = await wizard.saver.alone((rev) => room.submit({ draftId: wizard.draft?.id ?? '', rev }))
    busy.value = false
    if (answer === undefined) return
    trouble.value = answer.ok ? null : answer.error
    if (!answer.ok) return
    wizard.tell(answer.value.problems)
    const [problem] = answer.value.problems
    if (problem !== undefined) {
      await frame.value?.jump(problem.path)
      return
    }
    showDone(answer.value.application?.state === 'waiting' ? '已排队，联网后自动发送' : '已提交')
    await take(await room.list({}))
  }

  async function withdraw(): Promise<void> {
    const answer = await room.withdraw({ draftId: wizard.draft?.id ?? '' })
    trouble.value = answer.ok ? null : answer.error
    if (answer.ok) await take(await room.list({}))
  }

  /** Papers that were handed in can be had back, byte for byte. */
  async function paper(sha256: string): Promise<void> {
    const answer = await room.paper({ draftId: wizard.draft?.id ?? '', sha256 })
    trouble.value = answer.ok ? null : answer.error
    if (answer.ok && answer.value.saved) showDone('已从平台取回')
  }

  useCommands([{ id: 'application.submit', group: '申请', title: '提交申请', keys: 'F9', run: submit }])
  const decides = (): boolean => ['received', 'reviewing'].includes(application.value?.state ?? '')
  let timer: number | undefined
  let stop = (): void => undefined
  onMounted(async () => {
    timer = window.setInterval(() => void (decides() && refresh()), askAgain)
    stop = api.on('preparation.changed', () => void room.list({}).then(take))
    const answer = await room.list({})
    if (answer.ok) applications.value = answer.value
  })
  onBeforeUnmount(() => {
    stop()
    window.clearInterval(timer)
  })

  return { application, trouble, busy, submit, withdraw, refresh, paper }
}
