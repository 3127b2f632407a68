import { fieldDoneEvent } from '../ui/field-events.ts'

/**
 * Enter goes on. One listener at the root of the form, in the capture phase, so that it is first: an open list keeps
 * its Enter (`aria-expanded`), so does a Chinese input method that is composing, and so do buttons.
 */
const stops = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)'

/** Every field that Enter visits, in order. `data-enter="skip"` leaves a part out (the grid has its own order). */
export const enterStops = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(stops)].filter(
    (field) => field.closest('[data-enter=skip]') === null && field.offsetParent !== null,
  )

/** The stop after (or before) a field; `undefined` at the end. */
export function neighbour(all: readonly HTMLElement[], from: HTMLElement, back: boolean): HTMLElement | undefined {
  const at = all.indexOf(from)
  return at < 0 ? undefined : all[at + (back ? -1 : 1)]
}

/** Puts the cursor into the next field of the form. */
export function goOn(root: HTMLElement, from: HTMLElement, back: boolean): void {
  const target = neighbour(enterStops(root), from, back)
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

const belongsToField = (event: KeyboardEvent, field: HTMLElement): boolean =>
  event.isComposing ||
  field.getAttribute('aria-expanded') === 'true' ||
  field.closest('[data-enter=skip], dialog') !== null ||
  !field.matches(stops)

/** Name of the event that a field sends before Enter leaves it: who has another idea of "next" cancels it. */
export const onwardEvent = 'enter-onward'

/**
 * Listens at the root of the form. Parts with an order of their own (the end of a table, of a goods line) cancel
 * the `onwardEvent`. Gives back a function that stops listening.
 */
export function listenForEnter(root: HTMLElement): () => void {
  const step = (field: HTMLElement, back: boolean): void => {
    const onward = new CustomEvent(onwardEvent, { bubbles: true, cancelable: true, detail: back })
    if (field.dispatchEvent(onward)) goOn(root, field, back)
  }
  const onKey = (event: KeyboardEvent): void => {
    const field = event.target
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || !(field instanceof HTMLElement)) return
    if (belongsToField(event, field)) return
    event.preventDefault()
    event.stopPropagation()
    step(field, event.shiftKey)
  }
  const onDone = (event: Event): void => {
    const field = event.target
    if (field instanceof HTMLElement && field.closest('[data-enter=skip], dialog') === null)
      step(field, (event as CustomEvent<boolean>).detail)
  }
  root.addEventListener('keydown', onKey, true)
  root.addEventListener(fieldDoneEvent, onDone)
  return () => {
    root.removeEventListener('keydown', onKey, true)
    root.removeEventListener(fieldDoneEvent, onDone)
  }
}
