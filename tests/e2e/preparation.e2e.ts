import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { qualificationSteps } from '../../domain/fields/qualification/qualification.ts'
import { accountSteps } from '../../domain/fields/registration/account.ts'
import { cardMediaSteps } from '../../domain/fields/registration/card-media.ts'
import { accountText, cardText, qualificationText } from '../fixtures/preparations.ts'
import { chooseTarget, clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { atStep, fillStep } from '../support/wizard-keys.ts'

/** The three preparations in the real app, filled without a mouse and without a line. */
const pictures = join(appFolder, 'out/registration')
mkdirSync(pictures, { recursive: true })
let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
  await resize()
}, 120_000)
afterAll(async () => {
  await desk.close()
  clearDesk(desk.folder)
})

const resize = (): Promise<void> =>
  desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))

/** The page in light and in dark. */
async function picture(name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await desk.page.evaluate((wanted) => {
      document.documentElement.dataset['theme'] = wanted
    }, theme)
    await desk.page.screenshot({ path: join(pictures, `${name}-${theme}.png`) })
  }
  await desk.page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'))
}

const goTo = async (hash: string, heading: string): Promise<void> => {
  await desk.page.evaluate((to) => (location.hash = to), hash)
  await desk.page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

const saved = (): Promise<void> => desk.page.locator('.save-state', { hasText: '已保存' }).waitFor()

describe('用户注册', () => {
  test('the board opens with its key and names the next step', async () => {
    await desk.page.keyboard.press('Control+6')
    await desk.page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
    await picture('board-new')
  })

  test('is filled without a mouse, and what is wrong stands beside its field and in the list', async () => {
    await goTo('/preparation/account', '用户注册')
    const [company, administrator, login] = accountSteps
    if (!company || !administrator || !login) throw new Error('three steps')
    const wrong = accountText()
    const part = wrong['company']
    if (part !== undefined && !Array.isArray(part)) part['creditCode'] = '91310115MA9YLBG194'
    await fillStep(desk.page, company, wrong)
    await atStep(desk.page, '管理员')
    await desk.page.locator('.finding-groups', { hasText: '不是有效的统一社会信用代码' }).waitFor()
    await desk.page.keyboard.press('F8')
    await desk.page.locator('[data-path="company.creditCode"]:focus').waitFor()
    await picture('account-company-error')
    await desk.page.keyboard.type('91310115MA9YLBG193')
    await desk.page.keyboard.press('Alt+2')
    await fillStep(desk.page, administrator, accountText())
    await picture('account-login')
    await saved()
  }, 120_000)

  test('is resumed where it was left after the power went', async () => {
    const { folder } = desk
    await desk.kill()
    desk = await openDesk(folder)
    await resize()
    await goTo('/preparation/account', '用户注册')
    await atStep(desk.page, '用户名与手机')
    await desk.page.keyboard.press('Alt+1')
    expect(await desk.page.locator('[data-path="company.creditCode"]').inputValue()).toBe('91310115MA9YLBG193')
    expect(await desk.page.locator('[data-path="company.orgCode"]').inputValue()).toBe('MA9YLBG19')
    await picture('account-company')
  }, 120_000)

  test('keeps all but the password when it is put by without a line', async () => {
    const login = accountSteps[2]
    if (!login) throw new Error('no login step')
    await desk.page.keyboard.press('Alt+3')
    await fillStep(desk.page, login, accountText())
    await atStep(desk.page, '核对并注册')
    await picture('account-send')
    await desk.page.getByRole('button', { name: '先放着，联网后提交' }).click()
    await desk.page.getByText('填好，待联网提交').first().waitFor()
    const { folder } = desk
    const found = execFileSync('sh', ['-c', `grep -rl 'Yanlian#2026' ${folder} || true`]).toString()
    expect(found).toBe('')
  }, 120_000)
})

describe('企业资质备案', () => {
  test('takes over what the account has, and is filled to the end', async () => {
    await goTo('/preparation/qualification', '企业资质备案')
    await picture('qualification')
    await desk.page.keyboard.press('Alt+1')
    await desk.page.getByRole('heading', { level: 1, name: '企业资质申请' }).waitFor()
    for (const step of qualificationSteps) {
      await atStep(desk.page, step.title)
      if (step.id === 'basic')
        expect(await desk.page.locator('[data-path="basic.legalName"]').inputValue()).toBe('演练法人')
      await fillStep(desk.page, step, qualificationText())
      await desk.page.keyboard.press('Control+PageUp')
      await picture(`qualification-${step.id}`)
      await desk.page.keyboard.press('Control+PageDown')
    }
    await atStep(desk.page, '附件与打印')
    await picture('qualification-papers')
    expect(await desk.page.locator('.finding-groups header').textContent()).toContain('红 0')
  }, 300_000)

  test.each([
    ['报关单位情况登记表', ['注册海关', '500 CNY 人民币', '演练投资甲', '■备案']],
    ['报关企业注册登记许可申请书', ['■报关企业', '营业执照', '法定代表人（签字）']],
    ['报关单位备案信息表', ['海关总署令第253号', '申请报关单位类型', '310115']],
  ])(
    'prints %s as a PDF that reads right',
    async (title, parts) => {
      const file = join(pictures, `${title}.pdf`)
      await chooseTarget(desk, file)
      await desk.page.getByRole('button', { name: `${title} 存为PDF` }).click()
      await desk.page.getByText('已保存 PDF').first().waitFor()
      const text = execFileSync('pdftotext', ['-layout', file, '-']).toString()
      for (const part of [title, '演练打印', '91310115MA9YLBG193', ...parts]) expect(text).toContain(part)
      execFileSync('pdftoppm', ['-r', '60', '-png', file, join(pictures, title)])
      await desk.page.getByText('已保存 PDF').first().waitFor({ state: 'detached' })
    },
    60_000,
  )
})

describe('办理卡介质', () => {
  test('is guided from the kind of card to the branch, found by its place', async () => {
    await goTo('/preparation/cards', '办理卡介质')
    await picture('cards')
    await desk.page.keyboard.press('n')
    await atStep(desk.page, '卡与业务')
    const [card, holder, pickUp] = cardMediaSteps
    if (!card || !holder || !pickUp) throw new Error('three steps')
    await fillStep(desk.page, card, cardText())
    await fillStep(desk.page, holder, cardText())
    await atStep(desk.page, '发卡机构与取卡')
    await picture('card-pick-up')
    await fillStep(desk.page, pickUp, cardText())
    await desk.page.keyboard.press('Alt+4')
    await desk.page.getByText('授权委托书').or(desk.page.getByText('本企业法人卡')).first().waitFor()
    await picture('card-papers')
    await desk.page.keyboard.press('Alt+5')
    await picture('card-send')
  }, 120_000)

  test('the directory names only contacts with a source', async () => {
    await goTo('/preparation/branches', '分支机构联络方式')
    await desk.page.keyboard.type('南昌')
    await desk.page.getByText('0791-86307434').first().waitFor()
    await picture('branches')
  })
})

test.each([
  ['/preparation/login', '登录', 'login'],
  ['/preparation/operators', '操作员', 'operators'],
  ['/preparation/operators/new', '邀请操作员', 'operator-invite'],
  ['/preparation/binding', '绑定IC卡', 'binding'],
  ['/preparation', '业务准备', 'board-begun'],
])('%s opens and says what to do', async (hash, heading, name) => {
  await goTo(hash, heading)
  await desk.page.locator('.page-body, .sheet').first().waitFor()
  expect(await desk.page.locator('.page').count()).toBe(1)
  await picture(name)
})
