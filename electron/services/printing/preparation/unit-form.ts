import {
  bookkeeping,
  economicTypes,
  economicZones,
  ecommerceKinds,
  parentRelations,
  premises,
} from '../../../../domain/fields/qualification/choices.ts'
import { yesNo } from '../../../../domain/fields/registration/choices.ts'
import type { PrintedDocument } from '../declaration-html.ts'
import { joined } from '../form-texts.ts'
import { declarantRows, factsOf, investorRows, personText, type FormFacts, type FormInput } from './form-facts.ts'
import { headingRow, pairRows, sheetHtml, statementRow, wideRow, type SheetRow } from './sheet.ts'

/** Head of the blank, in its order (form of 2014 to 2021, named in the notice of 2018). */
function headRows(facts: FormFacts): SheetRow[] {
  const { text, choice, chosen, coded, day } = facts
  return [
    ...pairRows([
      ['海关注册编码', text('customsCode')],
      ['统一社会信用代码', text('creditCode')],
      ['注册海关', coded('office', 'customs_district')],
      ['组织机构代码', text('orgCode')],
    ]),
    wideRow('中文名称', text('name')),
    wideRow('英文名称', text('englishName')),
    wideRow('工商注册地址', text('residence')),
    wideRow('其他经营地址', joined([text('address'), text('otherAddress')], '；')),
    ...pairRows([
      ['邮政编码', text('postcode')],
      ['营业执照注册号', text('licenceNo')],
      ['工商登记日期', day('licenceDate')],
      ['进出口企业代码', text('traderCode')],
      ['行政区划', coded('division', 'admin_division')],
      ['经济区划', chosen('zone', economicZones)],
      ['经济类型', chosen('economicType', economicTypes)],
      ['经营类别', text('businessCategory')],
      ['组织机构类型', text('organisationType')],
      ['行业种类', text('industry')],
      ['法定代表人（负责人）', text('legalName')],
      ['法定代表人电话', text('legalPhone')],
      ['法定代表人证件', personText(facts)],
      ['跨境电商类型', choice('ecommerce', ecommerceKinds)],
      ['海关业务联系人', text('contactName')],
      ['联系人电话、邮箱', joined([text('contactPhone'), text('contactEmail')], ' ')],
    ]),
    ...capitalRows(facts),
    ...pairRows([
      ['报关有效期', day('validUntil')],
      ['海关首次注册日期', day('firstRegistered')],
    ]),
  ]
}

const capitalRows = ({ text, coded }: FormFacts): SheetRow[] =>
  pairRows([
    ['注册资本（万）', joined([text('capital'), coded('capitalCurrency', 'currency')], ' ')],
    ['与人民币汇率', text('rate')],
    ['折人民币（万）', text('capitalCny')],
    ['折美元（万）', text('capitalUsd')],
  ])

/** The long form: only what was filled. */
function furtherRows({ text, choice, coded, day }: FormFacts): SheetRow[] {
  const all: [string, string][] = [
    ['英文地址', text('englishAddress')],
    ['管理类别', text('managementClass')],
    ['工商注册有效期', day('licenceUntil')],
    ['批准机关、文号', joined([text('approvalOffice'), text('approvalNo')], ' ')],
    ['税务登记号', text('taxNo')],
    ['投资总额（万）', joined([text('investment'), coded('investmentCurrency', 'currency')], ' ')],
    ['到位资金（万）', text('paidIn')],
    ['开户银行、账号', joined([text('bank'), text('bankAccount')], ' ')],
    ['企业传真', text('fax')],
    ['企业邮箱、网址', joined([text('email'), text('website')], ' ')],
    ['员工人数', text('staff')],
    ['经营场所性质', choice('premises', premises)],
    ['总建筑面积（㎡）', text('area')],
    ['是否上市公司', choice('listed', yesNo)],
    ['是否会计电算化', choice('computerAccounts', yesNo)],
    ['财务管理软件', text('accountingSoftware')],
    ['记账方式', joined([choice('bookkeeping', bookkeeping), text('bookkeeper')], ' ')],
    ['上级单位', joined([text('parent'), choice('parentRelation', parentRelations)], ' ')],
    ['认证标准类型', text('standard')],
    ['检验检疫备案号', text('ciqCode')],
  ]
  const filled = all.filter(([, value]) => value !== '')
  return filled.length === 0 ? [] : [headingRow('其他信息'), ...pairRows(filled)]
}

/** 报关单位情况登记表: the unit, its investors and, beneath, its declarants. */
export function unitForm(input: FormInput): PrintedDocument {
  const facts = factsOf(input)
  return sheetHtml({
    title: '报关单位情况登记表',
    subtitle: `填表日期：${input.day}`,
    practice: input.practice,
    draft: input.draft,
    foot: `内部编号 ${input.own}`,
    rows: [
      ...headRows(facts),
      ...furtherRows(facts),
      headingRow('出资者'),
      ...investorRows(input),
      headingRow('所属报关人员'),
      ...declarantRows(input),
      statementRow('本单位承诺：以上填报的内容真实有效，对所属报关人员的报关行为负责，并承担相应的法律责任。', [
        '单位（公章）：',
        '日期：      年   月   日',
      ]),
    ],
  })
}
