import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../../../../domain/codes/code-book.ts'
import { emptyText, type StepText } from '../../../../../domain/fields/step-text.ts'
import { qualificationSteps } from '../../../../../domain/fields/qualification/qualification.ts'
import type { CodeBook } from '../../../../../domain/rules/rule.ts'
import { filingForm } from '../../../../../electron/services/printing/preparation/filing-form.ts'
import { formTables, type FormInput } from '../../../../../electron/services/printing/preparation/form-facts.ts'
import { permitForm } from '../../../../../electron/services/printing/preparation/permit-form.ts'
import { unitForm } from '../../../../../electron/services/printing/preparation/unit-form.ts'
import { qualificationText } from '../../../../fixtures/preparations.ts'

let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook(formTables)
})

const input = (text: StepText, more: Partial<FormInput> = {}): FormInput => ({
  text,
  codes,
  attached: ['licence'],
  practice: true,
  draft: true,
  own: 'W-1',
  day: '2026-11-27',
  ...more,
})
const textOf = (html: string): string => html.replace(/<[^>]+>/g, '\n').replace(/\n+/g, '\n')
const forms = { unitForm, permitForm, filingForm }

describe.each(Object.entries(forms))('%s', (_name, form) => {
  it('marks practice and drafts on every page, and nothing else', () => {
    const many = qualificationText()
    const row = { name: '演练投资', idKind: '1', idNo: '', country: 'CHN', currency: 'CNY', amount: '1', share: '2' }
    many['investors'] = Array.from({ length: 50 }, () => row)
    const printed = form(input(many))
    const count = (part: string): number => printed.html.split(part).length - 1
    expect(count('演练打印，不得提交')).toBe(printed.pages)
    expect(count('<span>草稿</span>')).toBe(printed.pages)
    expect(form(input(many, { practice: false, draft: false })).html).not.toMatch(/演练打印|草稿/)
  })

  it('is laid out when nothing is filled, and escapes what was typed', () => {
    expect(form(input(emptyText(qualificationSteps))).pages).toBe(1)
    const text = qualificationText()
    text['basic'] = { ...(text['basic'] as Record<string, string>), name: '<script>甲</script>' }
    expect(form(input(text)).html).not.toContain('<script>甲')
  })

  it('asks the printer for the paper that it is laid out for', () => {
    const { css, portrait } = form(input(qualificationText()))
    expect([css.includes('size: A4 portrait'), portrait]).toEqual([true, true])
  })

  it('has no inline styles and no scripts', () => {
    expect(form(input(qualificationText())).html).not.toMatch(/style=|<script/)
  })
})

it('the unit form shows the unit, its investors and its declarants by name', () => {
  const text = textOf(unitForm(input(qualificationText())).html)
  for (const part of [
    '报关单位情况登记表',
    '统一社会信用代码\n91310115MA9YLBG193',
    '经济区划\n09 一般经济区域',
    '经济类型\n173 私营有限责任（公司）',
    '注册资本（万）\n500 CNY 人民币',
    '折美元（万）\n70.4225',
    '工商登记日期\n2020年01月02日',
    '1\n演练投资甲',
    '人民币 300\n60',
    '■备案  □变更  □注销',
    '单位（公章）：',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('其他信息')
})

it('the permit form asks for the papers of a broker and ticks what is applied for', () => {
  const text = textOf(permitForm(input(qualificationText())).html)
  for (const part of ['报关企业注册登记许可申请书', '■报关企业', '□进出口货物收发货人', '1 人（名单', '营业执照\n'])
    expect(text).toContain(part)
  // What is attached is ticked, and the application does not name itself.
  expect(text.match(/■\n|□\n/g)).toEqual(['■\n', '□\n', '□\n', '□\n'])
})

it('the filing form ticks a supplement as a change', () => {
  const text = qualificationText()
  text['application'] = { ...(text['application'] as Record<string, string>), kind: 'supplement', held: 'customs' }
  expect(textOf(filingForm(input(text)).html)).toContain('□备案  ■变更  □注销')
  expect(textOf(filingForm(input(qualificationText())).html)).toContain('经济类型\n173 私营有限责任（公司）')
  expect(textOf(filingForm(input(qualificationText())).html)).toContain('■备案  □变更  □注销')
})

it('many rows go on, each of them once', () => {
  const text = qualificationText()
  text['declarants'] = Array.from({ length: 120 }, (_, at) => ({
    name: `人员${at}号`,
    idKind: '1',
    idNo: '',
    action: '1',
  }))
  const { html, pages } = unitForm(input(text))
  expect(pages).toBeGreaterThan(3)
  for (let at = 0; at < 120; at++) expect(html.split(`人员${at}号`)).toHaveLength(2)
})
