import { computed, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import { failure } from '../../../domain/failures/index.ts'
import type { Finding } from '../../../domain/rules/rule.ts'
import { allowed } from '../../../domain/states/declaration.ts'
import { api, type Result } from '../../api.ts'
import type { Command } from '../../commands/commands.ts'
import type { FormView } from '../../form/form-view.ts'
import { copyFromAbove } from '../../form/row-keys.ts'
import { useDraft } from '../../stores/draft.ts'
import { useReview } from '../../stores/review.ts'
import { useTeam } from '../../stores/team.ts'
import { showDone, showFailure } from '../../ui/toasts.ts'
import type { ReviewSteps } from './use-review-steps.ts'

export type HeadAction = Command & { readonly short: string; readonly primary?: boolean }

interface Around {
  readonly view: FormView
  readonly steps: ReviewSteps
  readonly showRevisions: () => void
  readonly showCopy: () => unknown
  readonly goTo: (finding: Finding | undefined) => Promise<void>
}

/** Everything that can be done with the open declaration as a whole. */
export function useDraftActions({ view, steps, showRevisions, showCopy, goTo }: Around): {
  actions: readonly HeadAction[]
  commands: readonly Command[]
  reopen: () => Promise<void>
} {
  const draft = useDraft()
  const router = useRouter()
  const review = useReview()
  const team = useTeam()
  const id = (): string => draft.summary?.id ?? ''
  const may: ComputedRef<boolean> = computed(() => draft.editable)
  const open = computed(() => draft.summary !== undefined)

  function told<T>(answer: Result<T> | undefined): T | undefined {
    if (answer === undefined || answer.ok) return answer?.value
    showFailure(answer.error)
    return undefined
  }

  /** Runs a call that reads what is on disk: saves first, tells a failure. Saving goes on beside it. */
  const onDisk = async <T>(call: () => Promise<Result<T>>): Promise<T | undefined> =>
    (await draft.saver.flush()) ? told(await call()) : undefined

  /** Runs a call that changes what is on disk: no save runs beside it. */
  const alone = async <T>(call: (rev: number) => Promise<Result<T>>): Promise<T | undefined> =>
    told(await draft.saver.alone(call))

  /** What F9 does in this state: finish, ask for the review, pass it, go on to signing. */
  async function goOn(): Promise<void> {
    const step = steps.next.value
    if (step === undefined) return
    if (draft.editable && !(await isClean())) return
    if (step.event === 'markReady') return toSigning()
    const refused = await steps.take(step.event)
    if (refused !== undefined) showFailure(refused)
  }

  /** Nothing red left; else the cursor goes to the first. */
  async function isClean(): Promise<boolean> {
    const field = document.activeElement
    if (field instanceof HTMLElement) field.blur()
    draft.judgeAll()
    const [first] = draft.errors
    if (first !== undefined) {
      showFailure(failure('form.notReady', { count: draft.errors.length }))
      await goTo(first)
    }
    return first === undefined
  }

  async function toSigning(): Promise<void> {
    const done = await alone((rev) => api.drafts.markReady({ id: id(), rev }))
    if (done !== undefined) await router.push({ name: 'signing', query: { id: id() } })
  }

  async function print(kind: 'declaration' | 'check'): Promise<void> {
    const done = await onDisk(() => api.printing.pdf({ id: id(), kind }))
    if (done?.saved) showDone(`已存为 PDF，共 ${done.pages} 页`)
  }

  async function paper(): Promise<void> {
    const done = await onDisk(() => api.printing.print({ id: id(), kind: 'declaration' }))
    if (done?.sent) showDone('已送往打印机')
  }

  async function exportXml(): Promise<void> {
    const done = await onDisk(() => api.drafts.exportXml({ id: id() }))
    if (done?.saved) showDone('已导出报文')
  }

  /** Back to the draft. What waits for the review goes back with the word of the reviewer, or is taken back. */
  async function reopen(): Promise<void> {
    if (draft.summary?.state === 'inReview' && !review.makers.includes(team.who)) {
      steps.sendingBack.value = true
      return
    }
    const done = await alone(() => api.drafts.reopen({ id: id() }))
    if (done === undefined) return
    await draft.open(id())
    await review.load()
  }

  async function undo(back: boolean): Promise<void> {
    const path = back ? draft.editor.undo() : draft.editor.redo()
    if (path !== undefined) await view.jump(path)
  }

  const actions: readonly HeadAction[] = [
    {
      id: 'copy',
      title: '复制为新单',
      short: '复制',
      group: '单据',
      keys: 'Ctrl+Shift+C',
      enabled: open,
      run: showCopy,
    },
    {
      id: 'revisions',
      title: '历史版本',
      short: '历史',
      group: '单据',
      keys: 'Ctrl+H',
      enabled: open,
      run: showRevisions,
    },
    {
      id: 'pdf',
      title: '打印报关单PDF',
      short: '打印PDF',
      group: '单据',
      keys: 'Ctrl+P',
      enabled: open,
      run: () => print('declaration'),
    },
    {
      id: 'finish',
      get title() {
        return steps.next.value?.title ?? '完成制单'
      },
      get short() {
        return steps.next.value?.short ?? '完成制单'
      },
      group: '单据',
      keys: 'F9',
      primary: true,
      enabled: computed(() => steps.next.value !== undefined),
      run: goOn,
    },
  ]

  const commands: readonly Command[] = [
    ...actions,
    ...steps.commands,
    { id: 'save', title: '立即保存', group: '单据', keys: 'Ctrl+S', enabled: open, run: () => draft.saver.flush() },
    {
      id: 'check-print',
      title: '打印核对单PDF',
      group: '单据',
      keys: 'Ctrl+Shift+K',
      enabled: open,
      run: () => print('check'),
    },
    { id: 'paper', title: '打印报关单到打印机', group: '单据', keys: 'Ctrl+Shift+P', enabled: open, run: paper },
    { id: 'export', title: '导出报文XML', group: '单据', keys: 'Ctrl+E', enabled: open, run: exportXml },
    {
      id: 'reopen',
      title: '退回修改',
      group: '单据',
      keys: 'F2',
      enabled: computed(() => draft.summary !== undefined && allowed(draft.summary.state).includes('reopen')),
      run: reopen,
    },
    { id: 'undo', title: '撤销', group: '录入', keys: 'Ctrl+Z', enabled: may, run: () => undo(true) },
    { id: 'redo', title: '重做', group: '录入', keys: 'Ctrl+Y / Ctrl+Shift+Z', enabled: may, run: () => undo(false) },
    { id: 'copy-down', title: '取上一行的值', group: '录入', keys: 'Ctrl+D', enabled: may, run: copyFromAbove },
  ]

  return { actions, commands, reopen }
}
