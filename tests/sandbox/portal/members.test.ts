import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { partOf, type StepText } from '../../../domain/fields/step-text.ts'
import { memberCalls, type MemberCall, type MemberCallName } from '../../../domain/portal/members.ts'
import { practiceCompany, practiceOperator } from '../../../domain/practice/practice-company.ts'
import { startPortal, type RunningPortal } from '../../../sandbox/portal/start-portal.ts'
import { accountText, cardText, operatorText, qualificationText } from '../../fixtures/preparations.ts'
import { membersOf } from '../../support/practice-members.ts'
import { otherCompany, twoCompanies, type People } from '../../support/two-companies.ts'

let folder = ''
let portal: RunningPortal
let at = Date.UTC(2026, 10, 27, 2)
const start = async () => {
  portal = await startPortal({ folder, now: () => at, slowness: 1 })
}
let members: ReturnType<typeof membersOf>
// Making the practice authority with its keys takes long on a busy machine.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'members-'))
  await start()
  members = membersOf(() => portal, folder)
}, 120_000)
afterAll(async () => {
  await portal.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('every call by every role', () => {
  let people: People
  beforeAll(async () => {
    people = await twoCompanies(members)
  })

  /** What a call of a shape that is right is answered, by who makes it: rights come before everything else. */
  const expected = ({ role }: MemberCall): Record<keyof People | 'nobody', 'refused' | 'heard'> => ({
    nobody: role === 'anyone' ? 'heard' : 'refused',
    operator: role === 'administrator' ? 'refused' : 'heard',
    administrator: 'heard',
    stranger: 'heard',
  })

  // Calls that end the session of the caller are made last.
  const names = (Object.keys(memberCalls) as MemberCallName[]).filter((name) => name !== 'logout')
  test.each([...names, 'logout' as const])(
    '%s is heard from those who may make it and from nobody else',
    async (name) => {
      const answers: Record<string, string> = {}
      for (const who of ['nobody', 'operator', 'administrator', 'stranger'] as const) {
        const session = who === 'nobody' ? '' : people[who]
        const body = name === 'logout' && who !== 'nobody' ? { wrong: 1 } : { wrong: 1 }
        const { status, value } = await members.send(name, body, session, 'rights-table-1')
        const code = (value as { code?: string }).code
        answers[who] = status === 401 || status === 403 ? 'refused' : 'heard'
        if (answers[who] === 'refused') expect(code).toBe(who === 'nobody' ? 'no-session' : 'forbidden')
        else expect([status, code]).toEqual([400, 'bad-request'])
      }
      expect(answers).toEqual(expected(memberCalls[name]))
    },
  )

  test.each(names)('%s is refused without the token of the desk', async (name) => {
    const response = await fetch(portal.address + memberCalls[name].path, { method: 'POST', body: '{}' })
    expect(response.status).toBe(401)
  })
})

test('a company sees and changes nothing of another', async () => {
  const { administrator, stranger } = await twoCompanies(members)
  const { send, done, proof } = members
  const challenge = await done(
    'bindChallenge',
    { userName: 'yanlian_op', cardNo: practiceOperator.cardNo },
    administrator,
  )
  await done('bind', { ...proof('bind', challenge, 'operator'), reason: '' }, administrator)
  const application = await done(
    'apply',
    { subject: 'qualification', text: qualificationText(), papers: [] },
    administrator,
    'apply-company-a',
  )
  expect((await done('bindings', {}, stranger)).items).toEqual([])
  expect((await done('cards', {}, stranger)).items).toEqual([])
  expect((await done('applications', {}, stranger)).items).toEqual([])
  expect((await done('askApplication', { key: application.key }, stranger)).items).toEqual([])
  expect((await done('qualification', {}, stranger)).items).toEqual([])
  expect((await done('operators', {}, stranger)).items.map(({ userName }) => userName)).toEqual(['other_admin'])
  const refusals = [
    await send('setOperator', { userName: 'yanlian_op', active: false }, stranger),
    await send('unbind', { cardNo: practiceOperator.cardNo, reason: '试' }, stranger),
    await send('bindChallenge', { userName: 'yanlian_op', cardNo: practiceOperator.cardNo }, stranger),
    await send('grantChallenge', { cardNo: practiceOperator.cardNo, rights: [] }, stranger),
    await send(
      'apply',
      { subject: 'qualification', text: qualificationText(), papers: [] },
      stranger,
      'apply-stranger-1',
    ),
  ]
  expect(refusals.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
  expect((await done('bindings', {}, administrator)).items).toMatchObject([{ userName: 'yanlian_op', unboundAt: '' }])
})

test('a challenge of another company is of no use', async () => {
  const { administrator, stranger } = await twoCompanies(members)
  const { send, done, proof } = members
  const challenge = await done(
    'bindChallenge',
    { userName: 'yanlian_op', cardNo: practiceOperator.cardNo },
    administrator,
  )
  const bind = await send('bind', { ...proof('bind', challenge, 'operator'), reason: '' }, stranger)
  expect(bind).toMatchObject({ status: 422, value: { code: 'no-user' } })
})

test('company, code and user name that are taken are told beside their fields', async () => {
  await twoCompanies(members)
  const { send, done, sms, password } = members
  const names = { companyName: practiceCompany.name, creditCode: practiceCompany.credit, userName: 'YANLIAN_ADMIN' }
  expect(await done('checkNames', names)).toEqual({ companyName: true, creditCode: true, userName: true })
  const body = { text: accountText(), password, ...(await sms('13800000000', 'register')) }
  const { status, value } = await send('register', body, '', 'register-0003')
  expect(status).toBe(422)
  expect((value as { problems: { path: string }[] }).problems.map(({ path }) => path)).toEqual([
    'company.name',
    'company.creditCode',
    'administrator.userName',
  ])
})

test('the same registration twice makes one company, another one under its key is refused', async () => {
  await members.practise('members', 'PUT', { from: 'nothing' })
  const { send, sms, password } = members
  const body = { text: accountText(), password, ...(await sms('13800000000', 'register')) }
  const both = await Promise.all([1, 2].map(() => send('register', body, '', 'register-0004')))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(both.map(({ replayed }) => replayed).sort()).toEqual(['false', 'true'])
  expect(both[0]?.value).toEqual(both[1]?.value)
  const other = await send('register', { ...body, text: otherCompany() }, '', 'register-0004')
  expect(other).toMatchObject({ status: 409, value: { code: 'other-body' } })
})

test('a wrong password counts, five lock the account, and a captcha serves once', async () => {
  await twoCompanies(members)
  const { send, done, password } = members
  const login = async (secret: string) => {
    const { id: captchaId, shown: captcha } = await done('captcha', {})
    return await send('login', { userName: 'yanlian_admin', password: secret, captchaId, captcha })
  }
  const { id: captchaId, shown } = await done('captcha', {})
  const first = { userName: 'yanlian_admin', password, captchaId, captcha: shown.toLowerCase() }
  expect(await send('login', first)).toMatchObject({ status: 200 })
  expect(await send('login', first)).toMatchObject({ status: 422, value: { code: 'captcha' } })
  for (let turn = 0; turn < 5; turn++)
    expect(await login('Wrong#2026')).toMatchObject({ value: { code: 'wrong-login' } })
  expect(await login(password)).toMatchObject({ value: { code: 'locked' } })
  at += 601_000
  expect(await login(password)).toMatchObject({ status: 200 })
})

test('cards are bound by their own signature, and each wrong card is refused by its name', async () => {
  const { administrator, operator } = await twoCompanies(members)
  const { send, done, proof } = members
  const bind = async (
    card: Parameters<typeof proof>[2],
    cardNo: string,
    userName: string,
    session: string,
    reason = '',
  ) => {
    const challenge = await done('bindChallenge', { userName, cardNo }, session)
    return await send('bind', { ...proof('bind', challenge, card), reason }, session)
  }
  expect(await bind('other', '2100010009989', 'yanlian_op', operator)).toMatchObject({
    value: { code: 'card-company' },
  })
  expect(await bind('expired', '2100010009995', 'yanlian_op', operator)).toMatchObject({
    value: { code: 'card-expired' },
  })
  expect(await bind('not-yet', '2100010009996', 'yanlian_op', operator)).toMatchObject({
    value: { code: 'card-not-yet' },
  })
  expect(await bind('stranger', '2100010009997', 'yanlian_op', operator)).toMatchObject({
    value: { code: 'card-untrusted' },
  })
  expect(await bind('second', '2100010009992', 'yanlian_op', operator)).toMatchObject({
    value: { code: 'card-holder' },
  })
  expect(await bind('rsa', '2100010009991', 'yanlian_op', operator)).toMatchObject({ value: { code: 'card-other' } })
  expect(await bind('operator', practiceOperator.cardNo, 'yanlian_op', operator)).toMatchObject({ status: 200 })
  expect(await bind('operator', practiceOperator.cardNo, 'yanlian_op', operator)).toMatchObject({
    value: { code: 'card-taken' },
  })
  expect(await bind('rsa', '2100010009999', 'yanlian_op', operator)).toMatchObject({ value: { code: 'user-has-card' } })
  expect(await bind('rsa', '2100010009999', 'yanlian_op', operator, '旧卡损坏')).toMatchObject({ status: 200 })
  expect((await done('bindings', {}, operator)).items).toMatchObject([
    { cardNo: '2100010009999', unboundAt: '' },
    { cardNo: practiceOperator.cardNo, reason: '旧卡损坏' },
  ])
  expect(await bind('legal', '2100010009993', 'yanlian_admin', administrator)).toMatchObject({ status: 200 })
  const login = await done('loginChallenge', {})
  expect(await done('loginByCard', proof('login', login, 'legal'))).toMatchObject({
    userName: 'yanlian_admin',
    via: 'card',
  })
  expect(await send('loginByCard', proof('login', login, 'legal'))).toMatchObject({ value: { code: 'challenge' } })
  const another = await done('loginChallenge', {})
  const forged = { ...proof('login', { ...another, text: `${another.text}。` }, 'legal') }
  expect(await send('loginByCard', forged)).toMatchObject({ value: { code: 'card-signature' } })
})

test('the legal-person card gives and takes rights, no other card does', async () => {
  const { administrator } = await twoCompanies(members)
  const { send, done, proof } = members
  const cardNo = practiceOperator.cardNo
  const challenge = await done('bindChallenge', { userName: 'yanlian_op', cardNo }, administrator)
  await done('bind', { ...proof('bind', challenge, 'operator'), reason: '' }, administrator)
  const wrong = await done('grantChallenge', { cardNo, rights: [] }, administrator)
  expect(await send('grant', proof('grant', wrong, 'operator'), administrator)).toMatchObject({
    value: { code: 'not-legal-card' },
  })
  const take = await done('grantChallenge', { cardNo, rights: [] }, administrator)
  expect(await done('grant', proof('grant', take, 'legal'), administrator)).toMatchObject({
    items: [{ cardNo, rights: [] }],
  })
  const give = await done('grantChallenge', { cardNo, rights: ['entry', 'declare'] }, administrator)
  expect(await done('grant', proof('grant', give, 'legal'), administrator)).toMatchObject({
    items: [{ rights: ['entry', 'declare'] }],
  })
})

test('a qualification is reviewed, refused with the reason, handed in again and filed, across a restart', async () => {
  const { administrator } = await twoCompanies(members)
  const { send, done, practise } = members
  const apply = (text: StepText, key: string) =>
    send('apply', { subject: 'qualification', text, papers: [] }, administrator, key)
  const bad = qualificationText()
  bad['application'] = { kind: 'new', held: 'none', unitKinds: '10000000,01000000' }
  bad['investors'] = [{ ...(Array.isArray(bad['investors']) ? bad['investors'][0] : {}), share: '60' }]
  const problems = (await apply(bad, 'apply-bad-0001')).value as { problems: { path: string }[] }
  expect(problems.problems.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['application.unitKinds', 'investors.0.share']),
  )
  await practise('settings', 'PATCH', { review: 'refuse', reviewReason: '营业执照不清晰', speed: 5 })
  expect(await apply(qualificationText(), 'apply-0001')).toMatchObject({ status: 200, value: { state: 'received' } })
  expect(await apply(qualificationText(), 'apply-0001')).toMatchObject({ status: 200, replayed: 'true' })
  expect(await apply(qualificationText(), 'apply-0002')).toMatchObject({ value: { code: 'application-open' } })
  at += 6000
  expect((await done('applications', {}, administrator)).items).toMatchObject([{ state: 'reviewing' }])
  await portal.close()
  await start()
  at += 6000
  expect((await done('applications', {}, administrator)).items).toMatchObject([
    { state: 'refused', reason: '营业执照不清晰' },
  ])
  await practise('settings', 'PATCH', { review: 'approve', speed: 0 })
  expect(await apply(qualificationText(), 'apply-0003')).toMatchObject({ status: 200 })
  expect((await done('applications', {}, administrator)).items).toMatchObject([
    { state: 'filed' },
    { state: 'refused' },
  ])
  expect((await done('qualification', {}, administrator)).items).toMatchObject([
    { creditCode: practiceCompany.credit, customsCode: practiceCompany.customs, rights: ['customs', 'inspection'] },
  ])
  expect(await apply(qualificationText(), 'apply-0004')).toMatchObject({
    value: { problems: [{ path: 'application.kind' }] },
  })
})

test('a company that holds one qualification supplements the other', async () => {
  await members.practise('members', 'PUT', { from: 'single' })
  await members.practise('settings', 'PATCH', { speed: 0, review: 'approve' })
  const { token } = await members.register(accountText(), 'register-0005')
  const { send, done } = members
  expect((await done('qualification', {}, token)).items).toMatchObject([{ rights: ['customs'] }])
  const anew = await send(
    'apply',
    { subject: 'qualification', text: qualificationText(), papers: [] },
    token,
    'apply-0005',
  )
  expect(anew).toMatchObject({ status: 422, value: { problems: [{ path: 'application.kind' }] } })
  const text = qualificationText()
  text['application'] = { kind: 'supplement', held: 'customs', unitKinds: '01000000' }
  text['unit'] = { ...partOf(text, 'unit'), customsCode: practiceCompany.customs }
  await done('apply', { subject: 'qualification', text, papers: [] }, token, 'apply-0006')
  expect((await done('qualification', {}, token)).items).toMatchObject([{ rights: ['customs', 'inspection'] }])
})

test('a card is issued to the holder who was applied for', async () => {
  const { administrator } = await twoCompanies(members)
  const { done } = members
  await done('apply', { subject: 'card', text: cardText(), papers: [] }, administrator, 'card-0001')
  expect((await done('applications', {}, administrator)).items).toMatchObject([{ state: 'filed', subject: 'card' }])
  expect((await done('cards', {}, administrator)).items).toMatchObject([
    { cardNo: practiceOperator.cardNo, userName: '' },
  ])
})

test('the papers of the legal person and of the administrator are told to the administrator alone', async () => {
  await members.practise('members', 'PUT', { from: 'nothing' })
  const own = await members.register(accountText())
  const other = await members.operator(operatorText(), own.token)
  expect(own.text).toMatchObject({ company: { legalIdNo: partOf(accountText(), 'company')['legalIdNo'] } })
  expect(other.text).toMatchObject({ company: { legalName: '演练法人' } })
  expect(JSON.stringify(other.text)).not.toMatch(/idNo|legalIdNo/)
})

test('an operator who was stopped is nobody at once', async () => {
  const { administrator, operator } = await twoCompanies(members)
  const { send, done } = members
  await done('setOperator', { userName: 'yanlian_op', active: false }, administrator)
  expect(await send('cards', {}, operator)).toMatchObject({ status: 401, value: { code: 'no-session' } })
})

test('a session ends after its time', async () => {
  const { administrator } = await twoCompanies(members)
  at += 9 * 3_600_000
  expect(await members.send('cards', {}, administrator)).toMatchObject({ status: 401 })
})

test.each([
  '',
  '[]',
  'null',
  '{"text":{"a":{"b":{"c":1}}}}',
  '{"__proto__":{"a":1}}',
  `{"userName":"${'x'.repeat(100_000)}"}`,
])('hostile bodies are refused and nothing falls over: %.40s', async (body) => {
  const before = await members.send('captcha', {})
  expect(before.status).toBe(200)
  for (const name of ['register', 'login', 'activate', 'checkNames'] as const)
    expect((await members.send(name, body, '', 'hostile-0001')).status).toBe(400)
})
