import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { importDeclaration } from '../fixtures/declarations.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { seedDesk } from '../support/seed-desk.ts'

const pictures = join(appFolder, 'out/editor')

describe('F1 on the form', () => {
  let desk: Desk
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
  const focused = (): Promise<string | undefined> =>
    desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['path'])

  /** The focus is back when the dialog is taken away, a moment after it is hidden. */
  const gone = () => desk.page.waitForFunction(() => document.querySelector('dialog') === null)

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    const { folder } = await seedDesk([{ ieFlag: 'I', message: importDeclaration() }])
    desk = await openDesk(folder)
    await desk.page.getByRole('grid', { name: '最近的报关单' }).waitFor()
    await press('r')
    await press('Enter')
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(desk.folder)
  })

  test('says how the field is filled and where that stands, and gives the field back', async () => {
    await desk.page.locator('[data-path="DecHead.NoteS"]').focus()
    await press('F1')
    const dialog = desk.page.getByRole('dialog', { name: '备注' })
    await dialog.getByText('“暂进”或“暂出”').waitFor()
    await dialog.getByText('2024-08-23起按海关总署公告2024年第110号').waitFor()
    await dialog.getByText('录入指南第57项').waitFor()
    await desk.page.screenshot({ path: join(pictures, 'item-help.png') })
    await press('Escape')
    await gone()
    expect(await focused()).toBe('DecHead.NoteS')
  })

  test('tells the three confirmations of one element, and a field of the line', async () => {
    await desk.page.locator('[data-path="DecHead.PromiseItmes"]').first().focus()
    await press('F1')
    const promises = desk.page.getByRole('dialog')
    await promises.getByText('录入指南第31项').waitFor()
    await promises.getByText('录入指南第33项').waitFor()
    await press('Escape')
    await gone()
    await press('Alt+2')
    await desk.page.locator('[data-path="DecLists.0.GQty"]').focus()
    await press('F1')
    await desk.page.getByRole('dialog').getByText('录入指南第26项').waitFor()
    await press('Escape')
  })
})
