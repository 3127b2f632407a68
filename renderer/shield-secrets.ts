import { api } from './api.ts'

const isSecret = (element: EventTarget | null): boolean =>
  element instanceof HTMLInputElement && element.type === 'password'

/**
 * While the cursor stands in a field for a PIN or a password, the window is kept out of screen captures and remote
 * screens. Everywhere else it is seen: clerks are helped over such screens every day.
 */
export function shieldSecrets(): void {
  let isOn = false
  const shield = (on: boolean): void => {
    if (on === isOn) return
    isOn = on
    void api.app.shield({ on })
  }
  document.addEventListener('focusin', ({ target }) => shield(isSecret(target)))
  document.addEventListener('focusout', ({ relatedTarget }) => {
    // When another window comes to the front the field keeps the cursor.
    if (relatedTarget === null && document.hasFocus()) shield(false)
  })
}
