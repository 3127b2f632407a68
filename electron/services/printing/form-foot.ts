import type { DecHead } from '../../../domain/fields/declaration/dec-message.ts'
import { confirmations } from './form-texts.ts'
import { div, element, span, together, type Markup } from './markup.ts'
import type { PrintInput } from './print-input.ts'
import { fitText, sizeClass } from './text-fit.ts'

/** Name of the filing company with its code. */
function companyText({ AgentCodeScc, AgentCode, AgentName = '' }: DecHead): string {
  const code = AgentCodeScc || AgentCode || ''
  return code === '' ? AgentName : `（${code}）${AgentName}`
}

/** Confirmations, the declarant and the place for the stamp: on every page. */
export function formFoot({ message }: PrintInput): Markup {
  const head: DecHead = message.DecHead ?? {}
  const { DecNo = '', DecBpNo = '' } = message.DecFreeTxt ?? {}
  const company = companyText(head)
  const size = sizeClass(fitText(company, { width: 110, height: 4 }, 8).size)
  const person = div(
    'line',
    span(`报关人员 ${head.DeclareName ?? ''}`),
    span(`报关人员证号 ${DecNo}`),
    span(`电话 ${DecBpNo}`),
    span('兹申明对以上内容承担如实申报、依法纳税之法律责任'),
  )
  const firm = div(
    'line',
    element('span', 'company', '申报单位 ', element('b', size, company)),
    span('申报单位（签章）'),
  )
  return together(
    div(
      'confirm',
      confirmations(head).map(({ label, value }) => span(`${label}：${value}`)),
    ),
    div('foot', div('declarant', person, firm), div('stamp', '海关批注及签章')),
  )
}
