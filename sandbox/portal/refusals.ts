/**
 * Why a message is not taken: code and text of the DecImportResponse. The numbers are ours (negative ones are seen in
 * practice); where the import client has a text for the case, its words are used (FAQ of the import client).
 */
export const refusals = {
  package: { code: -1, text: '压缩包不符合要求：{detail}' },
  format: { code: -2, text: '01 暂存的业务报文格式数据不正确：{detail}' },
  operType: { code: -3, text: '操作类型 {detail} 不能由本接口申报，只接受 C、D（申报）和 G（暂存）' },
  card: { code: -4, text: '非白名单用户或 IC 卡不合法：{detail}' },
  company: { code: -5, text: '操作卡企业与报文中的操作企业不相符' },
  operator: { code: -6, text: '报文中的操作员卡号与证书的卡号不相符' },
  right: { code: -7, text: '操作员卡没有申报权限' },
  unprepared: { code: -9, text: '业务准备没有完成：{detail}' },
  signature: { code: -8, text: '数字签名验证不通过，报文可能在签名后被改动' },
} as const

export type RefusalName = keyof typeof refusals

/** A refusal with its text filled in, as long as the answer may carry. */
export interface Refusal {
  readonly code: number
  readonly text: string
}

export const refusal = (name: RefusalName, detail = ''): Refusal => {
  const { code, text } = refusals[name]
  return { code, text: text.replace('{detail}', detail).slice(0, 255) }
}
