import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { clearDesk, openDesk, type Desk } from './desk.ts'
import { practise, says } from './preparation-window.ts'

/**
 * The real app for the tests of a file, on a practice portal that begins empty and decides at once.
 * @param begin what is there before the first test: a registered company, a line, …
 */
export function openPreparations(begin: (page: Page) => Promise<void> = () => Promise.resolve()) {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
    await practise(desk.page, 'set', { speed: 0 })
    await practise(desk.page, 'begin', { from: 'nothing' })
    await begin(desk.page)
  }, 120_000)
  afterAll(async () => {
    await desk.close()
    clearDesk(desk.folder)
  })
  return {
    get desk() {
      return desk
    },
    get page() {
      return desk.page
    },
    says: (text: string): Promise<void> => says(desk.page, text),
    /** Everything is killed in the middle of work, and opened again on what that left. */
    powerCut: async (): Promise<void> => {
      const { folder } = desk
      await desk.kill()
      desk = await openDesk(folder)
    },
  }
}
