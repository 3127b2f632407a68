/** Two qualifications that may not stand in one application. */
export interface Exclusion {
  readonly one: string
  readonly other: string
  /** Why, and what to do instead, in one sentence. */
  readonly why: string
}

const mainAndBranch = '分支机构由总公司备案后另行申请，不能与总公司的资质同时申请'
const temporary = '临时备案只给没有其他备案的非贸易性单位，不能与其他资质同时申请'

/**
 * Pairs of unit kinds (codes of `fields/qualification/choices.ts`). Basis: decree 253 lets one kind of unit be chosen in
 * one form and keeps temporary filing for units without another one; a company of both kinds exists only inside special
 * zones (双重身份企业, 2018 No. 28). System 3.0 refuses exclusive choices, its list is not public: medium confidence.
 */
export const exclusions: readonly Exclusion[] = [
  {
    one: '10000000',
    other: '01000000',
    why: '收发货人与报关企业不能同时申请；在特殊监管区域内兼有两种身份的，请只选“特殊监管区域双重身份企业”',
  },
  { one: '00010000', other: '10000000', why: '双重身份企业已包含收发货人，请去掉其中一项' },
  { one: '00010000', other: '01000000', why: '双重身份企业已包含报关企业，请去掉其中一项' },
  { one: '10000000', other: '20000000', why: mainAndBranch },
  { one: '01000000', other: '00100000', why: mainAndBranch },
  { one: '20000000', other: '00100000', why: '两种分支机构不能同时申请，请按总公司的资质选一种' },
  { one: '10000000', other: '00100000', why: mainAndBranch },
  { one: '01000000', other: '20000000', why: mainAndBranch },
  { one: '00010000', other: '20000000', why: mainAndBranch },
  { one: '00010000', other: '00100000', why: mainAndBranch },
  ...['10000000', '01000000', '20000000', '00100000', '00010000'].map((other) => ({
    one: '00000100',
    other,
    why: temporary,
  })),
]

/** The pairs of a choice that exclude each other. */
export const excludedPairs = (kinds: readonly string[]): Exclusion[] =>
  exclusions.filter(({ one, other }) => kinds.includes(one) && kinds.includes(other))
