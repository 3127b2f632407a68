import { economicTypes, economicZones, unitKinds } from '../../../../domain/fields/qualification/choices.ts'
import { codesOf } from '../../../../domain/fields/step-text.ts'
import type { PrintedDocument } from '../declaration-html.ts'
import { joined } from '../form-texts.ts'
import { declarantRows, factsOf, investorRows, personText, type FormInput } from './form-facts.ts'
import { headingRow, pairRows, sheetHtml, statementRow, ticks, wideRow } from './sheet.ts'

/** 申请类型 of the form; a supplement is a change of what is filed. */
const applicationTypes = [
  { code: 'new', name: '备案' },
  { code: 'change', name: '变更' },
  { code: 'cancel', name: '注销' },
]

/** 报关单位备案信息表 (decree 253, from 2022-01-01): the fields of its filling notes, in their order. */
export function filingForm(input: FormInput): PrintedDocument {
  const facts = factsOf(input)
  const { text, chosen, coded } = facts
  const kinds = codesOf(text('unitKinds'))
  const kind = text('kind') === 'supplement' ? 'change' : text('kind')
  return sheetHtml({
    title: '报关单位备案信息表',
    subtitle: `海关总署令第253号    填表/打印日期：${input.day}`,
    practice: input.practice,
    draft: input.draft,
    foot: `内部编号 ${input.own}`,
    rows: [
      ...pairRows([
        ['统一社会信用代码', text('creditCode')],
        ['海关备案编码', text('customsCode')],
      ]),
      wideRow('申请类型', ticks(applicationTypes, [kind])),
      wideRow('申请报关单位类型', ticks(unitKinds, kinds)),
      ...pairRows([
        ['行政区划', coded('division', 'admin_division')],
        ['所在地海关', coded('office', 'customs_district')],
        ['统计经济区域', chosen('zone', economicZones)],
        ['邮政编码', text('postcode')],
      ]),
      wideRow('中文名称', text('name')),
      wideRow('英文名称', text('englishName')),
      wideRow('住所（主要经营场所）', text('residence')),
      wideRow('英文地址', text('englishAddress')),
      ...pairRows([
        ['组织机构类型', text('organisationType')],
        ['经济类型', chosen('economicType', economicTypes)],
        ['行业种类', text('industry')],
        ['注册资本（万）', joined([text('capital'), coded('capitalCurrency', 'currency')], ' ')],
        ['法定代表人（负责人）', text('legalName')],
        ['法定代表人电话', text('legalPhone')],
        ['法定代表人证件', personText(facts)],
        ['海关业务联系人', text('contactName')],
        ['联系人电话', text('contactPhone')],
        ['联系人邮箱', text('contactEmail')],
      ]),
      wideRow('变更、注销原因', text('reason')),
      headingRow('出资者信息'),
      ...investorRows(input),
      headingRow('所属报关人员'),
      ...declarantRows(input),
      statementRow('本单位对所填信息的真实性、有效性负责；备案信息发生变动的，自变动之日起30日内办理变更。', [
        '单位（公章）：',
        '日期：      年   月   日',
      ]),
    ],
  })
}
