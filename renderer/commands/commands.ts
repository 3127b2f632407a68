import { onBeforeUnmount, shallowReactive, type MaybeRefOrGetter, toValue } from 'vue'
import { matchesKeys, writesText, type KeyFacts } from './key-match.ts'

/** Something that the clerk can do here. Shown in the palette (Ctrl+K) and on the shortcut sheet (?). */
export interface Command {
  readonly id: string
  readonly title: string
  /** Heading on the shortcut sheet. */
  readonly group: string
  /** `Ctrl+S`, `F9`, `Alt+3`, `N` … A plain letter works only while nobody types in a field. */
  readonly keys?: string
  readonly run: () => unknown
  /** When absent: always. A command that may not run now stays on the sheet, greyed. */
  readonly enabled?: MaybeRefOrGetter<boolean>
  /** Not offered in the palette (it makes sense only in its place, e.g. 下一字段). */
  readonly sheetOnly?: boolean
}

const registered = shallowReactive(new Set<readonly Command[]>())

/** Every command that may be used now, the newest page first: of two with one key the innermost runs. */
export const allCommands = (): Command[] => [...registered].reverse().flat()

/** Those with keys by heading, the newest heading first; under each in the order in which the page shows them. */
export function commandGroups(): [group: string, commands: Command[]][] {
  const byGroup = new Map<string, Command[]>()
  for (const command of [...registered].flat())
    if (command.keys !== undefined) byGroup.set(command.group, [...(byGroup.get(command.group) ?? []), command])
  return [...byGroup].reverse()
}

export const isEnabled = (command: Command): boolean => command.enabled === undefined || toValue(command.enabled)

/** Offers commands for as long as the component lives. Call it in `setup`. */
export function useCommands(commands: readonly Command[]): void {
  registered.add(commands)
  onBeforeUnmount(() => registered.delete(commands))
}

const typingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))

/** The command that a key asks for here, if there is one. */
export function commandFor(event: KeyFacts & { target: EventTarget | null }): Command | undefined {
  return allCommands().find(
    (command) =>
      command.keys !== undefined &&
      !command.sheetOnly &&
      command.keys
        .split(' / ')
        .some((keys) => matchesKeys(keys, event) && !(writesText(keys) && typingIn(event.target))),
  )
}
