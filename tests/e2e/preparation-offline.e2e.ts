import { describe, expect, test } from 'vitest'
import { cardMediaSteps } from '../../domain/fields/registration/card-media.ts'
import { accountSteps, operatorStep } from '../../domain/fields/registration/account.ts'
import { qualificationSteps } from '../../domain/fields/qualification/qualification.ts'
import type { Step } from '../../domain/fields/step.ts'
import { partOf, rowsOf, type StepText } from '../../domain/fields/step-text.ts'
import { practiceCompany } from '../../domain/practice/practice-company.ts'
import { accountText, cardText, operatorText, qualificationText } from '../fixtures/preparations.ts'
import { openPreparations } from '../support/preparation-head.ts'
import * as window from '../support/preparation-window.ts'
import { atStep, fillStep } from '../support/wizard-keys.ts'

/** Each wizard without a line, through a power cut, and out once when the line is back. */

const opened = openPreparations()

const { says } = opened
const line = (fault: 'none' | 'portal-down' | 'answer-lost'): Promise<void> =>
  window.practise(opened.page, 'set', { fault })
const administrator = { userName: 'yanlian_admin', password: 'Yanlian#2026', mobile: '13800000000' }

/** Opens what was begun, from the board, as a clerk finds it again. */
async function resume(name: string): Promise<void> {
  await window.goTo(opened.page, '/preparation', '业务准备')
  await opened.page.getByRole('button', { name }).first().click()
  await opened.page.locator('.step-list [aria-current=step]').waitFor()
}

/** Every field that was typed stands there, step by step. */
async function allStands(steps: readonly Step[], text: StepText): Promise<void> {
  for (const [at, step] of steps.entries()) {
    await opened.page.keyboard.press(`Alt+${at + 1}`)
    await atStep(opened.page, step.title)
    for (const part of step.parts) {
      const rows = part.kind === 'fields' ? [partOf(text, part.section)] : rowsOf(text, part.section)
      for (const [row, values] of rows.entries())
        for (const { element, secret, choices, several } of part.fields) {
          const value = values[element] ?? ''
          if (value === '' || secret) continue
          // One choice is shown by its name, several by their codes.
          const wanted = (several ? undefined : choices?.find(({ code }) => code === value)?.name) ?? value
          const path = part.kind === 'fields' ? `${part.section}.${element}` : `${part.section}.${row}.${element}`
          const shown = await opened.page.locator(`[data-path="${path}"]`).inputValue()
          expect([path, shown.replaceAll('-', '')]).toEqual([path, expect.stringContaining(wanted.replaceAll('-', ''))])
        }
    }
  }
}

describe('用户注册', () => {
  test('filled without a line it is put by, stands after a power cut, and registers when the line is back', async () => {
    await line('portal-down')
    await window.fillAccount(opened.page)
    await says('联网后在“用户名与手机”一步获取')
    await opened.page.getByRole('button', { name: '先放着，联网后提交' }).click()
    await says('填好，待联网提交')
    await opened.powerCut()
    await resume('用户注册')
    await allStands(accountSteps, accountText())
    await line('none')
    for (const element of ['password', 'passwordAgain']) {
      await opened.page.locator(`[data-path="administrator.${element}"]`).fill(administrator.password)
    }
    await window.typeSmsCode(opened.page, administrator.mobile)
    await opened.page.keyboard.press('F9')
    await opened.page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
    await says('演练法人（')
  }, 120_000)
})

describe('操作员、资质和卡', () => {
  test('each is filled without a line and says that it waits', async () => {
    await line('portal-down')
    await window.goTo(opened.page, '/preparation/operators/new', '邀请操作员')
    await fillStep(opened.page, operatorStep, operatorText())
    await opened.page.keyboard.press('F9')
    await opened.page.getByRole('button', { name: '先放着，联网后发出' }).click()
    await says('填好，待联网')
    await window.fillQualification(opened.page)
    await opened.page.keyboard.press('F9')
    await says('平台现在联系不上，已排队')
    await window.picture(opened.page, 'qualification-waiting')
    await window.goTo(opened.page, '/preparation/cards', '办理卡介质')
    await opened.page.keyboard.press('n')
    for (const step of cardMediaSteps) {
      await atStep(opened.page, step.title)
      await fillStep(opened.page, step, cardText())
    }
    await opened.page.keyboard.press(`Alt+${cardMediaSteps.length + 2}`)
    await opened.page.keyboard.press('F9')
    await says('平台现在联系不上，已排队')
    await window.goTo(opened.page, '/preparation', '业务准备')
    await says('待发送')
    await window.picture(opened.page, 'board-waiting')
  }, 120_000)

  test('all that was typed is there after a power cut', async () => {
    await opened.powerCut()
    await resume('邀请操作员')
    await allStands([operatorStep], operatorText())
    await resume('企业资质备案')
    await allStands(qualificationSteps, qualificationText())
    await resume('办理卡介质')
    await allStands(cardMediaSteps, cardText())
  }, 120_000)

  test('they go out once by themselves when the line is back and the administrator is in', async () => {
    await line('none')
    await window.login(opened.page, administrator.userName, administrator.password)
    await says('演练法人（')
    await window.goTo(opened.page, '/preparation/qualification', '企业资质备案')
    await window.decided(opened.page, '已备案')
    const applications = opened.page.getByRole('table', { name: '申请' }).locator('tbody tr')
    expect(await applications.count()).toBe(1)
    await window.goTo(opened.page, '/preparation/cards', '办理卡介质')
    await window.decided(opened.page, '已制卡')
    expect(await applications.count()).toBe(1)
    await window.picture(opened.page, 'cards-issued')
    await resume('邀请操作员')
    await opened.page.keyboard.press('F9')
    await says('激活码已发到手机')
    await window.goTo(opened.page, '/preparation/operators', '操作员')
    const people = opened.page.getByRole('table', { name: '操作员' }).locator('tbody tr')
    await people.nth(1).waitFor()
    expect(await people.count()).toBe(2)
  }, 120_000)

  test('one whose answer was lost is asked about before it is sent again: the portal has it once', async () => {
    await window.goTo(opened.page, '/preparation/qualification?new=change', '企业资质申请')
    await atStep(opened.page, '申请')
    await opened.page.locator('[data-path="application.held"]').focus()
    for (const typed of ['both', '01000000', '迁址']) {
      await opened.page.keyboard.type(typed)
      await opened.page.keyboard.press('Enter')
    }
    // Who holds the right to declare gives the code that he has.
    await opened.page.keyboard.press('Alt+4')
    await opened.page.locator('[data-path="unit.customsCode"]').focus()
    await opened.page.keyboard.type(practiceCompany.customs)
    await opened.page.keyboard.press('Enter')
    await line('answer-lost')
    await opened.page.keyboard.press(`Alt+${qualificationSteps.length + 2}`)
    await atStep(opened.page, '提交与审核')
    await opened.page.keyboard.press('F9')
    await says('是否送达未知')
    await window.picture(opened.page, 'qualification-unknown')
    await line('none')
    await window.goTo(opened.page, '/preparation/qualification', '企业资质备案')
    await window.decided(opened.page, 'YL')
    const applications = opened.page.getByRole('table', { name: '申请' }).locator('tbody tr')
    await applications.filter({ hasText: '变更' }).filter({ hasText: '已备案' }).waitFor()
    expect(await applications.count()).toBe(2)
  }, 120_000)
})
