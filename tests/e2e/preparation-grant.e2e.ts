import { expect, test } from 'vitest'
import { practiceOperator, practicePin } from '../../domain/practice/practice-company.ts'
import { openPreparations } from '../support/preparation-head.ts'
import * as window from '../support/preparation-window.ts'
import { until } from '../support/until.ts'

/** 法人卡授权 in the real window: what an operator card may do is given and taken with the legal-person card alone. */
let password = ''
const opened = openPreparations(async (page) => {
  await window.practise(page, 'begin', { from: 'ready' })
  password = await window.practicePassword(page)
  await enter('yanlian_admin', '演练法人（')
})
const { says } = opened
const { cardNo } = practiceOperator

async function enter(userName: string, shown: string): Promise<void> {
  await window.login(opened.page, userName, password)
  await says(shown)
}

/** The page of the cards with a card in the reader. */
async function openCards(card: string, holder: string): Promise<void> {
  await window.practise(opened.page, 'set', { card })
  await opened.page.locator('.card-line', { hasText: holder }).waitFor()
  await window.goTo(opened.page, '/preparation/cards', '办理卡介质')
  await right('申报').waitFor()
}

const right = (name: '录入' | '申报') => opened.page.getByRole('checkbox', { name: `${cardNo} ${name}` })
const dialog = () => opened.page.getByRole('dialog', { name: '用法人卡授权' })

/** Changes a right as one who has no mouse does. */
async function tick(name: '录入' | '申报'): Promise<void> {
  await right(name).focus()
  await opened.page.keyboard.press('Space')
}

async function sign(pin: string): Promise<void> {
  const field = dialog().locator('#card-sign-pin')
  await until('the PIN may be typed', () => field.isEnabled())
  await opened.page.keyboard.type(pin)
  await opened.page.keyboard.press('Enter')
}

test('an operator card cannot sign a grant: the legal-person card is asked for, no PIN is spent', async () => {
  await openCards('operator', '演练员甲')
  expect(await right('申报').isChecked()).toBe(true)
  await tick('申报')
  await says('这一步要用法人卡')
  await says('现在是演练员甲的卡')
  expect(await dialog().count()).toBe(0)
  expect(await right('申报').isChecked()).toBe(true)
  await window.picture(opened.page, 'grant-operator-card')
}, 60_000)

test('a wrong PIN changes no right and says what is left', async () => {
  await openCards('legal', '演练法人')
  await tick('申报')
  await dialog().getByText(`授予操作员卡 ${cardNo}`).waitFor()
  await window.picture(opened.page, 'grant-dialog')
  await sign('00000000')
  await says('卡没有接受这个密码')
  expect(await right('申报').isChecked()).toBe(true)
}, 60_000)

test('the legal-person card takes the right to declare and gives it again, word for word what was signed', async () => {
  await tick('申报')
  await dialog().getByText('的权限：录入').waitFor()
  await sign(practicePin)
  await says('权限已改')
  await until('taken', async () => !(await right('申报').isChecked()))
  expect(await right('录入').isChecked()).toBe(true)
  await window.picture(opened.page, 'grant-taken')
  await tick('申报')
  await dialog().getByText('的权限：录入、申报').waitFor()
  await sign(practicePin)
  await until('given', () => right('申报').isChecked())
}, 60_000)

test('an operator cannot do it, whatever card lies in the reader', async () => {
  await window.logout(opened.page)
  await enter('yanlian_operator', '演练员甲（')
  await openCards('legal', '演练法人')
  await tick('录入')
  await says('这项业务只有企业的管理员可以办理')
  expect(await dialog().count()).toBe(0)
  expect(await right('录入').isChecked()).toBe(true)
  await window.picture(opened.page, 'grant-operator')
}, 60_000)
