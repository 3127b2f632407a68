/**
 * The made-up company whose clerks practise. Every number has a right check digit; none belongs to anyone.
 * Settings of the practice site are seeded from it, so that a practice declaration fits the practice card.
 */
export const practiceCompany = {
  name: '演练报关服务（上海）有限公司',
  /** 统一社会信用代码 */
  credit: '91310115MA9YLBG193',
  /** 海关注册编码 */
  customs: '3122280993',
  /** 组织机构代码: characters 9 to 17 of the credit code. */
  copCode: 'MA9YLBG19',
  phone: '021-00000000',
} as const

/** The clerk whose card lies in the practice reader. */
export const practiceOperator = {
  name: '演练员甲',
  cardNo: '2100010009991',
  declarantNo: '3100000000991',
} as const

/** PIN of every practice card but the `factory` one. Not a secret: the practice pages show it. */
export const practicePin = '12345678'

/** PIN that real cards have when they come or after an unblock (signing.json): a warning is due when it still works. */
export const factoryPin = '88888888'

/** Another made-up company: its card is refused where the own one is wanted. */
export const otherPracticeCompany = {
  name: '演练物流服务（大连）有限公司',
  copCode: 'MA0YLWL08',
} as const
