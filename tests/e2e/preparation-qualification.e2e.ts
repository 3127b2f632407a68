import { describe, expect, test } from 'vitest'
import { qualificationSteps } from '../../domain/fields/qualification/qualification.ts'
import { rowsOf } from '../../domain/fields/step-text.ts'
import { qualificationText } from '../fixtures/preparations.ts'
import { openPreparations } from '../support/preparation-head.ts'
import * as window from '../support/preparation-window.ts'
import { atStep } from '../support/wizard-keys.ts'

/** 企业资质备案 in the real window, from the refused application to the cancelled filing, and the supplement. */

const opened = openPreparations(window.registerCompany)

const { says } = opened
const field = (path: string) => opened.page.locator(`[data-path="${path}"]`)
const finding = (text: string) => opened.page.locator('.finding-groups', { hasText: text })

/** Types over what stands in a field of the open step. */
async function over(path: string, text: string): Promise<void> {
  await field(path).focus()
  await opened.page.keyboard.press('Control+A')
  await opened.page.keyboard.type(text)
  await opened.page.keyboard.press('Enter')
}

async function handIn(): Promise<void> {
  await opened.page.keyboard.press(`Alt+${qualificationSteps.length + 2}`)
  await atStep(opened.page, '提交与审核')
  await opened.page.keyboard.press('F9')
}

describe('新企业一次申请', () => {
  test('is refused with exclusive kinds of unit, and says why and what to choose', async () => {
    await window.fillQualification(opened.page)
    await opened.page.keyboard.press('Alt+1')
    await over('application.unitKinds', '10000000,01000000')
    await finding('互斥').waitFor()
    await finding('收发货人与报关企业不能同时申请').waitFor()
    await window.picture(opened.page, 'qualification-exclusive')
    await over('application.unitKinds', '01000000')
    await finding('互斥').waitFor({ state: 'detached' })
  }, 90_000)

  test('is refused when the shares do not make a hundred', async () => {
    await opened.page.keyboard.press('Alt+5')
    await over('investors.0.share', '50')
    await finding('合计应为 100%，现在是 90%').waitFor()
    await window.picture(opened.page, 'qualification-shares')
    await over('investors.0.share', '60')
    await finding('合计应为 100%').waitFor({ state: 'detached' })
  }, 60_000)

  test('is refused by the authority with a reason, corrected, sent again and filed', async () => {
    await window.practise(opened.page, 'set', { review: 'refuse', reviewReason: '联系电话不能接通' })
    await handIn()
    await window.decided(opened.page, '退回原因：联系电话不能接通')
    await window.picture(opened.page, 'qualification-refused')
    await window.practise(opened.page, 'set', { review: 'approve' })
    await opened.page.keyboard.press('Alt+4')
    await over('unit.contactPhone', '021-00000002')
    await handIn()
    await window.decided(opened.page, '已备案')
    await window.picture(opened.page, 'qualification-filed')
  }, 90_000)

  test('is fetched, kept with date and source, and fills the settings of declarations', async () => {
    await window.fetchFiled(opened.page)
    await says('报关、报检')
    await says('从 ')
    await opened.page.getByRole('button', { name: '用来填报关单' }).click()
    await says('新建的报关单自动带出')
    await window.picture(opened.page, 'qualification-fetched')
  }, 60_000)
})

describe('变更与注销', () => {
  test('a change starts with what is on file, needs its reason, and the next fetch shows the differences', async () => {
    await window.goTo(opened.page, '/preparation/qualification?new=change', '企业资质申请')
    await atStep(opened.page, '申请')
    await finding('变更或注销原因').waitFor()
    await over('application.held', 'both')
    await over('application.unitKinds', '01000000')
    await over('application.reason', '迁址')
    await opened.page.keyboard.press('Alt+2')
    expect(await field('basic.name').inputValue()).toBe(qualificationText()['basic'] && '演练报关服务（上海）有限公司')
    await over('basic.address', '上海市浦东新区演练路2号')
    await opened.page.keyboard.press('Alt+4')
    await over('unit.customsCode', '3122280993')
    await handIn()
    await window.decided(opened.page, '已备案')
    await window.fetchFiled(opened.page)
    const differences = opened.page.getByRole('table', { name: '与上次获取相比' })
    for (const part of ['上海市浦东新区演练路2号', '新企业一次申请']) await differences.getByText(part).waitFor()
    await window.picture(opened.page, 'qualification-differences')
  }, 90_000)

  test('a cancelled filing is shown as cancelled', async () => {
    await window.goTo(opened.page, '/preparation/qualification?new=cancel', '企业资质申请')
    await atStep(opened.page, '申请')
    await over('application.held', 'both')
    await over('application.unitKinds', '01000000')
    await over('application.reason', '停止经营')
    await handIn()
    await window.decided(opened.page, '已注销')
    await window.fetchFiled(opened.page)
    await says('已注销')
    await window.picture(opened.page, 'qualification-cancelled')
  }, 90_000)
})

describe('单一资质补录', () => {
  test('a company with one of the two is told to supplement, and holds both when it is filed', async () => {
    await window.practise(opened.page, 'begin', { from: 'single' })
    await window.registerCompany(opened.page)
    await window.fetchFiled(opened.page)
    await says('只有一种资质，请补录')
    await window.goTo(opened.page, '/preparation', '业务准备')
    await says('需要补录报检资质')
    await window.picture(opened.page, 'board-single')
    const text = { ...qualificationText(), application: { kind: 'supplement', held: 'customs', unitKinds: '01000000' } }
    await window.fillQualification(opened.page, 'supplement', text, qualificationSteps.slice(0, -1))
    // The declarant is on file already; what the old filing did not have is added.
    await opened.page.keyboard.press(`Alt+${qualificationSteps.length}`)
    const [declarant] = rowsOf(text, 'declarants')
    for (const element of ['idKind', 'idNo', 'action'])
      await over(`declarants.0.${element}`, declarant?.[element] ?? '')
    await window.picture(opened.page, 'qualification-supplement')
    await handIn()
    await window.decided(opened.page, '已备案')
    await window.fetchFiled(opened.page)
    await says('报关、报检')
  }, 120_000)
})
