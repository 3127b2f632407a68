/** What may hold the focus when the control that had it is gone: a dialog, a panel, the page. Enter does nothing there. */
const places = 'dialog, section, form, .page, [data-view]'

function isLost(): boolean {
  const at = document.activeElement
  return at === null || at === document.body || at.matches(':disabled')
}

/**
 * Focus is never lost: when what had it is taken away or switched off, the nearest place around it that is still there
 * gets it, so that keys and Tab go on from there and not from the start of the window. Who uses the mouse is left alone
 * until the next key.
 *
 * @param root holds whatever the window shows, the view of the page (`data-view`) among it; watched while the window lives
 */
export function keepFocus(root: HTMLElement): void {
  let around: HTMLElement[] = []
  let byMouse = false
  let asked = 0

  function remember({ target }: FocusEvent): void {
    around = []
    let place = target instanceof Element ? target.closest<HTMLElement>(places) : null
    for (; place; place = place.parentElement?.closest<HTMLElement>(places) ?? null) around.push(place)
  }

  function give(): void {
    asked = 0
    if (byMouse || !isLost()) return
    const dialog = document.querySelector<HTMLElement>('dialog[open]')
    const near = around.find((place) => place.isConnected && (dialog?.contains(place) ?? true))
    const place = near ?? dialog ?? root.querySelector<HTMLElement>('[data-view]')
    if (!place) return
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus({ preventScroll: true })
  }

  // In the next frame: who takes a control away may say himself where the cursor goes.
  function look(): void {
    if (asked === 0 && isLost()) asked = requestAnimationFrame(give)
  }

  root.addEventListener('focusin', remember)
  root.addEventListener('focusout', look)
  window.addEventListener('pointerdown', () => (byMouse = true), true)
  window.addEventListener('keydown', () => ((byMouse = false), look()), true)
  new MutationObserver(look).observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] })
}
