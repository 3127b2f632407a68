import { unitKinds } from '../../../../domain/fields/qualification/choices.ts'
import { codesOf } from '../../../../domain/fields/step-text.ts'
import { qualificationMatter } from '../../../../domain/preparation/papers.ts'
import type { PrintedDocument } from '../declaration-html.ts'
import { joined } from '../form-texts.ts'
import { factsOf, personText, type FormInput } from './form-facts.ts'
import {
  boxRow,
  frameWidth,
  headingRow,
  pairRows,
  sheetHtml,
  statementRow,
  tableRows,
  ticks,
  wideRow,
} from './sheet.ts'

const half = frameWidth / 2

/**
 * 报关企业注册登记许可申请书, named in the notice. Its blank is not among the public material: the contents are those that
 * the licence of a broker asked for before 2022 (applicant, capital, persons, papers, statement), in our own layout.
 */
export function permitForm(input: FormInput): PrintedDocument {
  const facts = factsOf(input)
  const { text, coded } = facts
  const kinds = codesOf(text('unitKinds'))
  const declarants = input.text['declarants']
  const count = Array.isArray(declarants) ? declarants.filter((row) => row['action'] !== '3').length : 0
  // The application does not name itself among its papers.
  const papers = qualificationMatter(text('kind') || 'new', kinds).papers.filter(({ id }) => id !== 'permit-form')
  return sheetHtml({
    title: '报关企业注册登记许可申请书',
    subtitle: '2022年起报关企业改为备案管理，新申请一般提交《报关单位备案信息表》，以主管海关要求为准',
    practice: input.practice,
    draft: input.draft,
    foot: `内部编号 ${input.own}`,
    rows: [
      wideRow('致', `${coded('office', 'customs_district') || '____________'}（主管海关）`),
      wideRow('申请单位', text('name')),
      boxRow([
        { label: '统一社会信用代码', value: text('creditCode'), width: half },
        { label: '组织机构代码', value: text('orgCode'), width: half },
      ]),
      wideRow('住所', text('residence')),
      wideRow('经营地址', text('address')),
      ...pairRows([
        ['法定代表人（负责人）', text('legalName')],
        ['证件类型及号码', personText(facts)],
        ['注册资本（万）', joined([text('capital'), coded('capitalCurrency', 'currency')], ' ')],
        ['折人民币（万）', text('capitalCny')],
        ['营业执照注册号', text('licenceNo')],
        ['邮政编码', text('postcode')],
        ['海关业务联系人', text('contactName')],
        ['联系电话', text('contactPhone')],
        ['所属报关人员', `${count} 人（名单见《报关单位情况登记表》）`],
        ['原海关注册编码', text('customsCode')],
      ]),
      wideRow('申请事项', ticks(unitKinds, kinds)),
      wideRow('变更、注销原因', text('reason')),
      headingRow('随附材料'),
      ...tableRows(
        [
          { title: '序号', width: 11 },
          { title: '材料名称', width: 71 },
          { title: '要求', width: 70 },
          { title: '已附', width: 30 },
        ],
        papers.map(({ id, name, form, when }, at) => [
          String(at + 1),
          name,
          joined([form, when], '；'),
          input.attached.includes(id) ? '■' : '□',
        ]),
      ),
      statementRow(
        '本单位申请报关企业注册登记许可，承诺：申请书及随附材料的内容真实、完整；取得许可后依法办理报关业务，内容有变动的按期申请变更。',
        ['法定代表人（签字）：', '申请单位（公章）：', '日期：      年   月   日'],
      ),
    ],
  })
}
