import type { Choice } from '../form/placement.ts'

/** Kinds of identity document. The notice shows 身份证 only; the others are those of the registration guides. */
export const documentKinds: readonly Choice[] = [
  { code: '1', name: '身份证' },
  { code: '2', name: '护照' },
  { code: '3', name: '港澳居民来往内地通行证' },
  { code: '4', name: '台湾居民来往大陆通行证' },
  { code: '5', name: '外国人永久居留身份证' },
  { code: '9', name: '其他' },
]

/** Code of 身份证: the only document whose number can be checked. */
export const identityCardKind = '1'

/** 企业类型: the fifteen of the account page in the notice, in its order. The codes are our own: it shows none. */
export const enterpriseTypes: readonly Choice[] = [
  { code: '01', name: '海运货运代理' },
  { code: '02', name: '空运货运代理' },
  { code: '03', name: '港务集团/码头' },
  { code: '04', name: '航空公司' },
  { code: '05', name: '理货公司' },
  { code: '06', name: '散杂租船代理' },
  { code: '07', name: '船公司' },
  { code: '08', name: '船代公司' },
  { code: '09', name: '制造商' },
  { code: '10', name: '贸易公司' },
  { code: '11', name: '物流产品/信息服务商' },
  { code: '12', name: '行业监管部门' },
  { code: '13', name: '行业管理部门' },
  { code: '14', name: '快递公司' },
  { code: '15', name: '报关行' },
]

export const yesNo: readonly Choice[] = [
  { code: '1', name: '是' },
  { code: '0', name: '否' },
]
