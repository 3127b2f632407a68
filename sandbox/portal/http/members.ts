import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { limits } from '../../../domain/portal/limits.ts'
import { memberCalls, type MemberAnswer, type MemberBody, type MemberCallName } from '../../../domain/portal/members.ts'
import { done, refusalTexts, type MemberResult } from '../members/answer.ts'
import { Keyed } from '../members/keyed.ts'
import type { Members } from '../members/open-members.ts'
import type { Member } from '../members/people.ts'
import { sendProblem } from './problem.ts'

type Role = (typeof memberCalls)[MemberCallName]['role']
type Caller<N extends MemberCallName> = (typeof memberCalls)[N]['role'] extends 'anyone' ? Member | undefined : Member
type Outcome<N extends MemberCallName> = MemberResult<MemberAnswer<N>>
type Works = {
  readonly [N in MemberCallName]: (
    body: MemberBody<N>,
    caller: Caller<N>,
    key: string,
  ) => Outcome<N> | Promise<Outcome<N>>
}

/** What each call does. */
const worksOf = ({ account, people, binding, applications, papers, cards, parts }: Members): Works => ({
  captcha: () => done(account.captcha()),
  sms: (body) => done(account.sms(body)),
  checkNames: (body) => done(account.checkNames(body)),
  findUserName: (body) => account.findUserName(body),
  register: (body) => account.register(body),
  login: (body) => account.login(body),
  loginChallenge: () => done(account.loginChallenge()),
  loginByCard: (body) => account.loginByCard(body),
  activate: (body) => account.activate(body),
  resetPassword: (body) => account.resetPassword(body),
  logout: (_body, { token }) => {
    parts.people.close(token)
    return done({})
  },
  changePassword: (body, member) => account.changePassword(body, member),
  changeMobile: (body, member) => account.changeMobile(body, member),
  changeEmail: (body, member) => account.changeEmail(body, member),
  operators: (_body, member) => done(people.list(member)),
  invite: (body, member) => people.invite(body, member),
  setOperator: (body, member) => people.setState(body, member),
  bindings: (_body, member) => done(binding.list(member)),
  bindChallenge: (body, member) => binding.challenge(body, member),
  bind: (body, member) => binding.bind(body, member),
  unbind: (body, member) => binding.unbind(body, member),
  qualification: (_body, member) => done(applications.qualification(member)),
  applications: (_body, member) => done(applications.list(member)),
  apply: (body, member, key) => applications.apply(body, member, key),
  askApplication: (body, member) => done(applications.ask(body, member)),
  missingPapers: (body, member) => done(papers.missing(body, member)),
  sendPaper: (body, member) => papers.take(body, member),
  readPaper: (body, member) => papers.read(body, member),
  cards: (_body, member) => done(cards.list(member)),
  grantChallenge: (body, member) => cards.challenge(body, member),
  grant: (body, member) => cards.grant(body, member),
})

const keySchema = z.string().regex(/^[A-Za-z0-9-]{8,64}$/)
const header = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

/** May he? The answer for those who may not. */
function refusedRole(role: Role, member: Member | undefined): 'no-session' | 'forbidden' | undefined {
  if (role === 'anyone') return undefined
  if (!member) return 'no-session'
  return role === 'administrator' && member.user.role !== 'administrator' ? 'forbidden' : undefined
}

function answer(reply: FastifyReply, result: MemberResult<unknown>): FastifyReply {
  if (result.ok) return reply.send(result.value)
  const { code, problems } = result
  return reply.code(422).send({ code, message: refusalTexts[code], problems })
}

/** Answers with the fault `answer-lost`: done, and the line cut before the answer. */
function lose(reply: FastifyReply): FastifyReply {
  reply.raw.destroy()
  return reply.hijack()
}

const withoutPassword = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? { ...body, password: undefined } : body

/** Companies, users, cards and qualifications: one loop over the table of the contract. */
export function memberRoutes(app: FastifyInstance, members: Members): void {
  const works = worksOf(members) as unknown as Record<
    string,
    (body: unknown, member: Member | undefined, key: string) => MemberResult<unknown> | Promise<MemberResult<unknown>>
  >
  const keyed = new Keyed(members.parts.db)
  const isLost = (): boolean => members.parts.settings().fault === 'answer-lost'
  for (const [name, call] of Object.entries(memberCalls)) {
    const { path, role, body: schema } = call
    const bodyLimit = 'bodyBytes' in call ? call.bodyBytes : limits.callBytes
    app.post(path, { bodyLimit }, async (request, reply) => {
      members.authority.work()
      const member = members.parts.people.member(header(request, 'x-session'))
      const refused = refusedRole(role, member)
      if (refused) return sendProblem(reply, refused)
      const body = schema.safeParse(request.body)
      const work = works[name]
      if (!body.success || !work) return sendProblem(reply, 'bad-request')
      if (!('keyed' in call)) return answer(reply, await work(body.data, member, ''))
      const key = keySchema.safeParse(header(request, 'idempotency-key'))
      if (!key.success) return sendProblem(reply, 'bad-request')
      const scope = `${name}:${member?.company.id ?? 0}`
      const outcome = await keyed.once(scope, key.data, withoutPassword(body.data), () =>
        work(body.data, member, key.data),
      )
      if (outcome.kind === 'other-body') return sendProblem(reply, 'other-body')
      if (isLost()) return lose(reply)
      void reply.header('Idempotency-Replayed', String(outcome.kind === 'before'))
      return outcome.kind === 'before' ? reply.send(outcome.answer) : answer(reply, outcome.result)
    })
  }
}
