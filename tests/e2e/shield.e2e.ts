import { afterAll, beforeAll, expect, test } from 'vitest'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { until } from '../support/until.ts'

let desk: Desk
/** What the window was told, last first; Electron of before 35 cannot read the state back. */
const told = (): Promise<boolean[]> =>
  desk.app.evaluate(() => (globalThis as unknown as { shielded: boolean[] }).shielded.slice())
const isHidden = (wanted: boolean): Promise<unknown> =>
  until(`the window is ${wanted ? 'hidden' : 'seen'}`, async () => (await told())[0] === wanted)

beforeAll(async () => {
  desk = await openDesk()
  await desk.app.evaluate(({ BrowserWindow }) => {
    const shielded: boolean[] = []
    Object.assign(globalThis, { shielded })
    const [window] = BrowserWindow.getAllWindows()
    const protect = window?.setContentProtection.bind(window)
    if (window)
      window.setContentProtection = (on) => {
        shielded.unshift(on)
        protect?.(on)
      }
  })
  await desk.page.locator('.card-line.is-good').waitFor()
})
afterAll(async () => {
  await desk.close()
  clearDesk(desk.folder)
})

test('the window is kept out of screen captures while a PIN is typed, and is seen on every other page', async () => {
  await desk.page.keyboard.press('Control+4')
  await desk.page.locator('#pin:focus').waitFor()
  await isHidden(true)
  await desk.page.keyboard.press('Control+1')
  await isHidden(false)
})

test('another window in front, as of somebody who helps, does not show a PIN that was begun', async () => {
  await desk.page.keyboard.press('Control+4')
  await desk.page.locator('#pin:focus').waitFor()
  await isHidden(true)
  await desk.page.evaluate(() => {
    document.hasFocus = () => false
    document.querySelector<HTMLInputElement>('#pin')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
  expect((await told())[0]).toBe(true)
})

test('a page that died while a PIN was typed is seen again when it comes back', async () => {
  await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await isHidden(false)
})
