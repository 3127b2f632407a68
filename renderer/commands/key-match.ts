/** Keys as clerks read them (`Ctrl+S`, `Shift+F8`, `Alt+3`, `?`) against a key event. */
export interface KeyFacts {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const named: Record<string, string> = {
  Esc: 'Escape',
  Space: ' ',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Ins: 'Insert',
}

/** `true` when the event is the key that `keys` names. Cmd counts as Ctrl. A character such as `?` ignores Shift. */
export function matchesKeys(keys: string, event: KeyFacts): boolean {
  const parts = keys === '+' ? ['+'] : keys.split('+')
  const last = parts.at(-1) ?? ''
  const wanted = named[last] ?? last
  const has = (name: string): boolean => parts.slice(0, -1).includes(name)
  if (has('Ctrl') !== (event.ctrlKey || event.metaKey) || has('Alt') !== event.altKey) return false
  const isSign = wanted.length === 1 && !/[a-z0-9 ]/i.test(wanted)
  if (!isSign && has('Shift') !== event.shiftKey) return false
  if (/^\d$/.test(wanted) && (event.altKey || event.ctrlKey))
    return event.code === `Digit${wanted}` || event.code === `Numpad${wanted}`
  return event.key.toLowerCase() === wanted.toLowerCase()
}

/** Keys that also write a character: they must not run a command while someone types. */
export const writesText = (keys: string): boolean => !/^(Ctrl|Alt|Shift\+F|F\d|Ins|Insert|Esc)/.test(keys)
