import * as z from 'zod'
import { stepTextSchema } from '../fields/step-text.ts'
import { limits } from './limits.ts'

/**
 * The part of the contract that is about companies, users, cards and qualifications: every call once, with its path, who
 * may make it, what it carries and what it answers. Client and practice portal both read this table; openapi.yaml says
 * the same and a test compares the two.
 */
const short = z.string().max(200)
const text = z.string().max(4000)
const id = z.string().min(1).max(64)
const userName = z.string().min(1).max(40)
const password = z.string().min(1).max(64)
const mobile = z.string().regex(/^1\d{10}$/)
const cardNo = z.string().regex(/^[0-9A-Z]{13}$/)
const sms = { smsId: id, smsCode: z.string().regex(/^\d{4,8}$/) }
const rights = z.array(z.enum(['customs', 'inspection'])).max(2)
const cardRights = z.array(z.enum(['entry', 'declare'])).max(2)
const nothing = z.strictObject({})
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Bytes in base64. */
const content = z.string().max(5_600_000)
const list = <T extends z.ZodType>(items: T) => z.strictObject({ items: z.array(items).max(1000) })

/** A challenge that a card signed: `challengeText(purpose, text)` under the certificate. */
const proof = { challengeId: id, certificate: z.string().max(8000), signature: z.string().max(2000) }

export const memberSessionSchema = z.strictObject({
  /** Goes with every later call as `X-Session`. */
  token: z.string().regex(/^[0-9a-f]{64}$/),
  userName: short,
  personName: short,
  role: z.enum(['administrator', 'operator']),
  mobile: short,
  email: short,
  companyName: short,
  creditCode: short,
  orgCode: short,
  text: stepTextSchema,
  via: z.enum(['password', 'card']),
  expiresAt: short,
})

const operatorSchema = z.strictObject({
  userName: short,
  personName: short,
  role: z.enum(['administrator', 'operator']),
  state: z.enum(['invited', 'active', 'disabled']),
  mobile: short,
  cardNo: short,
  createdAt: short,
})

const bindingSchema = z.strictObject({
  userName: short,
  personName: short,
  cardNo: short,
  holder: short,
  company: short,
  kind: z.enum(['operator', 'legal', 'unknown']),
  serial: short,
  notBefore: short,
  notAfter: short,
  boundAt: short,
  unboundAt: short,
  reason: text,
})

export const filedQualificationSchema = z.strictObject({
  creditCode: short,
  companyName: short,
  customsCode: short,
  inspectionCode: short,
  rights,
  unitKinds: z.array(short).max(20),
  validUntil: short,
  filedAt: short,
  cancelled: z.boolean(),
  text: stepTextSchema,
})

/** A paper that belongs to an application; its bytes travel by themselves (`sendPaper`). */
const paperSchema = z.strictObject({ kind: short, name: short, sha256, bytes: z.int() })

export const heldApplicationSchema = z.strictObject({
  /** Idempotency key under which it was handed in. */
  key: id,
  subject: z.enum(['qualification', 'card']),
  kind: short,
  title: short,
  state: z.enum(['received', 'reviewing', 'refused', 'filed']),
  reason: text,
  number: short,
  submittedAt: short,
  updatedAt: short,
  /** What lies before the authority, byte for byte as it was sent. */
  papers: z.array(paperSchema).max(20),
})

const portalCardSchema = z.strictObject({
  cardNo: short,
  kind: z.enum(['operator', 'legal']),
  media: z.enum(['ic', 'ikey']),
  holder: short,
  rights: cardRights,
  notBefore: short,
  notAfter: short,
  userName: short,
})

/** Why a call was refused although it was understood; `problems` stand beside fields. */
export const refusalSchema = z.strictObject({
  code: z.string().max(64),
  message: z.string().max(500),
  problems: z.array(z.strictObject({ path: short, text })).max(500),
})

const people = list(operatorSchema)
const bindings = list(bindingSchema)
const cards = list(portalCardSchema)

