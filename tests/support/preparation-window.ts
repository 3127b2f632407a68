import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { appFolder } from '../../build/electron.mjs'
import { qualificationSteps } from '../../domain/fields/qualification/qualification.ts'
import { accountSteps, operatorStep } from '../../domain/fields/registration/account.ts'
import type { StepText } from '../../domain/fields/step-text.ts'
import { practicePin } from '../../domain/practice/practice-company.ts'
import { accountText, qualificationText } from '../fixtures/preparations.ts'
import { until } from './until.ts'
import { atStep, fillStep } from './wizard-keys.ts'

/** The preparations as a clerk does them in the window: with the keyboard, waiting for what the window says. */
const pictures = join(appFolder, 'out/registration')

/** The page in light and in dark, into `out/registration/`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  for (const theme of ['dark', 'light']) {
    await page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme)
    await page.screenshot({ path: join(pictures, `${name}-${theme}.png`) })
  }
}

/** Goes to a page by its address, away from the one that is open first, so that it is loaded anew. */
export async function goTo(page: Page, hash: string, heading: string): Promise<void> {
  await page.evaluate(() => (location.hash = '/preparation/branches'))
  await page.getByRole('heading', { level: 1, name: '分支机构联络方式' }).waitFor()
  await page.evaluate((to) => (location.hash = to), hash)
  await page.getByRole('heading', { level: 1, name: heading, exact: false }).waitFor()
}

interface Answer {
  readonly ok: boolean
  readonly value?: unknown
}

/** What the practice panel does: where practice begins, the card in the reader, the line, the decision of the authority. */
export async function practise(page: Page, method: 'set' | 'begin', input: Record<string, unknown>): Promise<void> {
  // The practice portal starts after the window.
  await until(`practice: ${method}`, async () => (await call(page, method, input)).ok, 60_000)
}

/** The newest number of that many digits in a short message to a mobile. */
export async function codeSentTo(page: Page, mobile: string, digits = 6): Promise<string> {
  const { value } = await call(page, 'notices', {})
  const own = (value as { to: string; text: string }[]).find(({ to }) => to.endsWith(mobile.slice(-4)))
  const code = new RegExp(`(?<!\\d)\\d{${digits}}(?!\\d)`).exec(own?.text ?? '')?.[0]
  if (code === undefined) throw new Error(`no code of ${digits} digits went to ${mobile}: ${own?.text ?? 'nothing'}`)
  return code
}

/** The password of the people of a practice company that is ready: the notice tells it. */
export async function practicePassword(page: Page): Promise<string> {
  const { value } = await call(page, 'notices', {})
  const told = (value as { text: string }[]).map(({ text }) => /密码都是 (\S+)/.exec(text)?.[1]).find(Boolean)
  if (told === undefined) throw new Error('no notice tells the password')
  return told
}

const call = (page: Page, method: string, input: Record<string, unknown>): Promise<Answer> =>
  page.evaluate(
    async ([name, given]) => {
      const { api } = window as unknown as { api: { practice: Record<string, (input: unknown) => Promise<Answer>> } }
      return (await api.practice[name]?.(given)) ?? { ok: false }
    },
    [method, input] as const,
  )

/** Waits until the window says it. */
export const says = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor()

/** Fills 用户注册 to its last step. */
export async function fillAccount(page: Page, text: StepText = accountText()): Promise<void> {
  await goTo(page, '/preparation/account', '用户注册')
  for (const step of accountSteps) await fillStep(page, step, text)
  await atStep(page, '核对并注册')
}

/** Gets the code of a short message in the step of the mobile, and types it. */
export async function typeSmsCode(page: Page, mobile: string): Promise<void> {
  await page.keyboard.press('Alt+3')
  await page.locator('[data-path="administrator.userName"]:focus').waitFor()
  await page.keyboard.press('F4')
  await says(page, '验证码已发到')
  await page.locator('[data-path="administrator.smsCode"]').focus()
  await page.keyboard.type(await codeSentTo(page, mobile))
}

/** Registers the practice company; the administrator is logged in afterwards. */
export async function registerCompany(page: Page): Promise<void> {
  await fillAccount(page)
  await typeSmsCode(page, '13800000000')
  await page.keyboard.press('F9')
  await page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
  await says(page, '演练法人（')
}

