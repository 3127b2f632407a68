import { creditCodeDocument } from '../../fields/qualification/choices.ts'
import { identityCardKind } from '../../fields/registration/choices.ts'
import type { StepField } from '../../fields/step.ts'
import { isCardNumber } from '../../identity/card-number.ts'
import { isCreditCode } from '../../identity/credit-code.ts'
import { isCustomsCode } from '../../identity/customs-code.ts'
import { isIdentityCard } from '../../identity/identity-card.ts'
import { isOrganisationCode } from '../../identity/organisation-code.ts'

/** What is wrong with a number: `stops` is red, else it only warns. */
export interface NumberFault {
  readonly stops: boolean
  readonly text: string
}

const red = (text: string): NumberFault => ({ stops: true, text })

const creditCode = (value: string): NumberFault | undefined =>
  isCreditCode(value)
    ? undefined
    : red('不是有效的统一社会信用代码：应为18位大写字母（无I、O、S、V、Z）或数字，且校验位相符')

/** Inside of a credit code the check character need not hold (GB 11714 advice only). */
function organisationCode(value: string): NumberFault | undefined {
  if (!/^[0-9A-Z]{9}$/.test(value)) return red('应为9位大写字母或数字，不写连字符')
  return isOrganisationCode(value) ? undefined : { stops: false, text: '校验位与国家标准不符，请再核对一次' }
}

function document(value: string, kind: string | undefined): NumberFault | undefined {
  if (kind === creditCodeDocument) return creditCode(value)
  if (kind !== identityCardKind || isIdentityCard(value)) return undefined
  return red('不是有效的公民身份号码：应为18位，出生日期存在，且校验位相符（X 大写）')
}

const matches = (pattern: RegExp, fault: string) => (value: string) => (pattern.test(value) ? undefined : red(fault))

const checks: Readonly<
  Record<NonNullable<StepField['number']>, (value: string, kind?: string) => NumberFault | undefined>
> = {
  creditCode,
  organisationCode,
  identityCard: document,
  customsCode: (value) => (isCustomsCode(value) ? undefined : red('应为10位：前4位数字是行政区划，其余大写字母或数字')),
  cardNumber: (value) => (isCardNumber(value) ? undefined : red('应为13位数字或大写字母，不带前缀 03-')),
  mobile: matches(/^1[3-9][0-9]{9}$/, '应为11位手机号码'),
  phone: matches(/^\+?[0-9][0-9() -]{4,18}[0-9]$/, '应为电话号码，如 021-00000000'),
  email: matches(/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/, '应为电子邮箱，如 name@example.com'),
  userName: matches(/^[A-Za-z][A-Za-z0-9_]{3,29}$/, '应为4至30位字母、数字或下划线，以字母开头'),
}

/**
 * What is wrong with the number of a field, or nothing.
 * @param row values beside it: the kind of document decides whether an identity number is checked
 */
export function numberFault(
  { number, documentKind }: StepField,
  value: string,
  row: Readonly<Record<string, string>>,
): NumberFault | undefined {
  if (number === undefined) return undefined
  return checks[number](value, documentKind === undefined ? undefined : row[documentKind])
}
