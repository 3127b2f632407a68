import { inject, nextTick, provide, reactive, ref, type InjectionKey, type Ref } from 'vue'
import { useDraft } from '../stores/draft.ts'
import { findPlace } from './form-places.ts'

/** A form as its parts need it: where it is, which parts are open, how to get to a field. */
export interface FormShell {
  readonly root: Ref<HTMLElement | undefined>
  readonly isOpen: (part: string, folded: boolean) => boolean
  readonly setOpen: (part: string, open: boolean) => void
  /** Shows a field and puts the cursor into it; `false` when the form does not show it. */
  readonly jump: (path: string) => Promise<boolean>
}

/** What the declaration form shows at the moment besides: the goods line in the editor. */
export interface FormView extends FormShell {
  /** Index of the goods line in the editor. */
  readonly line: Ref<number>
  /** Blocks from the top that are drawn: those in sight at first, all of them after the first picture. */
  readonly blocks: Ref<number>
  /** Puts the cursor into the first field of a goods line. */
  enterLine(line: number): Promise<boolean>
  /** Opens a folded part and puts the cursor into its first field. */
  enterPart(part: string): Promise<void>
  /** Puts the cursor into the first field of a block. */
  enterBlock(block: string): Promise<void>
}

const key: InjectionKey<FormView> = Symbol('form view')
const shellKey: InjectionKey<FormShell> = Symbol('form shell')

/** The form around, whatever it edits. */
export function useFormShell(): FormShell {
  const shell = inject(shellKey)
  if (shell === undefined) throw new Error('no form around')
  return shell
}

export const provideFormShell = (shell: FormShell): void => provide(shellKey, shell)

export function useFormView(): FormView {
  const view = inject(key)
  if (view === undefined) throw new Error('no form around')
  return view
}

/** 基本信息 and 商品信息 fill the window. */
const blocksInSight = 2

const typable = 'input:not(:disabled):not([type=hidden]), select, textarea'

/** Makes the view of a form and gives it to the components inside. */
export function provideFormView(): FormView {
  const draft = useDraft()
  const root = ref<HTMLElement>()
  const line = ref(0)
  const blocks = ref(blocksInSight)
  const folds = reactive(new Map<string, boolean>())

  function focus(target: HTMLElement | null | undefined): boolean {
    if (target === null || target === undefined) return false
    target.scrollIntoView({ block: 'nearest' })
    target.focus()
    return true
  }

  const find = (selector: string): HTMLElement | null | undefined => root.value?.querySelector<HTMLElement>(selector)

  /** A block that was not drawn yet is drawn when the cursor goes there. */
  function drawTo(block: string): void {
    const at = draft.blocks.findIndex(({ id }) => id === block)
    blocks.value = Math.max(blocks.value, at + 1)
  }

  /** Under a handbook the line begins with its number there, else with the commodity code. */
  const firstOfLine = (at = line.value): string =>
    `DecLists.${at}.${draft.text('DecHead.ManualNo') === '' ? 'CodeTS' : 'ContrItem'}`

  const view: FormView = {
    root,
    line,
    blocks,
    enterLine: (at) => view.jump(firstOfLine(at)),
    isOpen: (part, folded) => folds.get(part) ?? !folded,
    setOpen: (part, open) => folds.set(part, open),
    async jump(path) {
      const place = findPlace(draft.blocks, path)
      if (place === undefined) return false
      drawTo(place.block)
      folds.set(place.block, true)
      folds.set(place.part, true)
      if (place.line !== undefined) line.value = Math.max(0, Math.min(place.line, draft.rows('DecLists').length - 1))
      await nextTick()
      return focus(
        find(`[data-path="${path}"]`) ??
          find(`[data-path^="${path}."]`) ??
          find(`[data-part="${place.part}"] :is(${typable}, button)`),
      )
    },
    async enterPart(part) {
      const block = draft.blocks.find(({ parts }) => parts.some(({ id }) => id === part))
      drawTo(block?.id ?? 'goods')
      folds.set(block?.id ?? 'goods', true)
      folds.set(part, true)
      await nextTick()
      focus(find(`[data-part="${part}"] .content :is(${typable}, button)`))
    },
    async enterBlock(block) {
      drawTo(block)
      folds.set(block, true)
      await nextTick()
      if (block === 'goods' && draft.rows('DecLists').length > 0) {
        await view.jump(firstOfLine())
        return
      }
      const inside = `[data-block="${block}"]`
      find(inside)?.scrollIntoView({ block: 'start' })
      focus(
        find(`${inside} [data-first]`) ??
          find(`${inside} [data-path]`) ??
          find(`${inside} [data-add]`) ??
          find(`${inside} :is(${typable})`) ??
          find(`${inside} button`),
      )
    },
  }
  provide(key, view)
  provideFormShell(view)
  return view
}
