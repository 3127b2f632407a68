import type { Page } from 'playwright-core'

/** Events that only a pointing device makes. `click` of a key has no detail; moves are left out: layout makes them. */
const kinds = ['pointerdown', 'mousedown', 'mouseup', 'dblclick', 'contextmenu', 'wheel', 'touchstart']

/** From now on every event of a mouse in the page is noted. Gives back a question for those that came. */
export async function watchMouse(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate((names) => {
    const seen: string[] = []
    Object.assign(window, { mouseEvents: seen })
    const note = (event: Event): void => {
      if (event.isTrusted) seen.push(event.type)
    }
    for (const name of names) window.addEventListener(name, note, { capture: true, passive: true })
    window.addEventListener('click', (event) => event.isTrusted && event.detail > 0 && seen.push('click'), true)
  }, kinds)
  return () => page.evaluate(() => (window as unknown as { mouseEvents: string[] }).mouseEvents)
}
