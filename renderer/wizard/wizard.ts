import { computed, nextTick, reactive, ref, shallowRef, toRaw } from 'vue'
import { createCodeBook } from '../../domain/codes/code-book.ts'
import type { Step } from '../../domain/fields/step.ts'
import { emptyText, laidOver, withoutSecrets, type StepText } from '../../domain/fields/step-text.ts'
import { followingValues } from '../../domain/preparation/following.ts'
import type { Failure, Result } from '../../domain/result.ts'
import { checkSteps, stepOfPath } from '../../domain/rules/preparation/check-steps.ts'
import type { StepRule } from '../../domain/rules/preparation/step-rule.ts'
import type { CodeBook, Finding } from '../../domain/rules/rule.ts'
import { mayEdit } from '../../domain/states/wizard.ts'
import { api, type Wizard } from '../api.ts'
import { createDraftEditor } from '../form/draft-editor.ts'
import { createDraftSaver, type SaveState } from '../form/draft-saver.ts'
import { byPath } from '../form/finding-index.ts'
import { rowsAt, textAt, type Tree } from '../form/paths.ts'
import { useDesk } from '../stores/desk.ts'
import { fetchTable } from '../ui/code-lookups.ts'
import { furtherStates, stepStates } from './step-states.ts'

/** What makes one wizard different from another. */
export interface WizardShape {
  /** Steps with fields. */
  readonly steps: readonly Step[]
  readonly rules: readonly StepRule[]
  /** Steps after them that the page draws itself: papers, sending. */
  readonly further: readonly { readonly id: string; readonly title: string }[]
}

/** Code tables that the checks of the preparations ask. */
const tables = ['admin_division', 'currency', 'customs_district', 'country']

