import { documentKinds } from '../registration/choices.ts'
import type { Step, StepField } from '../step.ts'
import { applicationKinds, heldQualifications, unitKinds } from './choices.ts'

const applicationFields: readonly StepField[] = [
  {
    element: 'kind',
    label: '申请类型',
    type: 'string',
    length: 10,
    needed: 'file',
    choices: applicationKinds,
    units: 8,
  },
  {
    element: 'held',
    label: '已有资质',
    type: 'string',
    length: 10,
    needed: 'file',
    choices: heldQualifications,
    units: 6,
  },
  {
    element: 'unitKinds',
    label: '申请资质类别',
    type: 'string',
    length: 53,
    needed: 'file',
    choices: unitKinds,
    several: true,
    units: 20,
    hint: '可多选：选一项后按逗号接着选；互斥的组合会被拒绝',
  },
  {
    element: 'reason',
    label: '变更或注销原因',
    type: 'string',
    length: 200,
    units: 20,
    hint: '变更、注销时必填',
  },
]

/** 企业基本信息: every field of the screen in the notice, in its order. `*` there is `needed` here. */
const basicFields: readonly StepField[] = [
  {
    element: 'creditCode',
    label: '统一社会信用代码',
    type: 'string',
    length: 18,
    needed: 'file',
    number: 'creditCode',
    units: 7,
  },
  {
    element: 'orgCode',
    label: '组织机构代码',
    type: 'string',
    length: 9,
    needed: 'file',
    number: 'organisationCode',
    units: 5,
  },
  { element: 'name', label: '企业名称', type: 'string', length: 100, needed: 'file', units: 8 },
  {
    element: 'residence',
    label: '住所',
    type: 'string',
    length: 200,
    needed: 'file',
    units: 20,
    hint: '与营业执照一致',
  },
  { element: 'address', label: '企业地址', type: 'string', length: 200, needed: 'file', units: 20 },
  {
    element: 'division',
    label: '注册地区（行政区划）',
    type: 'string',
    length: 6,
    pattern: '[0-9]{6}',
    table: 'admin_division',
    needed: 'file',
    units: 7,
  },
  {
    element: 'postcode',
    label: '邮政编码',
    type: 'string',
    length: 6,
    pattern: '[0-9]{6}',
    needed: 'file',
    units: 5,
  },
  { element: 'legalName', label: '法定代表人（负责人）', type: 'string', length: 50, needed: 'file', units: 8 },
  {
    element: 'legalIdKind',
    label: '法人证件类型',
    type: 'string',
    length: 1,
    needed: 'file',
    choices: documentKinds,
    units: 7,
  },
  {
    element: 'legalIdNo',
    label: '法人证件号码',
    type: 'string',
    length: 30,
    needed: 'file',
    number: 'identityCard',
    documentKind: 'legalIdKind',
    units: 8,
  },
]

/** Capital, rates and the two computed amounts, all in units of ten thousand (万). */
const capitalFields: readonly StepField[] = [
  {
    element: 'capitalCurrency',
    label: '注册资本币种',
    type: 'string',
    length: 3,
    table: 'currency',
    needed: 'file',
    units: 5,
  },
  {
    element: 'capital',
    label: '注册资本（万）',
    type: 'decimal',
    length: 19,
    decimals: 4,
    needed: 'file',
    units: 5,
  },
  {
    element: 'rate',
    label: '注册资本币种与人民币之间的汇率',
    type: 'decimal',
    length: 12,
    decimals: 6,
    needed: 'file',
    units: 5,
    hint: '1 单位该币种折合人民币；人民币为 1',
  },
  {
    element: 'usdRate',
    label: '美元与人民币之间的汇率',
    type: 'decimal',
    length: 12,
    decimals: 6,
    units: 5,
    hint: '1 美元折合人民币，只用来折算美元金额；画面上没有这一栏，不上报',
  },
  {
    element: 'capitalCny',
    label: '注册资金（人民币/万）',
    type: 'decimal',
    length: 19,
    decimals: 4,
    needed: 'file',
    locked: true,
    units: 5,
    hint: '注册资本 × 汇率，自动计算',
  },
  {
    element: 'capitalUsd',
    label: '注册资金（美元/万）',
    type: 'decimal',
    length: 19,
    decimals: 4,
    locked: true,
    units: 5,
    hint: '人民币金额 ÷ 美元汇率，自动计算',
  },
  { element: 'licenceNo', label: '工商登记注册号', type: 'string', length: 30, needed: 'file', units: 5 },
  { element: 'licenceDate', label: '工商登记日期', type: 'date', length: 8, needed: 'file', units: 5 },
]

/**
 * 对外贸易经营者备案: folded on the screen of the notice, which shows none of its fields. These are the ones of the
 * 备案登记表. The record is no longer asked for since the end of 2022 (registration.json), so nothing here is needed.
 */
const foreignTradeFields: readonly StepField[] = [
  { element: 'recordNo', label: '备案登记表编号', type: 'string', length: 20, units: 7 },
  {
    element: 'traderCode',
    label: '进出口企业代码',
    type: 'string',
    length: 18,
    pattern: '[0-9A-Z]{13}|[0-9A-Z]{18}',
    units: 6,
    hint: '13位，或统一社会信用代码',
  },
  { element: 'recordDate', label: '备案日期', type: 'date', length: 8, units: 7 },
  { element: 'englishName', label: '经营者英文名称', type: 'string', length: 200, units: 20 },
  { element: 'authority', label: '备案登记机关', type: 'string', length: 100, units: 20 },
]

/** Steps 1 to 3 of the qualification wizard. */
export const basicSteps: readonly Step[] = [
  {
    id: 'application',
    title: '申请类型',
    parts: [{ kind: 'fields', id: 'application', title: '申请', section: 'application', fields: applicationFields }],
  },
  {
    id: 'basic',
    title: '企业基本信息',
    parts: [
      { kind: 'fields', id: 'basic', title: '企业基本信息', section: 'basic', fields: basicFields },
      { kind: 'fields', id: 'capital', title: '注册资本与工商登记', section: 'basic', fields: capitalFields },
    ],
  },
  {
    id: 'foreign-trade',
    title: '对外贸易经营者备案',
    parts: [
      {
        kind: 'fields',
        id: 'foreign-trade',
        title: '对外贸易经营者备案',
        section: 'foreignTrade',
        fields: foreignTradeFields,
        note: '2022年底起不再要求对外贸易经营者备案；有旧备案的照填，没有就留空',
      },
    ],
  },
]
