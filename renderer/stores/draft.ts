import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, toRaw } from 'vue'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { type Papers, papers } from '../../domain/fields/papers.ts'
import { formLayout } from '../../domain/fields/form/layout.ts'
import type { Failure, Result } from '../../domain/result.ts'
import { editable as editableState } from '../../domain/states/declaration.ts'
import { api, type Draft } from '../api.ts'
import { createDraftEditor } from '../form/draft-editor.ts'
import { createDraftSaver, type SaveState } from '../form/draft-saver.ts'
import { formOrder } from '../form/finding-index.ts'
import { rowsAt, textAt, type Tree } from '../form/paths.ts'
import { useDesk } from './desk.ts'
import { useDraftCheck } from './draft-check.ts'

const papersKey = papers.element

/** The declaration that is open: its text, its findings, its place on disk. One at a time. */
export const useDraft = defineStore('draft', () => {
  const desk = useDesk()
  const summary = shallowRef<Draft['summary']>()
  const attachments = shallowRef<Draft['attachments']>([])
  /** The message, and beside its parts the figures of the papers, so that both are edited, undone and found alike. */
  const content = reactive<{ message: DecMessage & { [papersKey]?: Papers } }>({ message: {} })
  const trouble = shallowRef<Failure>()
  /** Fields in which the cursor has been; an empty needed field is red only then. */
  const visited = reactive(new Set<string>())
  const saveState = ref<SaveState>({ kind: 'saved', at: '' })

  const root = (): Tree => content.message
  const day = computed(() => desk.today || new Date().toLocaleDateString('sv'))
  const direction = computed(() => summary.value?.ieFlag ?? 'I')
  const blocks = computed(() => formLayout(direction.value, day.value))
  const order = computed(() => formOrder(blocks.value))
  const editable = computed(() => summary.value !== undefined && editableState(summary.value.state))

  const check = useDraftCheck(() => ({
    message: content.message,
    papers: content.message[papersKey] ?? {},
    attachments: attachments.value,
    day: day.value,
    order: order.value,
  }))

  const saver = createDraftSaver({
    send: (rev) => save(rev),
    onState: (state) => (saveState.value = state),
  })

  const editor = createDraftEditor(root, () => {
    saver.touch()
    check.schedule()
  })

  /** A copy of the text as it is now, without the figures of the papers. */
  const plainMessage = (): DecMessage =>
    JSON.parse(JSON.stringify({ ...toRaw(content.message), [papersKey]: undefined })) as DecMessage

  async function save(rev: number): Promise<Result<{ rev: number; savedAt: string }>> {
    const id = summary.value?.id ?? ''
    check.settle()
    const { [papersKey]: figures, ...message } = toRaw(content.message)
    return api.drafts.save({
      id,
      rev,
      message,
      accepted: check.accepted,
      papers: figures ?? {},
      errors: check.errors.value.length,
      warnings: check.warnings.value.length,
    })
  }

  /** Takes over what main has: the whole text, nothing unsaved. */
  function adopt(draft: Draft): void {
    summary.value = draft.summary
    attachments.value = draft.attachments
    content.message = { ...draft.message, [papersKey]: draft.papers }
    for (const key of Object.keys(check.accepted)) delete check.accepted[key]
    Object.assign(check.accepted, draft.accepted)
    saver.reset(draft.summary.rev, draft.summary.updatedAt)
    editor.clear()
    visited.clear()
    check.start()
  }

  /** Takes over new attachments and the new revision; the rest of the text is the same. */
  function adoptAttachments(draft: Draft): void {
    summary.value = draft.summary
    attachments.value = draft.attachments
    content.message.EdocRealation = draft.message.EdocRealation ?? []
    // Not a reset: what was typed meanwhile is still to be saved.
    saver.rebase(draft.summary.rev)
    check.schedule()
  }

  /** Opens a declaration; what was open before must be saved or given up already. */
  async function open(id: string): Promise<void> {
    trouble.value = undefined
    summary.value = undefined
    saver.reset(0, '')
    const answer = await api.drafts.open({ id })
    if (answer.ok) adopt(answer.value)
    else trouble.value = answer.error
  }

  /** Accepts a yellow finding with a note, or takes that back (no note). */
  function accept(key: string, note: string | undefined): void {
    if (note === undefined) delete check.accepted[key]
    else check.accepted[key] = note
    saver.touch()
  }

  /** From now on every needed field that is empty is red: the clerk wants to be done. */
  function judgeAll(): void {
    check.settle()
    for (const { path } of check.errors.value) visited.add(path)
  }

  const text = (path: string): string => textAt(root(), path)
  const rows = (path: string): Tree[] => rowsAt(root(), path)

  return {
    summary,
    attachments,
    content,
    trouble,
    visited,
    saveState,
    day,
    direction,
    blocks,
    editable,
    findings: check.findings,
    atPath: check.atPath,
    accepted: check.accepted,
    errors: check.errors,
    warnings: check.warnings,
    settleCheck: check.settle,
    judgeAll,
    saver,
    editor,
    plainMessage,
    adopt,
    adoptAttachments,
    open,
    accept,
    text,
    rows,
  }
})