/** One draft of a preparation, open in a wizard: its text, its findings, the step at which it stands. */
export function createWizard(shape: WizardShape) {
  const desk = useDesk()
  const draft = shallowRef<Wizard>()
  const trouble = shallowRef<Failure>()
  const content = reactive<{ text: StepText }>({ text: emptyText(shape.steps) })
  const saveState = ref<SaveState>({ kind: 'saved', at: '' })
  const visited = reactive(new Set<string>())
  const passed = reactive(new Set<string>())
  /** What the portal found wrong, with the value of its field then: another value is judged anew. */
  const told = shallowRef<readonly { readonly finding: Finding; readonly value: string }[]>([])
  const book = shallowRef<CodeBook>(createCodeBook([]))
  const all = [...shape.steps.map(({ id, title }) => ({ id, title })), ...shape.further]
  const step = ref(all[0]?.id ?? '')
  const changes = ref(0)
  /** Yellow findings of a preparation are only shown: nobody signs for them here. */
  const accepted: Readonly<Record<string, string>> = {}

  const root = (): Tree => content.text
  const editable = computed(() => draft.value !== undefined && mayEdit(draft.value.state))
  const day = computed(() => desk.today || new Date().toLocaleDateString('sv'))
  const plain = (): StepText => JSON.parse(JSON.stringify(toRaw(content.text))) as StepText

  const own = computed(() => {
    // The text itself is not tracked: every change counts up, and one check follows.
    if (changes.value < 0) return []
    return checkSteps(shape.steps, shape.rules, { text: toRaw(content.text), day: day.value, codes: book.value })
  })
  /** Own findings first; what the portal said last stands until the field changes. */
  const findings = computed(() => {
    const still = told.value.filter(({ finding, value }) => textAt(root(), finding.path) === value)
    return [...still.map(({ finding }) => finding), ...own.value]
  })
  const atPath = computed(() => byPath(findings.value))
  const errors = computed(() => findings.value.filter(({ severity }) => severity === 'error'))
  const warnings = computed(() => findings.value.filter(({ severity }) => severity === 'warn'))
  const states = computed(() => ({ ...stepStates(shape.steps, findings.value, passed), ...furtherStates(draft.value) }))

  const saver = createDraftSaver({ send: (rev) => save(rev), onState: (state) => (saveState.value = state) })
  const editor = createDraftEditor(
    root,
    () => {
      changes.value++
      saver.touch()
    },
    (path) => followingValues(content.text, path),
  )

  async function save(rev: number, ready = false): Promise<Result<{ rev: number; savedAt: string }>> {
    const id = draft.value?.id ?? ''
    return api.wizards.save({
      id,
      rev,
      ready,
      text: withoutSecrets(shape.steps, plain()),
      step: step.value,
      steps: Object.fromEntries(Object.entries(states.value).filter(([name]) => passed.has(name))),
    })
  }

  /** Filled in without a line: kept as ready, to be finished when the portal can be reached. */
  async function markReady(): Promise<void> {
    await saver.alone(async (rev) => {
      const answer = await save(rev, true)
      if (answer.ok) await reopen()
      else trouble.value = answer.error
    })
  }

  /** Reads the draft again: its state or its files changed. */
  async function reopen(): Promise<void> {
    const answer = await api.wizards.open({ id: draft.value?.id ?? '' })
    if (answer.ok) adopt(answer.value)
    else trouble.value = answer.error
  }

  /** Takes over what main has; passwords that were typed meanwhile stay. */
  function adopt(opened: Wizard): void {
    const again = draft.value?.id === opened.id
    const secrets = again ? plain() : {}
    draft.value = opened
    content.text = laidOver(laidOver(emptyText(shape.steps), secretsOf(secrets)), opened.text)
    if (!again) passed.clear()
    for (const name of Object.keys(opened.steps)) passed.add(name)
    if (!again && all.some(({ id }) => id === opened.step)) step.value = opened.step
    if (!again) told.value = []
    saver.reset(opened.rev, opened.updatedAt)
    editor.clear()
    markPassed()
    changes.value++
  }

  /** Only what was typed and never goes to disk. */
  const secretsOf = (text: StepText): StepText => {
    const kept = withoutSecrets(shape.steps, text)
    return Object.fromEntries(
      Object.entries(text).map(([section, part]) => {
        const without = kept[section] ?? {}
        if (Array.isArray(part) || Array.isArray(without)) return [section, {}]
        return [section, Object.fromEntries(Object.entries(part).filter(([element]) => !(element in without)))]
      }),
    )
  }

  async function open(id: string): Promise<void> {
    trouble.value = undefined
    const answer = await api.wizards.open({ id })
    if (answer.ok) adopt(answer.value)
    else trouble.value = answer.error
    const loaded = await Promise.all(tables.map(async (name) => (await fetchTable(name)).table))
    book.value = createCodeBook(loaded)
  }

  const pathsOf = (id: string): string[] =>
    shape.steps
      .filter((each) => each.id === id)
      .flatMap(({ parts }) =>
        parts.flatMap(({ kind, section, fields }) =>
          kind === 'fields'
            ? fields.map(({ element }) => `${section}.${element}`)
            : rowsAt(root(), section).flatMap((_, row) => fields.map(({ element }) => `${section}.${row}.${element}`)),
        ),
      )

  /** From now on what is missing in the steps that were left is red. */
  function markPassed(): void {
    for (const id of passed) for (const path of pathsOf(id)) visited.add(path)
  }

  /** Goes to a step; the one that is left counts as been through. */
  function go(id: string): void {
    if (!all.some((each) => each.id === id) || id === step.value) return
    passed.add(step.value)
    markPassed()
    step.value = id
    // The place is kept like a typed value, so that the wizard opens here again.
    if (editable.value) saver.touch()
  }

  /** The step before or after; `false` at the end. */
  function move(by: 1 | -1): boolean {
    const next = all[all.findIndex(({ id }) => id === step.value) + by]
    if (next === undefined) return false
    go(next.id)
    return true
  }

  /** Everything counts as been through, and nothing as told: the clerk wants to be done. */
  function judgeAll(): void {
    // What the portal said before, it may see otherwise now.
    told.value = []
    for (const { id } of all) passed.add(id)
    markPassed()
    changes.value++
  }

  /** What the portal found wrong, beside its fields. */
  function tell(problems: readonly { path: string; text: string }[]): void {
    told.value = problems.map(({ path, text }) => ({
      finding: { rule: '平台', severity: 'error', path, text },
      value: textAt(root(), path),
    }))
    for (const { path } of problems) visited.add(path)
  }

  /** Shows the step of a path. */
  async function show(path: string): Promise<void> {
    go(stepOfPath(shape.steps, path))
    await nextTick()
  }

  const stateText = computed(() => {
    const state = saveState.value
    if (draft.value === undefined || !editable.value) return undefined
    if (state.kind === 'failed') return { text: '未保存！', tone: 'bad' } as const
    if (state.kind !== 'saved') return { text: '保存中…', tone: 'busy' } as const
    return { text: '已保存', tone: 'calm' } as const
  })

  return reactive({
    shape,
    all,
    draft,
    trouble,
    content,
    step,
    visited,
    passed,
    findings,
    atPath,
    errors,
    warnings,
    states,
    editable,
    saveState,
    stateText,
    accepted,
    editor,
    saver,
    text: (path: string): string => textAt(root(), path),
    rows: (path: string): Tree[] => rowsAt(root(), path),
    plain,
    open,
    reopen,
    markReady,
    adopt,
    go,
    move,
    judgeAll,
    tell,
    show,
  })
}

export type OpenWizard = ReturnType<typeof createWizard>
