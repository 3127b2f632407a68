import type { FieldPath } from '../../../domain/rules/rule.ts'

/** Why a call is refused: the code leads the desk, the text is for people, problems stand beside fields. */
export const refusalTexts = {
  fields: '填写的内容有误，请按提示改正',
  'wrong-login': '用户名或密码不对',
  locked: '密码连续输错，账号暂时锁定，请十分钟后再试',
  disabled: '这个用户已停用',
  'not-active': '这个用户还没有激活',
  captcha: '验证码不对或已过期',
  'sms-code': '短信验证码不对或已过期',
  activation: '激活码不对或已过期',
  'no-user': '没有这个用户',
  challenge: '签名内容已过期或已用过，请重新操作',
  'card-untrusted': '卡的证书不是演练证书管理机构签发的',
  'card-expired': '卡的证书已过有效期',
  'card-not-yet': '卡的证书还没有生效',
  'card-signature': '签名验证不通过',
  'card-company': '这张卡属于其他企业',
  'card-holder': '卡的持有人与用户的姓名不符',
  'card-taken': '这张卡已经绑定给其他用户',
  'card-other': '签名的卡不是刚才要绑定的那一张',
  'user-has-card': '这个用户已经绑定了一张卡，换绑请填写原因',
  'card-not-bound': '这张卡没有绑定',
  'not-legal-card': '这一步必须用本企业的法人卡签名',
  'no-card': '本企业没有这张操作员卡',
  'application-open': '同类申请还在审核中，请等结果',
  'paper-type': '材料不是 PDF、JPG 或 PNG',
  'paper-size': '材料超过大小限制',
  'paper-hash': '材料与校验值不符，可能在传送中损坏',
  'paper-missing': '材料没有传齐',
  'no-paper': '没有这份材料',
} as const
export type RefusalCode = keyof typeof refusalTexts

export interface Problem {
  readonly path: FieldPath
  readonly text: string
}

export type MemberResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RefusalCode; readonly problems: readonly Problem[] }

export const done = <T>(value: T): MemberResult<T> => ({ ok: true, value })
export const no = (code: RefusalCode, problems: readonly Problem[] = []): MemberResult<never> => ({
  ok: false,
  code,
  problems,
})
