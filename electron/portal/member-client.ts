import { failure, type FailureCode } from '../../domain/failures/index.ts'
import {
  memberCalls,
  refusalSchema,
  type MemberAnswer,
  type MemberBody,
  type MemberCall,
  type MemberCallName,
} from '../../domain/portal/members.ts'
import { limits } from '../../domain/portal/limits.ts'
import type { Failure } from '../../domain/result.ts'
import type { PortalClient } from './portal-client.ts'
import { problemOf, readJson, strangeAnswer } from './read-answer.ts'

/** What came of a call. `unknown`: it may have been done; only calls with a key may be asked about. */
export type MemberOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'refused'
      readonly failure: Failure
      readonly problems: readonly { path: string; text: string }[]
    }
  | { readonly kind: 'notSent' | 'unknown'; readonly failure: Failure }

export interface CallOptions {
  readonly session?: string
  readonly key?: string
  readonly signal?: AbortSignal
}

/** Refusals of the contract by code; an unknown one is told in the portal's own words. */
const codes: Record<string, FailureCode> = {
  'no-session': 'account.noSession',
  forbidden: 'account.forbidden',
  'wrong-login': 'account.wrongLogin',
  locked: 'account.locked',
  disabled: 'account.disabled',
  captcha: 'account.captcha',
  'sms-code': 'account.smsCode',
  activation: 'account.activation',
  'card-company': 'binding.otherCompany',
  'card-holder': 'binding.otherHolder',
  'card-expired': 'binding.expired',
  'card-not-yet': 'binding.notYet',
  'card-taken': 'binding.taken',
  'card-other': 'binding.otherCard',
  'card-untrusted': 'binding.untrusted',
  'card-not-bound': 'binding.notBound',
  'user-has-card': 'binding.hasCard',
  'not-legal-card': 'binding.notLegalCard',
  'application-open': 'application.open',
  'paper-type': 'application.paperType',
  'paper-size': 'application.paperSize',
  'paper-hash': 'application.paperHash',
  'paper-missing': 'application.paperMissing',
  'no-paper': 'application.noPaper',
}

const refusalOf = (code: string, message: string): Failure => {
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined
  return known ? failure(known) : failure('account.refused', { reason: message })
}

/** The calls about companies, users, cards and qualifications over HTTP. Secrets in a body are zeroed after it was sent. */
export class MemberClient {
  readonly #client: Pick<PortalClient, 'exchange'>

  constructor(client: Pick<PortalClient, 'exchange'>) {
    this.#client = client
  }

  async call<N extends MemberCallName>(
    name: N,
    body: MemberBody<N>,
    { session, key, signal }: CallOptions = {},
  ): Promise<MemberOutcome<MemberAnswer<N>>> {
    const { path, answer, answerBytes = limits.answerBytes }: MemberCall = memberCalls[name]
    const bytes = new TextEncoder().encode(JSON.stringify(body))
    const headers = {
      'Content-Type': 'application/json',
      ...(session === undefined ? {} : { 'X-Session': session }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    }
    const exchange = await this.#client.exchange({
      method: 'POST',
      path,
      headers,
      body: bytes,
      mostBytes: answerBytes,
      ...(signal ? { signal } : {}),
    })
    bytes.fill(0)
    if (exchange.kind === 'failed')
      return { kind: exchange.maybeArrived ? 'unknown' : 'notSent', failure: exchange.failure }
    const value = exchange.status === 200 ? answer.safeParse(readJson(exchange, anything)) : undefined
    if (value?.success) return { kind: 'done', value: value.data as MemberAnswer<N> }
    const refusal = exchange.status === 422 ? readJson(exchange, refusalSchema) : undefined
    if (refusal) {
      const { code, message, problems } = refusal
      return { kind: 'refused', failure: refusalOf(code, message), problems }
    }
    const problem = problemOf(exchange)
    if (!problem) return { kind: 'unknown', failure: strangeAnswer(exchange) }
    const isPassing = problem.code === 'busy' || problem.code === 'down' || problem.code === 'unauthorized'
    if (isPassing) return { kind: 'notSent', failure: problem.failure }
    return { kind: 'refused', failure: refusalOf(problem.code, problem.failure.why), problems: [] }
  }
}

const anything = { safeParse: (value: unknown) => ({ success: true as const, data: value }) }
