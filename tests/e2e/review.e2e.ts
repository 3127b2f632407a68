import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { importDeclaration } from '../fixtures/declarations.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { seedDesk } from '../support/seed-desk.ts'

const pictures = join(appFolder, 'out/review')

/** Two people at one desk, four eyes on one declaration, no mouse. Each step waits for what a clerk should see. */
describe('a declaration is made by one person and reviewed by another', () => {
  let desk: Desk
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
  const state = (word: string): Promise<void> =>
    desk.page.locator('.declaration-head').getByText(word, { exact: true }).waitFor()
  const become = async (name: string): Promise<void> => {
    await press('Control+U')
    await desk.page.getByLabel('新的名字').waitFor()
    await desk.page.keyboard.type(name)
    await press('Enter')
    await desk.page.getByRole('button', { name: `操作人：${name}` }).waitFor()
  }

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    const { folder } = await seedDesk([{ ieFlag: 'I', message: importDeclaration() }])
    desk = await openDesk(folder)
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(desk.folder)
  })

  test('the desk is set to review, by keyboard', async () => {
    await press('Control+9')
    const box = desk.page.getByRole('checkbox', { name: /须由另一人复核/ })
    await box.focus()
    await press('Space')
    await desk.page.screenshot({ path: join(pictures, 'settings.png') })
    await desk.page.getByText('制单与复核的设置已保存').waitFor()
  })

  test('the maker finishes and hands it over, but cannot pass it', async () => {
    await become('甲一')
    await press('Control+1')
    await desk.page.getByRole('grid', { name: '最近的报关单' }).waitFor()
    await press('r')
    await press('Enter')
    await state('草稿')
    await desk.page.locator('[data-path="DecHead.NoteS"]').focus()
    await desk.page.keyboard.type('演练备注')
    await press('F9')
    await state('已制单')
    await press('F9')
    await state('待复核')
    await press('F9')
    await desk.page.getByText('复核须由另一人做').waitFor()
    await state('待复核')
  })

  test('the reviewer comments on a field and sends it back', async () => {
    await become('乙二')
    await desk.page.locator('[data-path="DecHead.NoteS"]').focus()
    await press('Control+M')
    await desk.page.getByLabel('批注内容').waitFor()
    await desk.page.keyboard.type('备注请写清用途')
    await press('Enter')
    await desk.page.getByRole('region', { name: '批注' }).getByText('备注请写清用途').waitFor()
    await press('F9')
    await desk.page.getByText('还有 1 条批注没有处理').waitFor()
    await desk.page.locator('[data-path="DecHead.NoteS"]').focus()
    await desk.page.screenshot({ path: join(pictures, 'in-review.png') })
    await press('F2')
    await desk.page.getByLabel('退回的原因').waitFor()
    await press('Enter')
    await state('草稿')
  })

  test('the maker changes it, and it has to be reviewed anew', async () => {
    await become('甲一')
    await press('F3')
    await desk.page.waitForFunction(
      () => (document.activeElement as HTMLElement | null)?.dataset['path'] === 'DecHead.NoteS',
    )
    await press('Control+A')
    await desk.page.keyboard.type('演练备注：自用')
    const tick = desk.page.getByRole('button', { name: /^已处理 / })
    await tick.focus()
    await press('Enter')
    await tick.waitFor({ state: 'detached' })
    await press('F9')
    await state('已制单')
    await press('F9')
    await state('待复核')
  })

  test('the reviewer sees what changed, passes it, and it goes on to signing', async () => {
    await become('乙二')
    await press('Control+J')
    const changes = desk.page.getByRole('dialog')
    await changes.getByText('1 处不同').waitFor()
    await changes.getByText('演练备注：自用').waitFor()
    await desk.page.screenshot({ path: join(pictures, 'changes.png') })
    await press('Escape')
    await press('F9')
    await state('已复核')
    await press('Control+H')
    await desk.page
      .getByRole('list', { name: '经手记录' })
      .getByText(/乙二\s*复核通过/)
      .waitFor()
    await desk.page.screenshot({ path: join(pictures, 'history.png') })
    await press('Escape')
    await press('F9')
    await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
    await desk.page.getByText('待签名 1 票').waitFor()
  })
})
