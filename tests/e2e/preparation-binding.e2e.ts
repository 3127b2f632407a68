import { expect, test } from 'vitest'
import { practicePin } from '../../domain/practice/practice-company.ts'
import { operatorText } from '../fixtures/preparations.ts'
import { openPreparations } from '../support/preparation-head.ts'
import * as window from '../support/preparation-window.ts'
import { until } from '../support/until.ts'

/** 绑定IC卡 in the real window: every refusal, binding, unbinding, a new card for an old one, and login by card. */

const opened = openPreparations(window.registerCompany)

const { says } = opened
const rows = () => opened.page.getByRole('table', { name: '卡与用户' }).locator('tbody tr')

test.each([
  ['other', '演练员丙', '这张卡属于其他企业'],
  ['second', '演练员乙', '卡的持有人与用户的姓名不符'],
])(
  'refuses the card %s of %s: %s',
  async (card, holder, why) => {
    await window.openBinding(opened.page, card, holder)
    await window.bind(opened.page, opened.page.getByText(why))
    expect(await rows().count()).toBe(0)
    await window.picture(opened.page, `binding-${card}`)
  },
  60_000,
)

test('refuses a card whose certificate has run out, before a PIN is asked for', async () => {
  await window.practise(opened.page, 'set', { card: 'expired' })
  await window.goTo(opened.page, '/preparation/binding', '绑定IC卡')
  await until('the card is named', async () =>
    (await opened.page.locator('.binding [role=status]').textContent())?.includes('过'),
  )
  await until('the user is read', () => opened.page.getByRole('button', { name: /^读卡并/ }).isEnabled())
  await opened.page.keyboard.press('F9')
  await says('卡里的证书已过期')
  expect(await opened.page.locator('#card-sign-pin').count()).toBe(0)
  await window.picture(opened.page, 'binding-expired')
}, 60_000)

test('binds the own card after it proved itself by a signature, with holder, unit and validity', async () => {
  await window.openBinding(opened.page, 'legal', '演练法人')
  await window.bind(opened.page, window.boundRow(opened.page, '2100010009993'))
  const row = await rows().first().textContent()
  for (const part of ['2100010009993', '法人卡', '演练法人', '演练报关服务', '至', '已绑定'])
    expect(row).toContain(part)
  await window.picture(opened.page, 'binding-bound')
}, 60_000)

test('refuses a card that is bound already', async () => {
  await opened.page.getByLabel('换绑原因').fill('演练再绑一次')
  await window.bind(opened.page, opened.page.getByText('这张卡已经绑定给一个用户'))
  await window.picture(opened.page, 'binding-taken')
}, 60_000)

test('unbinds with a reason that stays in the list, and binds again', async () => {
  await opened.page.getByRole('button', { name: '解除绑定' }).first().click()
  await opened.page.getByRole('dialog').getByLabel('原因').fill('交回保管')
  await opened.page.keyboard.press('Enter')
  await says('解除：交回保管')
  await window.bind(opened.page, window.boundRow(opened.page, '2100010009993'))
  await until('two rows', async () => (await rows().count()) === 2)
  await window.picture(opened.page, 'binding-again')
}, 60_000)

test('gives an operator a new card for the old one, which needs a reason', async () => {
  await window.inviteOperator(opened.page, operatorText(), '13900000001')
  await window.openBinding(opened.page, 'operator', '演练员甲', 'yanlian_jia')
  await window.bind(opened.page, window.boundRow(opened.page, '2100010009991'))
  await window.openBinding(opened.page, 'rsa', '演练员甲', 'yanlian_jia')
  await opened.page.getByLabel('换绑原因').waitFor()
  await opened.page.keyboard.press('F9')
  expect(await opened.page.locator('#card-sign-pin').count()).toBe(0)
  await opened.page.getByLabel('换绑原因').fill('旧卡损坏')
  await window.bind(opened.page, window.boundRow(opened.page, '2100010009999'))
  await says('解除：旧卡损坏')
  await window.picture(opened.page, 'binding-changed')
}, 90_000)

test('logs in with the bound card: the portal gives a text, the card signs it, no password', async () => {
  await window.practise(opened.page, 'set', { card: 'legal' })
  await window.logout(opened.page)
  await window.goTo(opened.page, '/preparation/login', '登录')
  await opened.page.keyboard.press('Alt+2')
  const pin = opened.page.locator('#card-sign-pin')
  await until('the card may sign', () => pin.isEnabled())
  await says('登录单一窗口（演练）')
  await window.picture(opened.page, 'login-card')
  await pin.fill(practicePin)
  await opened.page.keyboard.press('Enter')
  await opened.page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
  await says('演练法人（')
}, 60_000)
