import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { importDeclaration } from '../fixtures/declarations.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { watchMouse } from '../support/no-mouse.ts'
import { resize } from '../support/page-tour.ts'
import { practise } from '../support/preparation-window.ts'
import { seedDesk } from '../support/seed-desk.ts'

const out = join(appFolder, 'out/panel-keys')
const soon = { timeout: 30_000 }

/** Buttons that stand inside of panels, each by its key: what it does is seen, and the cursor is never lost. */
describe('the buttons of panels by key alone', () => {
  let desk: Desk
  let mouse: () => Promise<string[]>
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
  const heading = (name: string): Promise<void> => desk.page.getByRole('heading', { level: 1, name }).waitFor()
  const button = (name: string | RegExp) => desk.page.getByRole('button', { name })
  const pressed = (name: string | RegExp) => button(name).getAttribute('aria-pressed')
  const picture = (name: string) => desk.page.screenshot({ path: join(out, `${name}.png`) })
  /** Something has the focus, and it is not switched off. */
  const hasCursor = (): Promise<void> =>
    expect
      .poll(
        () =>
          desk.page.evaluate(
            () => document.activeElement !== document.body && !document.activeElement?.matches(':disabled'),
          ),
        soon,
      )
      .toBe(true)
  /** Opens a dialog by key, and leaves it by Esc. */
  async function opens(key: string, name: string): Promise<void> {
    await press(key)
    const dialog = desk.page.getByRole('dialog', { name })
    await dialog.waitFor()
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await picture(name)
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await hasCursor()
  }
  /** What the sheet (?) says of a key, and what the palette (Ctrl+K) finds by some letters of it. */
  async function isListed(title: string, keys: string): Promise<void> {
    await press('F1')
    const sheet = desk.page.getByRole('dialog', { name: '快捷键' })
    expect(await sheet.locator('dl > div', { hasText: title }).first().innerText()).toContain(keys)
    await press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await press('Control+K')
    await desk.page.getByRole('combobox', { name: '查找命令' }).waitFor()
    await desk.page.keyboard.type(title)
    const hit = desk.page.getByRole('option', { name: title }).first()
    expect(await hit.innerText()).toContain(keys)
    await press('Escape')
    await hit.waitFor({ state: 'detached' })
    await hasCursor()
  }

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    const seeded = await seedDesk(
      [importDeclaration(), importDeclaration()].map((message) => ({ ieFlag: 'I' as const, message })),
      undefined,
      (db, ids) =>
        void db.prepare("UPDATE declarations SET state = 'released', seq_no = 'I1' WHERE id = ?").run(ids[1] ?? ''),
    )
    desk = await openDesk(seeded.folder)
    await resize(desk, 1366, 768)
    mouse = await watchMouse(desk.page)
    await desk.page.locator('.card-line.is-good').waitFor()
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(desk.folder)
  })

  test('a tile of the board lists its declarations, and the list is narrowed further', async () => {
    await desk.page.getByRole('grid', { name: '最近的报关单' }).waitFor()
    await picture('board')
    await press('Alt+8')
    await heading('报关单')
    await expect.poll(() => pressed('已放行'), soon).toBe('true')
    await expect.poll(() => desk.page.getByRole('grid').getByRole('row').count(), soon).toBe(2)
    await hasCursor()
    await press('Alt+1')
    await expect.poll(() => pressed('草稿'), soon).toBe('true')
    await expect.poll(() => desk.page.getByRole('grid').getByRole('row').count(), soon).toBe(3)
    await press('Alt+9')
    await expect.poll(() => pressed(/有标记/), soon).toBe('true')
    await desk.page.getByText('没有符合条件的报关单').waitFor()
    await picture('list')
    await hasCursor()
    await isListed('只看有标记的', 'Alt+9')
    // The search has the cursor, because there is no row: this key works there too.
    await press('Alt+0')
    await expect.poll(() => pressed('全部'), soon).toBe('true')
    expect(await pressed('草稿')).toBe('false')
    await expect.poll(() => desk.page.getByRole('grid').getByRole('row').count(), soon).toBe(3)
    await hasCursor()
  })

  test('receipts are narrowed, and the card line is acted on, from any page', async () => {
    await press('Control+5')
    await heading('发送与回执')
    await press('Alt+3')
    await expect.poll(() => pressed('退单/退回'), soon).toBe('true')
    expect(await pressed('全部')).toBe('false')
    await picture('receipts')
    await hasCursor()
    await practise(desk.page, 'set', { fault: 'card-out' })
    await desk.page.locator('.card-line.is-broken').waitFor()
    await picture('card-out')
    await isListed('卡：', 'Alt+K')
    await press('Alt+K')
    await desk.page.locator('.card-line.is-good').waitFor()
    await hasCursor()
    await press('Control+4')
    await heading('签名与申报')
    await opens('Alt+M', '修改卡密码')
  })

  test('a filed declaration leads to its filing, a failure is put away', async () => {
    await press('Control+2')
    await heading('报关单')
    await press('Alt+8')
    await expect.poll(() => desk.page.getByRole('grid').getByRole('row').count(), soon).toBe(2)
    await press('Enter')
    await heading('申报进度')
    await press('o')
    await heading('进口报关单')
    await button(/^申报进度/).waitFor()
    await picture('locked')
    await press('Control+J')
    const notice = desk.page.locator('.toast-host').getByText('没有可比较的版本')
    await notice.waitFor()
    await picture('failure')
    await press('Control+Shift+X')
    await notice.waitFor({ state: 'detached' })
    await hasCursor()
    await press('Alt+J')
    await heading('申报进度')
    await hasCursor()
  })

  test('settings: a site is added, its key stands on the sheet and is found', async () => {
    await press('Control+9')
    await heading('设置')
    await button('添加真实站点').waitFor()
    await picture('settings')
    await opens('Alt+Z', '添加真实站点')
    await isListed('添加真实站点', 'Alt+Z')
  })

  test('the board of the preparations goes on with what was begun', async () => {
    await press('Control+6')
    await heading('业务准备')
    await button(/^用户注册/).waitFor()
    await press('n')
    await heading('用户注册')
    await desk.page.locator('[data-path="company.name"]:focus').waitFor()
    await picture('wizard')
    await press('Alt+L')
    await heading('登录')
    const shown = desk.page.locator('.captcha .shown')
    await expect.poll(() => shown.textContent(), soon).toMatch(/^\w{4}$/)
    const before = await shown.textContent()
    await press('F5')
    await expect.poll(() => shown.textContent(), soon).not.toBe(before)
    await picture('login')
    await hasCursor()
    await press('Control+6')
    await button(/^继续注册/).waitFor()
    await picture('begun')
    await press('n')
    await heading('用户注册')
  })

  test('to practise from the start asks first, and Esc keeps all', async () => {
    await press('Control+6')
    await button(/^继续注册/).waitFor()
    await opens('t', '从头练起')
    expect(await desk.page.getByText('演练平台已从头开始').count()).toBe(0)
    await press('t')
    const ready = desk.page.getByRole('dialog').getByRole('button', { name: '一切就绪' })
    await ready.waitFor()
    await ready.focus()
    await press('Enter')
    await desk.page.getByText('演练平台已从头开始').waitFor()
    await desk.page.getByRole('list', { name: '演练短信' }).waitFor()
    await hasCursor()
  })

  test('what had the cursor may go: it is in its panel then', async () => {
    const remove = button('删除')
    await remove.focus()
    await press('Enter')
    const dialog = desk.page.getByRole('dialog', { name: '删除填写中的业务' })
    await dialog.waitFor()
    await dialog.getByRole('button', { name: '删除' }).focus()
    await press('Enter')
    await remove.waitFor({ state: 'detached' })
    await hasCursor()
    // Keys work, and Tab goes on within the page.
    await press('Tab')
    expect(await desk.page.evaluate(() => document.activeElement?.closest('.page') !== null)).toBe(true)
    await press('o')
    await heading('操作员')
    expect(await mouse()).toEqual([])
  })
})
