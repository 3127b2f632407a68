import type { Choice } from '../form/placement.ts'

/**
 * Lists of the qualification filing. Sources: 报关单位情况登记表 and its notes (before 2022), decree 253 with the filling
 * notes of 报关单位备案信息表, customs credit platform 2018. Codes that no source gives are our own and say so.
 */

/** 申请类型. 补录 is the way of the notice for a company that holds one of the two old qualifications. Own codes. */
export const applicationKinds: readonly Choice[] = [
  { code: 'new', name: '新企业一次申请' },
  { code: 'supplement', name: '单一资质补录' },
  { code: 'change', name: '变更' },
  { code: 'cancel', name: '注销' },
]

/** 资质类别: kinds of unit (codes of the customs credit platform, 2018; 临时备案单位 was 临时注册企业). */
export const unitKinds: readonly Choice[] = [
  { code: '10000000', name: '进出口货物收发货人' },
  { code: '01000000', name: '报关企业' },
  { code: '20000000', name: '进出口货物收发货人分支机构' },
  { code: '00100000', name: '报关企业分支机构' },
  { code: '00010000', name: '特殊监管区域双重身份企业' },
  { code: '00000100', name: '临时备案单位' },
]

/** 已有资质: what a company held before the two systems became one (2018 No. 28). Own codes. */
export const heldQualifications: readonly Choice[] = [
  { code: 'none', name: '都没有' },
  { code: 'customs', name: '只有报关资质' },
  { code: 'inspection', name: '只有报检资质' },
  { code: 'both', name: '报关、报检都有' },
]

/** 经济类型: GB/T 12402-2000, as several public programs of authorities list it; the blank asks for its three digits. */
export const economicTypes: readonly Choice[] = [
  { code: '100', name: '内资' },
  { code: '110', name: '国有全资' },
  { code: '120', name: '集体全资' },
  { code: '130', name: '股份合作' },
  { code: '140', name: '联营' },
  { code: '141', name: '国有联营' },
  { code: '142', name: '集体联营' },
  { code: '143', name: '国有与集体联营' },
  { code: '149', name: '其他联营' },
  { code: '150', name: '有限责任（公司）' },
  { code: '151', name: '国有独资（公司）' },
  { code: '159', name: '其他有限责任（公司）' },
  { code: '160', name: '股份有限（公司）' },
  { code: '170', name: '私有' },
  { code: '171', name: '私有独资' },
  { code: '172', name: '私有合伙' },
  { code: '173', name: '私营有限责任（公司）' },
  { code: '174', name: '私营股份有限（公司）' },
  { code: '175', name: '个体经营' },
  { code: '179', name: '其他私有' },
  { code: '190', name: '其他内资' },
  { code: '200', name: '港、澳、台投资' },
  { code: '210', name: '内地和港、澳或台合资' },
  { code: '220', name: '内地和港、澳或台合作' },
  { code: '230', name: '港、澳或台独资' },
  { code: '240', name: '港、澳或台投资股份有限（公司）' },
  { code: '290', name: '其他港、澳、台投资' },
  { code: '300', name: '国外投资' },
  { code: '310', name: '中外合资' },
  { code: '320', name: '中外合作' },
  { code: '330', name: '外资' },
  { code: '340', name: '国外投资股份有限（公司）' },
  { code: '390', name: '其他国外投资' },
  { code: '900', name: '其他' },
]

/** 经济区划 (statistical zones). The list skips 08. */
export const economicZones: readonly Choice[] = [
  { code: '01', name: '经济特区' },
  { code: '02', name: '经济技术开发全区' },
  { code: '03', name: '高新技术产业开发区' },
  { code: '04', name: '保税区' },
  { code: '05', name: '出口加工区' },
  { code: '06', name: '保税港区、综合保税区' },
  { code: '07', name: '保税物流园区' },
  { code: '09', name: '一般经济区域' },
]

/** 跨境贸易电子商务类型. Own codes. */
export const ecommerceKinds: readonly Choice[] = [
  { code: '0', name: '无' },
  { code: '1', name: '电子商务企业' },
  { code: '2', name: '电子商务交易平台' },
  { code: '3', name: '物流企业' },
  { code: '4', name: '支付企业' },
  { code: '5', name: '监管场所运营人' },
]

/** 经营场所性质. Own codes. */
export const premises: readonly Choice[] = [
  { code: '1', name: '自有' },
  { code: '2', name: '租赁' },
  { code: '3', name: '借用' },
  { code: '9', name: '其他' },
]

/** 记账方式. Own codes. */
export const bookkeeping: readonly Choice[] = [
  { code: '1', name: '自理记账' },
  { code: '2', name: '委托代理记账' },
]

/** 与上级单位关系. Own codes. */
export const parentRelations: readonly Choice[] = [
  { code: '1', name: '母/子公司' },
  { code: '2', name: '总/分公司' },
  { code: '9', name: '其他' },
]

/** 企业注销标志. Own codes. */
export const cancelFlags: readonly Choice[] = [
  { code: '0', name: '正常' },
  { code: '1', name: '已注销' },
]

/** 企业资质标志 on the screen of the notice: which of the two rights the filing carries. Own codes. */
export const qualificationFlags: readonly Choice[] = [
  { code: '1', name: '报关' },
  { code: '2', name: '报检' },
  { code: '3', name: '报关、报检' },
]

/** 出资方式. Own codes. */
export const contributionWays: readonly Choice[] = [
  { code: '1', name: '货币' },
  { code: '2', name: '实物' },
  { code: '3', name: '知识产权' },
  { code: '4', name: '土地使用权' },
  { code: '9', name: '其他' },
]

/** Documents of an investor: a person's, or the credit code of a company. Own codes. */
export const investorDocuments: readonly Choice[] = [
  { code: '1', name: '身份证' },
  { code: '2', name: '护照' },
  { code: '6', name: '统一社会信用代码' },
  { code: '9', name: '其他' },
]

/** Code of 统一社会信用代码 among the documents of an investor. */
export const creditCodeDocument = '6'

/** 业务种类 of a declarant in this application. Own codes. */
export const declarantActions: readonly Choice[] = [
  { code: '1', name: '备案' },
  { code: '2', name: '变更' },
  { code: '3', name: '注销' },
]
