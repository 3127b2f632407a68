/** Selects the whole text of a field, so that typing replaces it. Backwards, so that a long text shows its beginning. */
export function selectAll(field: EventTarget | null): void {
  if (field instanceof HTMLInputElement) field.setSelectionRange(0, field.value.length, 'backward')
}
