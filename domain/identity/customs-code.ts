/** 海关备案编码: division 4 digits, zone, kind of enterprise, serial 4; letters occur from the fifth place; no check digit. */
export interface CustomsCode {
  readonly division: string
  readonly zone: string
  readonly zoneName?: string
  readonly kind: string
  readonly kindName?: string
  readonly serial: string
}

/** Source: answers of customs offices on 海关注册号; sure for the digits, later letters are not documented. */
const zones: Record<string, string> = {
  1: '经济特区',
  2: '经济技术开发区',
  3: '高新技术产业开发区',
  4: '保税区',
  5: '出口加工区',
  6: '保税港区、综合保税区',
  7: '保税物流园区',
  9: '其他',
}

const kinds: Record<string, string> = {
  1: '国有企业',
  2: '中外合作企业',
  3: '中外合资企业',
  4: '外商独资企业',
  5: '集体企业',
  6: '私营企业',
  7: '个体工商户',
  8: '报关企业',
  9: '其他',
}

/** The parts of a code, or `undefined` when it does not have the form. Unknown zones and kinds have no name. */
export function readCustomsCode(code: string): CustomsCode | undefined {
  const parts = /^([0-9]{4})([0-9A-Z])([0-9A-Z])([0-9A-Z]{4})$/.exec(code)
  if (parts === null) return undefined
  const [, division = '', zone = '', kind = '', serial = ''] = parts
  return { division, zone, zoneName: zones[zone], kind, kindName: kinds[kind], serial }
}

export const isCustomsCode = (code: string): boolean => readCustomsCode(code) !== undefined
