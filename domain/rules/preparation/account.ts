import { unitCodeOf } from '../../identity/credit-code.ts'
import { filled } from '../parts.ts'
import { partOf } from '../../fields/step-text.ts'
import type { StepRule } from './step-rule.ts'

/** Kinds of characters in a password: of four, at least three are asked for. */
const characterKinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]

export type PasswordStrength = 'weak' | 'middle' | 'strong'

/**
 * Strength of a password: `weak` is refused. The portal's own rule is not public; eight characters of three kinds is ours.
 * @param userName a password that holds it is weak
 */
export function passwordStrength(password: string, userName = ''): PasswordStrength {
  const kinds = characterKinds.filter((kind) => kind.test(password)).length
  const holdsName = userName.length >= 4 && password.toLowerCase().includes(userName.toLowerCase())
  if (password.length < 8 || kinds < 3 || holdsName || /(.)\1{3}/.test(password)) return 'weak'
  return password.length >= 12 && kinds === 4 ? 'strong' : 'middle'
}

/** A01: the organisation code is part of the credit code. Also used by the qualification. */
export const unitCodeRule = (section: string): StepRule => ({
  id: 'A01',
  judge: ({ text }, report) => {
    const { creditCode = '', orgCode = '' } = partOf(text, section)
    if (creditCode.length === 18 && filled(orgCode) && orgCode !== unitCodeOf(creditCode))
      report.error(
        `${section}.orgCode`,
        `组织机构代码：与信用代码第9至17位（${unitCodeOf(creditCode)}）不一致，请核对这两个代码`,
      )
  },
})

/** Rules of 用户注册. */
export const accountRules: readonly StepRule[] = [
  unitCodeRule('company'),
  {
    id: 'A02',
    judge: ({ text }, report) => {
      const { legalName, legalIdNo } = partOf(text, 'company')
      const { name, idNo } = partOf(text, 'administrator')
      if (filled(name) && filled(idNo) && filled(legalName) && (name !== legalName || idNo !== legalIdNo))
        report.warn('administrator.name', '管理员姓名：不是法人。第一个用户是管理员，建议使用法人信息注册')
    },
  },
  {
    id: 'A03',
    judge: ({ text }, report) => {
      const { password, userName } = partOf(text, 'administrator')
      if (filled(password) && passwordStrength(password, userName) === 'weak')
        report.error(
          'administrator.password',
          '登录密码：太弱。至少8位，大小写字母、数字、符号至少三种，不含用户名，同一字符不连用4次',
        )
    },
  },
  {
    id: 'A04',
    judge: ({ text }, report) => {
      const { password = '', passwordAgain = '' } = partOf(text, 'administrator')
      if (passwordAgain !== '' && password !== passwordAgain)
        report.error('administrator.passwordAgain', '确认密码：两次输入的密码不一样，请重新输入')
    },
  },
]
