import type { FastifyReply } from 'fastify'
import type { Problem } from '../../../domain/portal/answers.ts'

const problems = {
  'bad-request': { status: 400, message: '请求不符合约定' },
  'body-hash': { status: 400, message: '报文与校验值不符，可能在传送中损坏' },
  'number-differs': { status: 400, message: '报文中的客户端编号与请求的编号不同' },
  unauthorized: { status: 401, message: '没有登录或凭据无效' },
  'no-session': { status: 401, message: '没有登录，或登录已过期' },
  forbidden: { status: 403, message: '只有企业的管理员可以办理' },
  'not-held': { status: 404, message: '没有这个编号的报关单' },
  'no-such-path': { status: 404, message: '没有这项服务' },
  'other-body': { status: 409, message: '这个编号已有一份内容不同的报关单' },
  'too-large': { status: 413, message: '报文超过大小限制' },
  'wrong-type': { status: 415, message: '只接受 XML 或 zip' },
  busy: { status: 429, message: '请求过多，请稍后再试' },
  internal: { status: 500, message: '演练站点内部错误' },
  down: { status: 503, message: '站点暂停服务' },
} as const

export type ProblemCode = keyof typeof problems

/** Answers with a problem of the contract. */
export function sendProblem(reply: FastifyReply, code: ProblemCode): FastifyReply {
  const { status, message } = problems[code]
  const problem: Problem = { code, message }
  return reply.code(status).send(problem)
}

/** The problem that a refusal of the server library stands for. */
export function problemOf(error: unknown): ProblemCode {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
  if (status === 413) return 'too-large'
  if (status === 415) return 'wrong-type'
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-request' : 'internal'
}
