import { expect, test } from 'vitest'
import { nameOfPath, wordsOfPath } from '../../../../renderer/pages/preparation/filed-words.ts'
import { applicationName, nextAction } from '../../../../renderer/pages/preparation/words.ts'

type Application = Parameters<typeof applicationName>[0]
const application = (more: Partial<Application>): Application => ({
  id: 'a',
  draftId: '',
  subject: 'qualification',
  kind: 'new',
  title: '',
  state: 'filed',
  reason: '',
  number: '',
  submittedAt: '',
  updatedAt: '',
  papers: [],
  ...more,
})

test.each([
  [{ kind: 'new' }, '已备案'],
  [{ kind: 'cancel' }, '已注销'],
  [{ subject: 'card', kind: 'new' }, '已制卡'],
  [{ subject: 'card', kind: 'replace' }, '已制卡'],
  [{ subject: 'card', kind: 'unlock' }, '已办结'],
  [{ subject: 'card', kind: 'new', state: 'reviewing' }, '审核中'],
] as const)('an application %j is called %s', (more, text) => {
  expect(applicationName(application(more)).text).toBe(text)
})

const named = (table: string, code: string): string => `${table}:${code}`

test.each([
  ['unit.economicType', '173', '经济类型', '私营有限责任（公司）'],
  ['unit.office', '2200', '注册海关', 'customs_district:2200'],
  ['investors.0.idKind', '1', '出资者 第1行 证件类型', '身份证'],
  ['rights.1', 'inspection', '资质', '报检'],
  ['unitKinds.0', '01000000', '资质类别', '报关企业'],
  ['cancelled', 'true', '注销标志', '已注销'],
  ['validUntil', '', '有效期至', '（空）'],
])('the difference at %s reads as words', (path, value, name, words) => {
  expect(nameOfPath(path)).toBe(name)
  expect(wordsOfPath(path, value, named)).toBe(words)
})

test.each([
  ['register', '', '用户注册', '/preparation/account'],
  ['register', 'd1', '继续注册', '/preparation/account/d1'],
  ['qualify', '', '新企业一次申请', '/preparation/qualification?new=new'],
  ['qualify', 'd2', '继续申请', '/preparation/qualification/d2'],
  ['supplement', 'd3', '继续补录', '/preparation/qualification/d3'],
  ['applyCard', '', '申请卡', '/preparation/cards?new=1'],
  ['applyCard', 'd4', '继续申请卡', '/preparation/cards/d4'],
] as const)('the step %s with the draft “%s” is called %s and leads there', (action, draftId, text, to) => {
  expect(nextAction({ action, draftId, userName: '', cardNo: '' })).toEqual({ text, to })
})
