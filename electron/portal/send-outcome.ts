import { failure } from '../../domain/failures/index.ts'
import type { Failure } from '../../domain/result.ts'
import type { Exchange } from './connection.ts'
import type { SendOutcome } from './portal.ts'
import { problemOf, readFilingAnswer, strangeAnswer, type Answered } from './read-answer.ts'

/** Problems after which the same filing may simply be sent again later. */
const passing = new Set(['busy', 'down', 'unauthorized', 'forbidden', 'no-such-path'])

/** Nobody knows whether it arrived; the detail keeps the reason. */
const unknown = (why: Failure): SendOutcome => ({
  kind: 'unknown',
  failure: failure('portal.unknown', { detail: why.detail === undefined ? why.code : `${why.code} ${why.detail}` }),
})

/** A refusal of the contract: the portal says itself that it took nothing. */
function ofProblem(answer: Answered): SendOutcome | undefined {
  const problem = problemOf(answer)
  if (!problem) return undefined
  return { kind: passing.has(problem.code) ? 'notSent' : 'refused', failure: problem.failure }
}

/** What became of a filing. Whatever is not surely one of the other three is unknown. */
export function sendOutcome(exchange: Exchange, clientSeqNo: string): SendOutcome {
  if (exchange.kind === 'failed')
    return exchange.maybeArrived ? unknown(exchange.failure) : { kind: 'notSent', failure: exchange.failure }
  const isAnswer = exchange.status === 200 || exchange.status === 422
  const answer = isAnswer ? readFilingAnswer(exchange, clientSeqNo) : undefined
  const accepted = answer?.receipt.responseCode === '0'
  if (answer && exchange.status === 200 && accepted) return { kind: 'accepted', answer }
  if (answer && exchange.status === 422 && !accepted) {
    const reason = answer.receipt.note === '' ? `代码 ${answer.receipt.responseCode ?? ''}` : answer.receipt.note
    return { kind: 'refused', failure: failure('portal.declined', { reason }), answer }
  }
  return ofProblem(exchange) ?? unknown(strangeAnswer(exchange))
}
