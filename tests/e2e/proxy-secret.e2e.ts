import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { deskMigrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { askingProxy, type AskingProxy } from '../support/asking-proxy.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { KeyRing, withKeyRing } from '../support/key-ring.ts'
import { until } from '../support/until.ts'

const pictures = join(appFolder, 'out', 'proxy-secret')
const secret = 'Pr0xy-Pass-77'
let desk: Desk
let proxy: AskingProxy
let folder: string

const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'desk-'))
const picture = (name: string): Promise<unknown> =>
  desk.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    // A journal that was there when the folder was listed.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
/** Files of the data folder in which a text stands, also as UTF-16 or Base64. */
const holding = (text: string): string[] => {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64'))]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const content = contentOf(file)
      return forms.some((form) => content.includes(form))
    })
}
const form = () => desk.page.getByRole('dialog', { name: /添加真实站点|修改站点/ })
const address = () => form().getByLabel('代理地址')
async function openSites(): Promise<void> {
  await desk.page.keyboard.press('Control+9')
  await desk.page.getByRole('button', { name: '添加真实站点' }).waitFor()
}
async function fillNew(proxyAddress: string): Promise<void> {
  await openSites()
  await desk.page.getByRole('button', { name: '添加真实站点' }).click()
  await form().getByLabel('名称').fill('有代理的站点')
  await form()
    .getByLabel(/^\*?地址$/)
    .fill('https://portal.example/api')
  await form().getByLabel('代理', { exact: true }).selectOption({ label: '手工填写' })
  await address().fill(proxyAddress)
}
async function edit(): Promise<void> {
  await openSites()
  await desk.page.getByRole('button', { name: '修改', exact: true }).click()
  await address().waitFor()
}
async function saved(): Promise<void> {
  await form().getByRole('button', { name: '保存' }).click()
  await form().waitFor({ state: 'detached' })
}
/** Presses the test button of the site and reads the step of the line. */
async function testLine(): Promise<string> {
  await openSites()
  await desk.page.locator('.site', { hasText: '有代理的站点' }).getByRole('button', { name: '测试' }).click()
  const step = desk.page.locator('.steps li', { hasText: '连接与证书' })
  await step.waitFor()
  return step.innerText()
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  proxy = await askingProxy()
})
afterAll(() => proxy.close())

describe('a proxy password typed into the window, with a key ring', () => {
  const ring = new KeyRing()
  beforeAll(async () => {
    await ring.start()
    folder = freshFolder()
    desk = await openDesk(folder, withKeyRing)
  })
  afterAll(async () => {
    await desk.close()
    await ring.stop()
    clearDesk(folder)
  })

  test('stands in no file, and the page is given a mark in its place', async () => {
    await fillNew(`http://clerk:${secret}@${proxy.host}`)
    await picture('01-typed')
    await saved()
    const listed = await desk.page.evaluate(async () => JSON.stringify(await window.api.sites.list({})))
    expect(listed).toContain(`http://clerk:••••@${proxy.host}`)
    expect(listed).not.toContain(secret)
    expect(holding(proxy.host)).not.toEqual([])
    expect(holding(secret)).toEqual([])
    await edit()
    expect(await address().inputValue()).toBe(`http://clerk:••••@${proxy.host}`)
    await picture('02-marked')
  })

  test('is kept when the form is saved without touching it, and reaches its proxy', async () => {
    await form().getByLabel('名称').fill('有代理的站点（改名）')
    await saved()
    proxy.shown.length = 0
    await testLine()
    expect(proxy.shown).toEqual([`clerk:${secret}`])
  })

  test('does not go to another proxy: the refusal stands in the form and asks for it anew', async () => {
    const other = await askingProxy()
    await edit()
    await address().fill(`http://clerk:••••@${other.host}`)
    await form().getByRole('button', { name: '保存' }).click()
    await form().getByText('重新填写密码').waitFor()
    await picture('03-another-proxy')
    await desk.page.keyboard.press('Escape')
    proxy.shown.length = 0
    await testLine()
    expect(other.shown).toEqual([])
    expect(proxy.shown).toEqual([`clerk:${secret}`])
    await other.close()
  })

  test('is there after a restart', async () => {
    await desk.close()
    expect(holding(secret)).toEqual([])
    desk = await openDesk(folder, withKeyRing)
    proxy.shown.length = 0
    await testLine()
    expect(proxy.shown).toEqual([`clerk:${secret}`])
  })

  test('of another user of the computer cannot be opened: the test says so, nothing is sent, typing it mends it', async () => {
    await desk.close()
    const stranger = new KeyRing()
    await stranger.start()
    desk = await openDesk(folder, withKeyRing)
    proxy.shown.length = 0
    expect(await testLine()).toContain('重新填写密码')
    await picture('04-cannot-be-opened')
    expect(proxy.shown).toEqual([])
    await edit()
    await address().fill(`http://clerk:next@${proxy.host}`)
    await saved()
    await testLine()
    expect(proxy.shown).toEqual(['clerk:next'])
    await stranger.stop()
  })
})

describe('a proxy password that an earlier version left in clear', () => {
  const ring = new KeyRing()
  beforeAll(async () => {
    await ring.start()
    folder = freshFolder()
    const earlier = { folder, name: 'desk', migrations: deskMigrations.filter(({ id }) => id < 62), now: Date.now }
    const store = await openStore(earlier)
    if (!store.ok) throw new Error(store.error.code)
    const profile = JSON.stringify({
      id: 'site-1',
      name: '有代理的站点',
      baseAddress: 'https://portal.example/api',
      extraCa: '',
      proxy: { kind: 'http', address: `http://clerk:${secret}@${proxy.host}` },
      cardBackend: 'pcsc',
    })
    store.value.db.prepare('INSERT INTO sites (id, profile, changed_at) VALUES (?, ?, ?)').run('site-1', profile, '')
    store.value.db.close()
    expect(holding(secret)).toHaveLength(1)
  })
  afterAll(async () => {
    await desk.close()
    await ring.stop()
    clearDesk(folder)
  })

  test('stays, and the clerk is told, where nothing can be sealed', async () => {
    desk = await openDesk(folder)
    await desk.page.getByText('代理密码仍是明文').waitFor()
    await picture('05-still-in-clear')
    proxy.shown.length = 0
    await testLine()
    expect(proxy.shown).toEqual([`clerk:${secret}`])
    await desk.close()
    expect(
      holding(secret)
        .map((file) => file.replace(/\d{8}-\d{6}/, 'then').slice(folder.length + 1))
        .sort(),
    ).toEqual(['backups/desk-v61-then-migration.db', 'desk.db'])
  })

  test('is sealed by the first start that can, in the file and in its copies, and goes on working', async () => {
    desk = await openDesk(folder, withKeyRing)
    await until('the password stands nowhere', () => holding(secret).length === 0)
    proxy.shown.length = 0
    await testLine()
    expect(proxy.shown).toEqual([`clerk:${secret}`])
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
  })
})

describe('a proxy password typed into the window, without a key ring', () => {
  beforeAll(async () => {
    folder = freshFolder()
    desk = await openDesk(folder)
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(folder)
  })

  test('is refused in words, and nothing of it is written', async () => {
    await fillNew(`http://clerk:${secret}@${proxy.host}`)
    await form().getByRole('button', { name: '保存' }).click()
    await form().getByText('不能加密保存密码').waitFor()
    await picture('06-no-key-ring')
    expect(holding(secret)).toEqual([])
    await address().fill(`http://${proxy.host}`)
    await saved()
  })
})
