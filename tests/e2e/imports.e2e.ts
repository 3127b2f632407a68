import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { chooseFile, clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { hostileFile } from '../support/hostile-files.ts'
import { tempFolderOfSuite } from '../support/temp-folder.ts'

const out = join(appFolder, 'out', 'imports')
let desk: Desk
let folder: string

beforeAll(async () => {
  mkdirSync(out, { recursive: true })
  folder = tempFolderOfSuite()
  desk = await openDesk()
})
afterAll(async () => {
  await desk.close()
  clearDesk(desk.folder)
})

/** Goes to a page and presses the keys that ask for its file. */
async function choose(hash: string, heading: string, keys: readonly string[], file: string): Promise<void> {
  await desk.page.evaluate((wanted) => (location.hash = wanted), '#/about')
  await desk.page.getByRole('heading', { level: 1, name: '关于' }).waitFor()
  await desk.page.evaluate((wanted) => (location.hash = wanted), hash)
  await desk.page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await chooseFile(desk, file)
  for (const key of keys) await desk.page.keyboard.press(key)
}

const stored = (): Promise<number> =>
  desk.page.evaluate(async () => {
    const list = await window.api.drafts.list({ limit: 1, offset: 0 })
    if (!list.ok) throw new Error(list.error.code)
    return list.value.total
  })

const ways = {
  sheet: ['#/imports', '导入客户表格', ['F10']],
  message: ['#/imports', '导入客户表格', ['Control+o']],
  tariff: ['#/tariff', '税则库', ['F10']],
  desk: ['#/diagnostics', '诊断', ['Alt+2', 'i']],
} as const

describe('a file that would do harm', () => {
  test.each([
    ['sheet', 'bomb.xlsx'],
    ['sheet', 'page.xlsx'],
    ['sheet', 'cut.xlsx'],
    ['message', 'bomb.zip'],
    ['message', 'outside.zip'],
    ['message', 'entity.xml'],
    ['message', 'laughs.xml'],
    ['message', 'cut.zip'],
    ['message', 'empty.xml'],
    ['tariff', 'page.xlsx'],
    ['desk', 'bomb.zip'],
    ['desk', 'outside.zip'],
    ['desk', 'cut.zip'],
  ] as const)('for the %s is refused with what, why and what to do: %s', async (way, name) => {
    const [hash, heading, keys] = ways[way]
    await choose(hash, heading, keys, hostileFile(folder, name))
    const told = desk.page
      .locator('[role="alert"], dialog[open] li:has(.red)')
      .filter({ hasText: /\p{Script=Han}{4}/u })
    await told.first().waitFor()
    await desk.page.screenshot({ path: join(out, `${way}-${name}.png`) })
    expect(await told.first().innerText()).toMatch(/\S[\s\S]{12,}/)
    expect(
      await desk.page
        .locator('dialog[open]')
        .getByRole('button', { name: /^生成 [1-9]/ })
        .count(),
    ).toBe(0)
    await desk.page.keyboard.press('Escape')
    expect(await stored()).toBe(0)
  })
})

describe('the tariff of the company', () => {
  const titles = ['商品编码', '商品名称', '第一单位', '监管条件', '申报要素']
  async function tariffFile(name: string, rows: readonly (readonly string[])[]): Promise<string> {
    const path = join(folder, name)
    writeFileSync(path, await writeXlsx({ sheets: [{ name: '税则', rows: [titles, ...rows.map((row) => [...row])] }] }))
    return path
  }

  test('with a wrong line is not taken over at all, and the line is named', async () => {
    const file = await tariffFile('坏税则.xlsx', [
      ['8482102000', '深沟球轴承', '套', 'A', '1:品牌类型;2:用途'],
      ['848210', '编号不足', '套', '', ''],
    ])
    await choose(...ways.tariff, file)
    const dialog = desk.page.getByRole('dialog', { name: /导入税则/ })
    await dialog.getByText(/第 3 行/).waitFor()
    await dialog.getByText('有错误时一行也不导入').waitFor()
    await desk.page.screenshot({ path: join(out, 'tariff-wrong-line.png') })
    await desk.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await desk.page.getByText(/演练用税则，不得用于申报/).waitFor()
  })

  test('is taken over with its source and day without a mouse, and takes the place of that of practice', async () => {
    const file = await tariffFile('演练税则.xlsx', [
      ['8482102000', '深沟球轴承', '套', 'A', '1:品牌类型;2:用途'],
      ['8413709990', '离心泵', '台', '', '1:品牌类型'],
    ])
    await choose(...ways.tariff, file)
    const dialog = desk.page.getByRole('dialog', { name: /导入税则/ })
    await dialog.getByText(/读到 2 个商品编号/).waitFor()
    await dialog.getByLabel('来源').focus()
    await desk.page.keyboard.type('演练：自编税则')
    await desk.page.screenshot({ path: join(out, 'tariff-import.png') })
    await desk.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await desk.page.getByText(/^\s*2 个商品编号/).waitFor()
    expect(await desk.page.getByText(/演练用税则，不得用于申报/).count()).toBe(0)
    await desk.page.screenshot({ path: join(out, 'tariff-taken.png') })
  })
})
