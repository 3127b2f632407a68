import { describe, test } from 'vitest'
import { practiceCompany } from '../../domain/practice/practice-company.ts'
import { operatorText } from '../fixtures/preparations.ts'
import { openPreparations } from '../support/preparation-head.ts'
import * as window from '../support/preparation-window.ts'

/** 用户注册 and every way in, against the practice portal in the real window. */
const administrator = { userName: 'yanlian_admin', mobile: '13800000000', password: 'Yanlian#2026' }
const operator = { userName: 'yanlian_jia', mobile: '13900000001', password: 'Jia#20260801' }
let activation = ''

const opened = openPreparations()

const press = (keys: string): Promise<void> => opened.page.keyboard.press(keys)
const { says } = opened
/** Types into a field of the page of logins. */
const fill = (label: string, text: string): Promise<void> => opened.page.getByLabel(label).fill(text)

describe('用户注册', () => {
  test('names that the portal has already are told beside their fields', async () => {
    await window.practise(opened.page, 'begin', { from: 'ready' })
    await window.fillAccount(opened.page)
    await opened.page.getByRole('button', { name: '向平台查重名' }).click()
    for (const told of ['这家企业已注册', '平台上已有同名企业', '已被占用，请换一个'])
      await opened.page.locator('.finding-groups', { hasText: told }).waitFor()
    await window.picture(opened.page, 'account-duplicate')
  }, 90_000)

  test('on an empty portal they are free, a wrong code is told beside its field, the right one registers', async () => {
    await window.practise(opened.page, 'begin', { from: 'nothing' })
    await opened.page.getByRole('button', { name: '向平台查重名' }).click()
    await says('平台上没有重名')
    await window.typeSmsCode(opened.page, administrator.mobile)
    const code = opened.page.locator('[data-path="administrator.smsCode"]')
    const right = await code.inputValue()
    await code.fill(right === '000000' ? '000001' : '000000')
    await press('F9')
    await opened.page.locator('.finding-groups', { hasText: '短信验证码：不对或已过期' }).waitFor()
    await window.picture(opened.page, 'account-sms')
    await code.fill(right)
    await press('F9')
    await opened.page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
    await says('演练法人（')
    await window.picture(opened.page, 'board-registered')
  }, 90_000)
})

describe('操作员', () => {
  test('is invited with a code by short message', async () => {
    activation = await window.inviteOperator(opened.page, operatorText(), operator.mobile)
    await window.picture(opened.page, 'operator-invited')
    await window.goTo(opened.page, '/preparation/operators', '操作员')
    await says('已邀请，待激活')
  }, 60_000)

  test('is refused a wrong code, and with the right one chooses a password and is in', async () => {
    await window.logout(opened.page)
    await window.goTo(opened.page, `/preparation/login?activate=${operator.userName}`, '登录')
    await fill('激活码', activation === '00000000' ? '00000001' : '00000000')
    for (const label of ['设置密码', '确认密码']) await fill(label, operator.password)
    await press('Enter')
    await says('用户名或激活码不对')
    await window.picture(opened.page, 'login-activate')
    await window.activate(opened.page, operator.userName, activation, operator.password)
  }, 60_000)

  test('may not do what is the work of the administrator', async () => {
    await window.goTo(opened.page, '/preparation/operators', '操作员')
    await says('只有企业的管理员可以办理')
    await window.picture(opened.page, 'operator-forbidden')
  }, 60_000)
})

describe('登录', () => {
  test('says which of captcha and password is wrong, and asks for a new captcha each time', async () => {
    await window.logout(opened.page)
    await window.goTo(opened.page, '/preparation/login', '登录')
    await window.login(opened.page, administrator.userName, administrator.password, '####')
    await says('验证码不对或已过期')
    const before = await opened.page.locator('.captcha .shown').textContent()
    await window.login(opened.page, administrator.userName, 'Wrong#2026')
    await says('用户名或密码不对')
    await opened.page.waitForFunction((old) => document.querySelector('.captcha .shown')?.textContent !== old, before)
    await window.picture(opened.page, 'login-wrong')
  }, 60_000)

  test('a forgotten user name is found by the mobile', async () => {
    await press('Alt+5')
    await fill('统一社会信用代码', practiceCompany.credit)
    await fill('账号手机', administrator.mobile)
    await press('F4')
    await says('验证码已发到')
    await fill('短信验证码', await window.codeSentTo(opened.page, administrator.mobile))
    await press('Enter')
    await says(`用户名：${administrator.userName}`)
    await window.picture(opened.page, 'login-find')
  }, 60_000)

  test('a forgotten password is set anew by the mobile, and the new one lets in', async () => {
    const next = 'Xin#Mima2026'
    await press('Alt+4')
    await fill('用户名', administrator.userName)
    await fill('账号手机', administrator.mobile)
    await press('F4')
    await says('验证码已发到')
    await fill('短信验证码', await window.codeSentTo(opened.page, administrator.mobile))
    for (const label of ['新密码', '确认密码']) await fill(label, next)
    await window.picture(opened.page, 'login-reset')
    await press('Enter')
    await says('密码已改，请用新密码登录')
    await window.login(opened.page, administrator.userName, administrator.password)
    await says('用户名或密码不对')
    await window.login(opened.page, administrator.userName, next)
    await opened.page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
    await says('演练法人（')
  }, 60_000)
})

describe('账号信息管理', () => {
  const dialog = () => opened.page.getByRole('dialog')
  const shown = (text: string): Promise<void> => opened.page.locator('.me', { hasText: text }).waitFor()

  test('opens from the name at the top with all that the notice shows, and leads to the card', async () => {
    await press('a')
    await opened.page.getByRole('heading', { level: 1, name: '管理员账号信息管理' }).waitFor()
    const labels = ['企业中文名称', '组织机构代码（主体标识码）', '法人证件类型', '企业地址', '登录密码']
    for (const text of [...labels, practiceCompany.credit, '演练法人', '身份证', '还没有绑定']) await shown(text)
    await window.picture(opened.page, 'account-page')
  }, 60_000)

  test('the password is changed for the old one only', async () => {
    await press('p')
    const change = async (old: string): Promise<void> => {
      await dialog().getByLabel('现在的密码').fill(old)
      for (const label of ['新密码', '确认密码']) await dialog().getByLabel(label).fill('Zai#Huan2026')
      await press('Enter')
    }
    await change('Wrong#2026')
    await dialog().getByText('现在的密码不对').waitFor()
    await window.picture(opened.page, 'account-password')
    await change('Xin#Mima2026')
    await says('密码已改，下次登录用新密码')
  }, 60_000)

  test('a new mobile is proved by a code that goes to it, the e-mail is changed', async () => {
    await press('m')
    await dialog().getByLabel('新手机号码').fill('13700000003')
    await press('F4')
    await says('验证码已发到')
    await dialog()
      .locator('input')
      .and(opened.page.getByLabel('短信验证码'))
      .fill(await window.codeSentTo(opened.page, '13700000003'))
    await window.picture(opened.page, 'account-mobile')
    await press('Enter')
    await shown('13700000003')
    await press('e')
    await dialog().getByLabel('新电子邮箱').fill('new@example.com')
    await press('Enter')
    await shown('new@example.com')
  }, 60_000)
})
