import type { Step, StepField } from '../step.ts'
import { documentKinds, enterpriseTypes } from './choices.ts'

/**
 * 用户注册: the account page of the notice (企业中文名称 … 企业地址, then the first user). Lengths are our own, wide
 * enough for the licence; which fields are needed follows the registration guides (medium confidence).
 */
const companyFields: readonly StepField[] = [
  { element: 'name', label: '企业中文名称', type: 'string', length: 100, needed: 'file', units: 12 },
  {
    element: 'creditCode',
    label: '统一社会信用代码',
    type: 'string',
    length: 18,
    needed: 'file',
    number: 'creditCode',
    units: 8,
    hint: '营业执照上的18位代码，最后一位是校验码',
  },
  {
    element: 'orgCode',
    label: '组织机构代码',
    type: 'string',
    length: 9,
    needed: 'file',
    number: 'organisationCode',
    units: 8,
    hint: '又称主体标识码，信用代码的第9至17位，自动带出',
  },
  {
    element: 'enterpriseTypes',
    label: '企业类型',
    type: 'string',
    length: 44,
    needed: 'file',
    choices: enterpriseTypes,
    several: true,
    units: 12,
    hint: '可多选：选一项后按逗号接着选',
  },
  {
    element: 'businessType',
    label: '企业业务类型',
    type: 'string',
    length: 100,
    needed: 'file',
    units: 20,
    hint: '如：代理报关、进出口贸易',
  },
  { element: 'legalName', label: '法人姓名', type: 'string', length: 50, needed: 'file', units: 8 },
  {
    element: 'legalIdKind',
    label: '法人证件类型',
    type: 'string',
    length: 1,
    needed: 'file',
    choices: documentKinds,
    units: 5,
  },
  {
    element: 'legalIdNo',
    label: '法人证件号码',
    type: 'string',
    length: 30,
    needed: 'file',
    number: 'identityCard',
    documentKind: 'legalIdKind',
    units: 7,
  },
  { element: 'address', label: '企业地址', type: 'string', length: 200, needed: 'file', units: 20 },
]

const administratorFields: readonly StepField[] = [
  { element: 'name', label: '管理员姓名', type: 'string', length: 50, needed: 'file', units: 8 },
  {
    element: 'idKind',
    label: '证件类型',
    type: 'string',
    length: 1,
    needed: 'file',
    choices: documentKinds,
    units: 5,
  },
  {
    element: 'idNo',
    label: '证件号码',
    type: 'string',
    length: 30,
    needed: 'file',
    number: 'identityCard',
    documentKind: 'idKind',
    units: 7,
  },
  {
    element: 'email',
    label: '电子邮箱',
    type: 'string',
    length: 60,
    needed: 'file',
    number: 'email',
    units: 8,
  },
]

const loginFields: readonly StepField[] = [
  {
    element: 'userName',
    label: '用户名',
    type: 'string',
    length: 30,
    needed: 'file',
    number: 'userName',
    units: 8,
    hint: '4至30位字母、数字或下划线，以字母开头；是否已被占用由平台告知',
  },
  {
    element: 'password',
    label: '登录密码',
    type: 'string',
    length: 32,
    needed: 'file',
    secret: true,
    units: 6,
    hint: '8至32位，大小写字母、数字、符号至少三种。密码不存盘',
  },
  { element: 'passwordAgain', label: '确认密码', type: 'string', length: 32, needed: 'file', secret: true, units: 6 },
  {
    element: 'mobile',
    label: '手机号码',
    type: 'string',
    length: 11,
    needed: 'file',
    number: 'mobile',
    units: 8,
  },
  {
    element: 'smsCode',
    label: '短信验证码',
    type: 'string',
    length: 6,
    pattern: '[0-9]{6}',
    needed: 'file',
    secret: true,
    control: 'text',
    units: 6,
  },
]

export const accountSteps: readonly Step[] = [
  {
    id: 'company',
    title: '企业信息',
    parts: [{ kind: 'fields', id: 'company', title: '企业信息', section: 'company', fields: companyFields }],
  },
  {
    id: 'administrator',
    title: '管理员',
    parts: [
      {
        kind: 'fields',
        id: 'administrator',
        title: '管理员',
        section: 'administrator',
        fields: administratorFields,
        note: '企业注册的第一个用户为管理员，建议使用法人信息注册',
      },
    ],
  },
  {
    id: 'login',
    title: '用户名与手机',
    parts: [
      { kind: 'fields', id: 'login', title: '用户名、密码与手机', section: 'administrator', fields: loginFields },
    ],
  },
]

/** What an administrator gives when an operator is invited; the operator sets the password at the first login. */
export const operatorStep: Step = {
  id: 'operator',
  title: '邀请操作员',
  parts: [
    {
      kind: 'fields',
      id: 'operator',
      title: '操作员',
      section: 'operator',
      fields: [
        { element: 'name', label: '姓名', type: 'string', length: 50, needed: 'file', units: 10 },
        {
          element: 'userName',
          label: '用户名',
          type: 'string',
          length: 30,
          needed: 'file',
          number: 'userName',
          units: 10,
        },
        {
          element: 'idKind',
          label: '证件类型',
          type: 'string',
          length: 1,
          needed: 'file',
          choices: documentKinds,
          units: 10,
        },
        {
          element: 'idNo',
          label: '证件号码',
          type: 'string',
          length: 30,
          needed: 'file',
          number: 'identityCard',
          documentKind: 'idKind',
          units: 10,
        },
        {
          element: 'mobile',
          label: '手机号码',
          type: 'string',
          length: 11,
          needed: 'file',
          number: 'mobile',
          units: 10,
        },
        { element: 'email', label: '电子邮箱', type: 'string', length: 60, number: 'email', units: 10 },
      ],
    },
  ],
}
