import type { StepText } from '../../domain/fields/step-text.ts'
import { makeCreditCode } from '../../domain/identity/credit-code.ts'
import { makeIdentityCard } from '../../domain/identity/identity-card.ts'
import { practiceOperator } from '../../domain/practice/practice-company.ts'
import { accountText } from '../fixtures/preparations.ts'
import type { membersOf } from './practice-members.ts'

const operatorText = (userName: string, name: string, mobile: string): StepText => ({
  operator: { name, userName, idKind: '1', idNo: makeIdentityCard('310115', '19900202', '002'), mobile },
})
const otherUnit = 'MA9YLBG27'
const otherCredit = makeCreditCode('310115', otherUnit)
/** A second company that has nothing to do with the first. */
export const otherCompany = (): StepText => {
  const text = structuredClone(accountText())
  Object.assign(text['company'] ?? {}, {
    name: '演练贸易（上海）有限公司',
    creditCode: otherCredit,
    orgCode: otherUnit,
  })
  Object.assign(text['administrator'] ?? {}, { userName: 'other_admin', mobile: '13900000000' })
  return text
}

export interface People {
  administrator: string
  operator: string
  stranger: string
}

/** An empty portal with two companies: administrator and operator of one, administrator of the other. */
export async function twoCompanies(members: ReturnType<typeof membersOf>): Promise<People> {
  await members.practise('members', 'PUT', { from: 'nothing' })
  await members.practise('settings', 'PATCH', { speed: 0, review: 'approve', fault: 'none' })
  const { token: administrator } = await members.register(accountText())
  const { token: operator } = await members.operator(
    operatorText('yanlian_op', practiceOperator.name, '13700000000'),
    administrator,
  )
  const { token: stranger } = await members.register(otherCompany(), 'register-0002')
  return { administrator, operator, stranger }
}
