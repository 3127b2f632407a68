/** Name of the event by which a field says: filled, go on to the next one. `detail` is `true` for going back. */
export const fieldDoneEvent = 'field-done'

/** Tells the form around that this field is done. */
export function fieldDone(field: EventTarget | null, back: boolean): void {
  field?.dispatchEvent(new CustomEvent<boolean>(fieldDoneEvent, { bubbles: true, detail: back }))
}