export const memberCalls = {
  captcha: {
    path: '/captchas',
    role: 'anyone',
    body: nothing,
    answer: z.strictObject({ id, shown: short }),
  },
  sms: {
    path: '/messages',
    role: 'anyone',
    body: z.strictObject({ mobile, purpose: z.enum(['register', 'password', 'userName', 'mobile']) }),
    answer: z.strictObject({ id, expiresAt: short }),
  },
  checkNames: {
    path: '/names/check',
    role: 'anyone',
    body: z.strictObject({ companyName: short, creditCode: short, userName: short }),
    answer: z.strictObject({ companyName: z.boolean(), creditCode: z.boolean(), userName: z.boolean() }),
  },
  findUserName: {
    path: '/names/find',
    role: 'anyone',
    body: z.strictObject({ creditCode: short, mobile, ...sms }),
    answer: z.strictObject({ userNames: z.array(short).max(100) }),
  },
  register: {
    path: '/companies',
    role: 'anyone',
    keyed: true,
    body: z.strictObject({ text: stepTextSchema, password, ...sms }),
    answer: memberSessionSchema,
  },
  login: {
    path: '/sessions',
    role: 'anyone',
    body: z.strictObject({ userName, password, captchaId: id, captcha: short }),
    answer: memberSessionSchema,
  },
  loginChallenge: {
    path: '/sessions/challenge',
    role: 'anyone',
    body: nothing,
    answer: z.strictObject({ id, text, expiresAt: short }),
  },
  loginByCard: { path: '/sessions/card', role: 'anyone', body: z.strictObject(proof), answer: memberSessionSchema },
  activate: {
    path: '/activations',
    role: 'anyone',
    body: z.strictObject({ userName, code: z.string().min(4).max(20), password }),
    answer: memberSessionSchema,
  },
  resetPassword: {
    path: '/passwords/reset',
    role: 'anyone',
    body: z.strictObject({ userName, password, ...sms }),
    answer: nothing,
  },
  logout: { path: '/sessions/end', role: 'member', body: nothing, answer: nothing },
  changePassword: {
    path: '/passwords/change',
    role: 'member',
    body: z.strictObject({ old: password, next: password }),
    answer: nothing,
  },
  changeMobile: {
    path: '/me/mobile',
    role: 'member',
    body: z.strictObject({ mobile, ...sms }),
    answer: memberSessionSchema,
  },
  changeEmail: {
    path: '/me/email',
    role: 'member',
    body: z.strictObject({ email: z.string().min(3).max(100) }),
    answer: memberSessionSchema,
  },
  operators: { path: '/operators/list', role: 'administrator', body: nothing, answer: people },
  invite: {
    path: '/operators',
    role: 'administrator',
    keyed: true,
    body: z.strictObject({ text: stepTextSchema }),
    answer: z.strictObject({ userName: short, expiresAt: short }),
  },
  setOperator: {
    path: '/operators/state',
    role: 'administrator',
    body: z.strictObject({ userName, active: z.boolean() }),
    answer: people,
  },
  bindings: { path: '/bindings/list', role: 'member', body: nothing, answer: bindings },
  bindChallenge: {
    path: '/bindings/challenge',
    role: 'member',
    body: z.strictObject({ userName, cardNo }),
    answer: z.strictObject({ id, text, expiresAt: short }),
  },
  bind: {
    path: '/bindings',
    role: 'member',
    body: z.strictObject({ ...proof, reason: short }),
    answer: bindings,
  },
  unbind: {
    path: '/bindings/end',
    role: 'member',
    body: z.strictObject({ cardNo, reason: z.string().min(1).max(200) }),
    answer: bindings,
  },
  qualification: { path: '/qualification', role: 'member', body: nothing, answer: list(filedQualificationSchema) },
  applications: { path: '/applications/list', role: 'member', body: nothing, answer: list(heldApplicationSchema) },
  apply: {
    path: '/applications',
    role: 'administrator',
    keyed: true,
    body: z.strictObject({
      subject: z.enum(['qualification', 'card']),
      text: stepTextSchema,
      /** Each has to be there already, or the application is refused with `paper-missing`. */
      papers: z.array(paperSchema).max(20),
    }),
    answer: heldApplicationSchema,
  },
  /** What is held under a key. Asked before anything is handed in again. */
  askApplication: {
    path: '/applications/ask',
    role: 'member',
    body: z.strictObject({ key: id }),
    answer: list(heldApplicationSchema),
  },
  /** Of these, the ones that the portal does not have from the company yet: only they are sent. */
  missingPapers: {
    path: '/papers/missing',
    role: 'administrator',
    body: z.strictObject({ sha256: z.array(sha256).max(20) }),
    answer: z.strictObject({ sha256: z.array(sha256).max(20) }),
  },
  /** One paper. What was there already is answered alike; it belongs to the company and, once one names it, to an application. */
  sendPaper: {
    path: '/papers',
    role: 'administrator',
    bodyBytes: limits.paperCallBytes,
    body: z.strictObject({ sha256, content }),
    answer: z.strictObject({ sha256, bytes: z.int(), type: z.enum(['pdf', 'jpg', 'png']) }),
  },
  /** A paper of an own application as the authority has it. Papers show identity cards: only the administrator reads them. */
  readPaper: {
    path: '/papers/read',
    role: 'administrator',
    answerBytes: limits.paperCallBytes,
    body: z.strictObject({ key: id, sha256 }),
    answer: z.strictObject({ sha256, content }),
  },
  cards: { path: '/cards', role: 'member', body: nothing, answer: cards },
  grantChallenge: {
    path: '/grants/challenge',
    role: 'administrator',
    body: z.strictObject({ cardNo, rights: cardRights }),
    answer: z.strictObject({ id, text, expiresAt: short }),
  },
  grant: { path: '/grants', role: 'administrator', body: z.strictObject(proof), answer: cards },
} as const satisfies Record<string, MemberCall>

/** One call of this part. All are POST: nothing of a question stands in an address, which ends up in logs. */
export interface MemberCall {
  readonly path: string
  /** Who may make it: anyone; who is logged in; the administrator of the company. */
  readonly role: 'anyone' | 'member' | 'administrator'
  /** Carries an `Idempotency-Key`: the same key and body are answered as the first time and done once. */
  readonly keyed?: true
  /** Largest body and answer where they are not the usual ones (`limits.callBytes`, `limits.answerBytes`). */
  readonly bodyBytes?: number
  readonly answerBytes?: number
  readonly body: z.ZodType
  readonly answer: z.ZodType
}

export type MemberCallName = keyof typeof memberCalls
export type MemberBody<N extends MemberCallName> = z.output<(typeof memberCalls)[N]['body']>
export type MemberAnswer<N extends MemberCallName> = z.output<(typeof memberCalls)[N]['answer']>
export type MemberSession = z.output<typeof memberSessionSchema>
export type HeldApplication = z.output<typeof heldApplicationSchema>
export type FiledQualification = z.output<typeof filedQualificationSchema>
