import { branchChoices } from '../../preparation/branches.ts'
import type { Choice } from '../form/placement.ts'
import type { Step, StepField } from '../step.ts'
import { documentKinds } from './choices.ts'

/** Kinds of card. Own codes. */
export const cardKinds: readonly Choice[] = [
  { code: 'legal', name: '法人卡' },
  { code: 'operator', name: '操作员卡' },
]

/** 卡介质: the two of the notice. Own codes. */
export const cardMedia: readonly Choice[] = [
  { code: 'ic', name: 'IC卡（需读卡器）' },
  { code: 'ikey', name: 'Ikey（USB）' },
]

/** What is asked for (guides of the card centres). Own codes. */
export const cardServices: readonly Choice[] = [
  { code: 'new', name: '新办' },
  { code: 'change', name: '变更' },
  { code: 'unlock', name: '解锁' },
  { code: 'renew', name: '延期' },
  { code: 'replace', name: '补办' },
  { code: 'cancel', name: '注销' },
]

/** 单位类别 of the access system. */
export const unitCategories: readonly Choice[] = [
  { code: 'A', name: '进出口货物收发货人' },
  { code: 'B', name: '其他进出口主体' },
  { code: 'C', name: '报关、物流、金融等服务企业' },
]

/** Rights of an operator card that the legal-person card grants and withdraws. */
export const cardRights: readonly Choice[] = [
  { code: 'entry', name: '录入' },
  { code: 'declare', name: '申报' },
]

export const deliveryWays: readonly Choice[] = [
  { code: 'counter', name: '柜台自取' },
  { code: 'mail', name: '邮寄' },
]

const cardFields: readonly StepField[] = [
  { element: 'cardKind', label: '卡种', type: 'string', length: 8, needed: 'file', choices: cardKinds, units: 7 },
  { element: 'medium', label: '介质', type: 'string', length: 4, needed: 'file', choices: cardMedia, units: 7 },
  { element: 'service', label: '业务', type: 'string', length: 8, needed: 'file', choices: cardServices, units: 6 },
  {
    element: 'unitCategory',
    label: '单位类别',
    type: 'string',
    length: 1,
    needed: 'file',
    choices: unitCategories,
    units: 7,
  },
  {
    element: 'cardNo',
    label: '原卡号',
    type: 'string',
    length: 13,
    number: 'cardNumber',
    units: 7,
    hint: '新办不填，其余业务必填',
  },
  {
    element: 'rights',
    label: '申请权限',
    type: 'string',
    length: 20,
    choices: cardRights,
    several: true,
    units: 6,
    hint: '只用于操作员卡',
  },
]

const holderFields: readonly StepField[] = [
  { element: 'holder', label: '持卡人姓名', type: 'string', length: 50, needed: 'file', units: 7 },
  {
    element: 'holderIdKind',
    label: '证件类型',
    type: 'string',
    length: 1,
    needed: 'file',
    choices: documentKinds,
    units: 6,
  },
  {
    element: 'holderIdNo',
    label: '证件号码',
    type: 'string',
    length: 30,
    needed: 'file',
    number: 'identityCard',
    documentKind: 'holderIdKind',
    units: 7,
  },
  {
    element: 'legalPhone',
    label: '法定代表人电话',
    type: 'string',
    length: 20,
    number: 'phone',
    needed: 'file',
    units: 7,
  },
  { element: 'contact', label: '联系人', type: 'string', length: 50, needed: 'file', units: 6 },
  { element: 'contactPhone', label: '联系电话', type: 'string', length: 20, number: 'phone', needed: 'file', units: 7 },
  {
    element: 'division',
    label: '所在地区',
    type: 'string',
    length: 6,
    table: 'admin_division',
    needed: 'file',
    units: 7,
  },
  { element: 'address', label: '企业地址', type: 'string', length: 200, needed: 'file', units: 13 },
]

const pickUpFields: readonly StepField[] = [
  {
    element: 'branch',
    label: '发卡机构',
    type: 'string',
    length: 4,
    needed: 'file',
    choices: branchChoices,
    units: 10,
    hint: '选定后，制卡、取卡都在这一家办理',
  },
  {
    element: 'delivery',
    label: '取卡方式',
    type: 'string',
    length: 8,
    needed: 'file',
    choices: deliveryWays,
    units: 10,
  },
  {
    element: 'remark',
    label: '备注',
    type: 'string',
    length: 200,
    units: 20,
    hint: '邮寄的写明收件人、电话、地址；自取的写明网点。不写会被退单',
  },
]

/** 办理卡介质: the application for one card (registration.json, cards.application). */
export const cardMediaSteps: readonly Step[] = [
  {
    id: 'card',
    title: '卡与业务',
    parts: [{ kind: 'fields', id: 'card', title: '卡与业务', section: 'card', fields: cardFields }],
  },
  {
    id: 'holder',
    title: '持卡人与单位',
    parts: [{ kind: 'fields', id: 'holder', title: '持卡人与单位', section: 'card', fields: holderFields }],
  },
  {
    id: 'pick-up',
    title: '发卡机构与取卡',
    parts: [{ kind: 'fields', id: 'pick-up', title: '发卡机构与取卡', section: 'card', fields: pickUpFields }],
  },
]