/** Invites an operator; gives the code that went to the mobile. */
export async function inviteOperator(page: Page, text: StepText, mobile: string): Promise<string> {
  await goTo(page, '/preparation/operators/new', '邀请操作员')
  await fillStep(page, operatorStep, text)
  await page.keyboard.press('F9')
  await says(page, '激活码已发到手机')
  return codeSentTo(page, mobile, 8)
}

/** Leaves the account, from any page; the page of preparations is open afterwards. */
export async function logout(page: Page): Promise<void> {
  await goTo(page, '/preparation', '业务准备')
  const leave = page.getByRole('button', { name: '退出登录' })
  await leave.click()
  await leave.waitFor({ state: 'detached' })
}

/** Logs in with user name, password and the captcha that is shown, or a wrong one; says nothing of the outcome. */
export async function login(page: Page, userName: string, password: string, captcha?: string): Promise<void> {
  if (!page.url().endsWith('/preparation/login')) await goTo(page, '/preparation/login', '登录')
  await page.waitForFunction(() => /^\w{4}$/.test(document.querySelector('.captcha .shown')?.textContent ?? ''))
  await page.getByLabel('用户名').fill(userName)
  await page.getByLabel('登录密码').fill(password)
  const shown = (await page.locator('.captcha .shown').textContent()) ?? ''
  await page
    .locator('input')
    .and(page.getByLabel('验证码'))
    .fill(captcha ?? shown)
  await page.keyboard.press('Enter')
}

/** First login of an operator: the code of the invitation and a password of his own. */
export async function activate(page: Page, userName: string, code: string, password: string): Promise<void> {
  await goTo(page, `/preparation/login?activate=${userName}`, '登录')
  await page.getByLabel('激活码').fill(code)
  for (const label of ['设置密码', '确认密码']) await page.getByLabel(label).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
  await says(page, '演练员甲（')
}

/** Opens the page of bindings with the wanted card in the reader, for a user (without one the user himself). */
export async function openBinding(page: Page, card: string, holder: string, user = ''): Promise<void> {
  await practise(page, 'set', { card })
  await goTo(page, `/preparation/binding${user === '' ? '' : `?user=${user}`}`, '绑定IC卡')
  await page.locator('[role=status]', { hasText: holder }).first().waitFor()
  const select = page.locator('select').first()
  await until('no user to bind to', async () => {
    const chosen = await select.inputValue()
    return user === '' ? chosen !== '' : chosen === user
  })
}

/** The row of a card that is bound now. */
export const boundRow = (page: Page, cardNo: string): Locator =>
  page
    .getByRole('table', { name: '卡与用户' })
    .locator('tbody tr', { hasText: cardNo })
    .filter({ has: page.getByText('已绑定', { exact: true }) })

/** Reads the card in the reader, signs with the PIN when the card is not refused before, and waits for what comes of it. */
export async function bind(page: Page, outcome: Locator): Promise<void> {
  await page.keyboard.press('F9')
  const pin = page.locator('#card-sign-pin')
  await pin.or(outcome).first().waitFor()
  if (await pin.isVisible()) {
    await until('the PIN may be typed', () => pin.isEnabled())
    await pin.fill(practicePin)
    await page.keyboard.press('Enter')
  }
  await outcome.first().waitFor()
}

/** Fills an application for a qualification to its last step, without handing it in. */
export async function fillQualification(
  page: Page,
  kind = 'new',
  text: StepText = qualificationText(),
  steps = qualificationSteps,
): Promise<void> {
  await goTo(page, `/preparation/qualification?new=${kind}`, '企业资质申请')
  for (const step of steps) {
    await atStep(page, step.title)
    await fillStep(page, step, text)
  }
  await page.keyboard.press(`Alt+${qualificationSteps.length + 2}`)
  await atStep(page, '提交与审核')
}

/** Asks the portal until it has decided; it is asked again each second. */
export async function decided(page: Page, words: string): Promise<void> {
  const ask = page.getByRole('button', { name: '查询审核结果' })
  const said = page.getByText(words).first()
  await until(
    `the authority says ${words}`,
    async () => {
      if (await said.isVisible()) return true
      if (await ask.isVisible()) await ask.click()
      return said.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      )
    },
    60_000,
  )
}

/** Fetches what is on file. */
export async function fetchFiled(page: Page): Promise<void> {
  await goTo(page, '/preparation/qualification', '企业资质备案')
  await page.keyboard.press('g')
  await says(page, '已取回并保存')
}
