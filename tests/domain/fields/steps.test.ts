import { describe, expect, it } from 'vitest'
import { isCodeTableName } from '../../../domain/codes/index.ts'
import { qualificationSteps } from '../../../domain/fields/qualification/qualification.ts'
import { accountSteps, operatorStep } from '../../../domain/fields/registration/account.ts'
import { cardMediaSteps } from '../../../domain/fields/registration/card-media.ts'
import { enterpriseTypes } from '../../../domain/fields/registration/choices.ts'
import { formPartOf, type Step } from '../../../domain/fields/step.ts'
import { withoutSecrets } from '../../../domain/fields/step-text.ts'
import { accountText } from '../../fixtures/preparations.ts'

const preparations: Record<string, readonly Step[]> = {
  account: accountSteps,
  operator: [operatorStep],
  qualification: qualificationSteps,
  card: cardMediaSteps,
}
const labels = (steps: readonly Step[]): string[] =>
  steps.flatMap(({ parts }) => parts.flatMap(({ title, fields }) => [title, ...fields.map(({ label }) => label)]))

describe.each(Object.entries(preparations))('the fields of %s', (_name, steps) => {
  const all = steps.flatMap(({ parts }) =>
    parts.flatMap(({ section, fields }) => fields.map((field) => ({ section, field }))),
  )

  it('stand once each', () => {
    const places = all.map(({ section, field }) => `${section}.${field.element}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('name code tables and documents that are there, and give every choice once', () => {
    for (const { section, field } of all) {
      if (field.table !== undefined) expect(isCodeTableName(field.table), field.element).toBe(true)
      if (field.documentKind !== undefined)
        expect(all.some((other) => other.section === section && other.field.element === field.documentKind)).toBe(true)
      const codes = field.choices?.map(({ code }) => code) ?? []
      expect(new Set(codes).size).toBe(codes.length)
      if (field.length !== undefined && field.several)
        expect(codes.join(',').length, field.element).toBeLessThanOrEqual(field.length)
    }
  })

  it('are drawn by the form engine', () => {
    for (const { parts } of steps)
      for (const part of parts) {
        const drawn = formPartOf(part)
        const fields = drawn.kind === 'fields' ? drawn.fields : drawn.columns
        expect(fields.map(({ element }) => element)).toEqual(part.fields.map(({ element }) => element))
        for (const { units } of fields) expect([2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 20]).toContain(units)
      }
  })
})

it('the account page has every field of the notice', () => {
  expect(labels(accountSteps)).toEqual(
    expect.arrayContaining([
      '企业中文名称',
      '统一社会信用代码',
      '组织机构代码',
      '企业类型',
      '企业业务类型',
      '法人姓名',
      '法人证件类型',
      '法人证件号码',
      '企业地址',
      '用户名',
      '登录密码',
      '手机号码',
      '短信验证码',
    ]),
  )
})

it('the fifteen enterprise types are those of the notice', () => {
  expect(enterpriseTypes.map(({ name }) => name)).toEqual(
    '海运货运代理 空运货运代理 港务集团/码头 航空公司 理货公司 散杂租船代理 船公司 船代公司 制造商 贸易公司 物流产品/信息服务商 行业监管部门 行业管理部门 快递公司 报关行'.split(
      ' ',
    ),
  )
})

it('the qualification screen has every field and tab of the notice', () => {
  expect(labels(qualificationSteps)).toEqual(
    expect.arrayContaining([
      '企业基本信息',
      '统一社会信用代码',
      '组织机构代码',
      '企业名称',
      '住所',
      '企业地址',
      '注册地区（行政区划）',
      '邮政编码',
      '法定代表人（负责人）',
      '法人证件类型',
      '法人证件号码',
      '注册资本币种',
      '注册资本（万）',
      '注册资本币种与人民币之间的汇率',
      '注册资金（人民币/万）',
      '注册资金（美元/万）',
      '工商登记注册号',
      '工商登记日期',
      '对外贸易经营者备案',
      '报关单位信息',
      '报关有效期',
      '海关首次注册日期',
      '企业注销标志',
      '企业资质标志',
    ]),
  )
  expect(qualificationSteps.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['报关单位信息', '出资信息', '报关人员信息']),
  )
})

it('passwords and one-time codes are left out of what goes to disk', () => {
  const kept = JSON.stringify(withoutSecrets(accountSteps, accountText()))
  expect(kept).not.toContain('Yanlian#2026')
  expect(kept).not.toContain('123456"')
  expect(kept).toContain('yanlian_admin')
})
