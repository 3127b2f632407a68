import * as z from 'zod'
import { challenge, creditCode, mobile, password, problem, smsCode, smsId, stepText, userName } from './preparation.ts'
import { done, id, nothing, pin, short } from './shapes.ts'

/** Who is logged in. `null` where a session is expected: nobody is. */
export const session = z.object({
  userName: short,
  personName: short,
  role: z.enum(['administrator', 'operator']),
  mobile: short,
  email: short,
  companyName: short,
  creditCode: short,
  orgCode: short,
  /** What the company registered: section `company`. */
  text: stepText,
  /** How he came in. */
  via: z.enum(['password', 'card']),
  expiresAt: short,
})

export const operator = z.object({
  userName: short,
  personName: short,
  role: z.enum(['administrator', 'operator']),
  state: z.enum(['invited', 'active', 'disabled']),
  mobile: short,
  cardNo: short,
  createdAt: short,
})

/** What a step answers whose input may be wrong in several places. */
const checked = { problems: z.array(problem) }

export const account = {
  /** Practice shows the text itself and says that it is simulated. */
  captcha: { input: nothing, output: z.object({ id: short, shown: short }) },
  sms: {
    input: z.strictObject({ mobile, purpose: z.enum(['register', 'activate', 'password', 'userName', 'mobile']) }),
    output: z.object({ id: short, expiresAt: short }),
  },
  /** Which of the names the portal has already; empty inputs are not asked about. */
  checkNames: {
    input: z.strictObject({ companyName: short, creditCode: short, userName: short }),
    output: z.object({ companyName: z.boolean(), creditCode: z.boolean(), userName: z.boolean() }),
  },
  /** Registers the company and its administrator of an `account` draft, and logs him in. */
  register: {
    input: z.strictObject({ draftId: id, password, smsId, smsCode }),
    output: z.object({ ...checked, session: session.nullable() }),
  },
  login: {
    input: z.strictObject({ userName, password, captchaId: short, captcha: short }),
    output: session,
  },
  /** Login by card: first the text that will be signed, then the PIN, once. */
  loginChallenge: { input: nothing, output: challenge },
  loginByCard: { input: z.strictObject({ challengeId: short, pin }), output: session },
  logout: { input: nothing, output: done },
  session: { input: nothing, output: session.nullable() },
  /** Everybody of the company, administrator first. Administrators only. */
  operators: { input: nothing, output: z.array(operator) },
  /** Invites the operator of an `operator` draft. The code goes to his mobile; he activates with it. */
  invite: {
    input: z.strictObject({ draftId: id }),
    output: z.object({ ...checked, userName: short, expiresAt: short }),
  },
  setOperator: { input: z.strictObject({ userName, active: z.boolean() }), output: z.array(operator) },
  /** First login of an invited operator. */
  activate: {
    input: z.strictObject({ userName, code: z.string().min(4).max(20), password }),
    output: z.object({ ...checked, session: session.nullable() }),
  },
  resetPassword: { input: z.strictObject({ userName, password, smsId, smsCode }), output: z.object(checked) },
  findUserName: {
    input: z.strictObject({ creditCode, mobile, smsId, smsCode }),
    output: z.object({ userNames: z.array(short) }),
  },
  changePassword: { input: z.strictObject({ old: password, next: password }), output: z.object(checked) },
  changeMobile: { input: z.strictObject({ mobile, smsId, smsCode }), output: session },
  changeEmail: { input: z.strictObject({ email: z.string().min(3).max(100) }), output: session },
} as const
