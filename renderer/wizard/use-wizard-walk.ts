import { nextTick, ref, type Ref } from 'vue'
import type { FieldsPart, TablePart } from '../../domain/fields/form/layout.ts'
import type { Finding } from '../../domain/rules/rule.ts'
import { useCommands } from '../commands/commands.ts'
import { enterStops } from '../form/enter-order.ts'
import { findingKey, nextIndex } from '../form/finding-index.ts'
import type { OpenWizard } from './wizard.ts'

interface Walk {
  /** The page of the open step. */
  readonly sheet: Ref<HTMLElement | undefined>
  /** What the open step shows. */
  readonly parts: () => readonly (FieldsPart | TablePart)[]
  /** Unfolds a part. */
  readonly open: (part: string) => void
}

/** How the cursor goes through a wizard: Enter to the next field and step, F8 to the next finding; it is never lost. */
export function useWizardWalk(wizard: OpenWizard, { sheet, parts, open }: Walk) {
  const current = ref('')

  async function jump(path: string): Promise<boolean> {
    await wizard.show(path)
    for (const part of parts()) {
      const holds =
        part.kind === 'fields'
          ? part.fields.some(({ section, element }) => `${section}.${element}` === path)
          : path.startsWith(part.section)
      if (holds) open(part.id)
    }
    await nextTick()
    const field =
      sheet.value?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ??
      sheet.value?.querySelector<HTMLElement>(`[data-rows="${path.split('.')[0] ?? ''}"] :is(input, button)`)
    field?.scrollIntoView({ block: 'nearest' })
    field?.focus()
    return field !== undefined
  }

  /** The cursor goes to the first field of the step, else to its first button; it is never lost. */
  async function focusStep(): Promise<void> {
    await nextTick()
    if (sheet.value === undefined) return
    const empty = enterStops(sheet.value).filter((field) => !field.hasAttribute('readonly'))
    const find = (selector: string): HTMLElement | null | undefined => sheet.value?.querySelector<HTMLElement>(selector)
    const target = empty[0] ?? find('[data-add]') ?? find('.is-primary:not(:disabled)') ?? find('button:not(:disabled)')
    ;(target ?? sheet.value).focus()
  }

  async function go(id: string): Promise<void> {
    wizard.go(id)
    await focusStep()
  }

  async function move(by: 1 | -1): Promise<void> {
    if (wizard.move(by)) await focusStep()
  }

  async function goTo(finding: Finding | undefined): Promise<void> {
    if (finding === undefined) return
    current.value = findingKey(finding)
    await jump(finding.path)
  }

  function stepFinding(by: 1 | -1): Promise<void> {
    const list = [...wizard.errors, ...wizard.warnings]
    const at = list.findIndex((finding) => findingKey(finding) === current.value)
    return goTo(list[nextIndex(list.length, at, by)])
  }

  /** A table that took its empty last row away may leave no field to go to: then the next step follows. */
  function goOnWhenLost(): void {
    if (sheet.value !== undefined && !sheet.value.contains(document.activeElement)) void move(1)
  }

  /** Enter in the last field of a step goes to the next step. */
  function onOnward(event: Event): void {
    const field = event.target
    if (event.defaultPrevented) return void nextTick(goOnWhenLost)
    if (!(field instanceof HTMLElement) || sheet.value === undefined) return
    const back = (event as CustomEvent<boolean>).detail
    const stops = enterStops(sheet.value)
    if (stops.at(back ? 0 : -1) !== field) return
    event.preventDefault()
    void move(back ? -1 : 1)
  }

  const group = '填写'
  useCommands([
    { id: 'wizard.save', group, title: '保存', keys: 'Ctrl+S', run: () => wizard.saver.flush() },
    { id: 'wizard.next', group, title: '下一步', keys: 'Ctrl+PageDown', run: () => move(1) },
    { id: 'wizard.back', group, title: '上一步', keys: 'Ctrl+PageUp', run: () => move(-1) },
    { id: 'wizard.finding', group, title: '下一处问题', keys: 'F8', run: () => stepFinding(1) },
    { id: 'wizard.findingBack', group, title: '上一处问题', keys: 'Shift+F8', run: () => stepFinding(-1) },
    { id: 'wizard.enter', group, title: '下一格', keys: 'Enter', sheetOnly: true, run: () => undefined },
    ...wizard.all.map(({ id, title }, at) => ({
      id: `wizard.step.${id}`,
      group: '步骤',
      title: `到 ${title}`,
      keys: `Alt+${at + 1}`,
      run: () => go(id),
    })),
  ])

  return { current, jump, focusStep, go, goTo, move, onOnward }
}
