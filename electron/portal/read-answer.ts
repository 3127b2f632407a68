import { failure, type FailureCode } from '../../domain/failures/index.ts'
import { readReceipt } from '../../domain/message/read-receipt.ts'
import { problemSchema } from '../../domain/portal/answers.ts'
import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import type { Exchange } from './connection.ts'
import type { FilingAnswer } from './portal.ts'

export type Answered = Extract<Exchange, { kind: 'answered' }>

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

/** JSON of an answer, as its schema allows it; `undefined` for anything else. */
export function readJson<T>({ contentType, bytes }: Answered, schema: Schema<T>): T | undefined {
  if (contentType !== 'application/json') return undefined
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const checked = schema.safeParse(value)
    return checked.success ? checked.data : undefined
  } catch {
    // Not UTF-8 or not JSON: no answer of the portal.
    return undefined
  }
}

/** The technical answer to a filing; it has to name the number that was sent. */
export function readFilingAnswer({ contentType, bytes }: Answered, clientSeqNo: string): FilingAnswer | undefined {
  if (contentType !== 'application/xml') return undefined
  const receipt = readReceipt(bytes)
  if (!receipt.ok || receipt.value.form !== 'DecImportResponse') return undefined
  return receipt.value.clientSeqNo === clientSeqNo ? { receipt: receipt.value, raw: bytes } : undefined
}

/** Problems of the contract by code; what the code says counts, not the status. */
const problems: Record<string, FailureCode> = {
  'bad-request': 'portal.notAccepted',
  'body-hash': 'portal.notAccepted',
  'number-differs': 'portal.notAccepted',
  'wrong-type': 'portal.notAccepted',
  unauthorized: 'portal.unauthorized',
  forbidden: 'portal.forbidden',
  'no-session': 'account.noSession',
  'not-held': 'portal.noSuchFiling',
  'no-such-path': 'portal.notFound',
  'other-body': 'portal.otherBody',
  'too-large': 'portal.bodyTooLarge',
  busy: 'portal.busy',
  down: 'portal.down',
}

/** The problem that the portal itself tells of, or `undefined` when something else on the way answered. */
export function problemOf(answer: Answered): { code: string; failure: Failure } | undefined {
  const problem = answer.status >= 400 ? readJson(answer, problemSchema) : undefined
  const code = problem && Object.hasOwn(problems, problem.code) ? problems[problem.code] : undefined
  return problem && code && { code: problem.code, failure: failure(code, { status: answer.status }) }
}

/** What an answer means that is not of the contract, by its status alone. */
export function strangeAnswer({ status }: Answered): Failure {
  if (status >= 300 && status < 400) return failure('portal.redirected', { detail: status })
  if (status === 401) return failure('portal.unauthorized', { detail: status })
  if (status === 403) return failure('portal.forbidden', { detail: status })
  if (status === 404) return failure('portal.notFound', { detail: status })
  if (status === 429) return failure('portal.busy', { detail: status })
  if (status === 503) return failure('portal.down', { detail: status })
  if (status >= 500) return failure('portal.serverError', { status })
  return status >= 400 ? failure('portal.notAccepted', { status }) : failure('portal.badAnswer', { detail: status })
}

/** The answer to a question that changes nothing. */
export function readQuestion<T>(exchange: Exchange, schema: Schema<T>): Result<T> {
  if (exchange.kind === 'failed') return refuse(exchange.failure)
  const value = exchange.status === 200 ? readJson(exchange, schema) : undefined
  if (value !== undefined) return ok(value)
  return refuse(problemOf(exchange)?.failure ?? strangeAnswer(exchange))
}
