import { heldSchema, portalTimeSchema, receiptPageSchema } from '../../domain/portal/answers.ts'
import type { Held, ReceiptPage } from '../../domain/portal/answers.ts'
import { limits } from '../../domain/portal/limits.ts'
import { ok, type Result } from '../../domain/result.ts'
import { Connection, usualWaits, type ConnectionOptions, type Exchange, type Question } from './connection.ts'
import { endpoints } from './endpoints.ts'
import type { OutgoingFiling, Portal, SendOutcome } from './portal.ts'
import type { ResolveProxy } from './proxy.ts'
import { problemOf, readQuestion } from './read-answer.ts'
import { sendOutcome } from './send-outcome.ts'
import type { PortalTarget } from './target.ts'

export interface ClientOptions {
  /** Where to, looked up at each call: the practice portal has a new address at every start. */
  readonly target: () => Result<PortalTarget> | Promise<Result<PortalTarget>>
  readonly resolveProxy?: ResolveProxy
  readonly waits?: ConnectionOptions['waits']
  readonly onDate?: ConnectionOptions['onDate']
}

/** The portal over HTTP. Every answer is checked against the contract; nothing of a request gets into a failure. */
export class PortalClient implements Portal {
  readonly #target: ClientOptions['target']
  readonly #options: ConnectionOptions
  #open: { target: PortalTarget; connection: Connection } | undefined

  constructor({ target, resolveProxy = () => Promise.resolve('DIRECT'), waits = usualWaits, onDate }: ClientOptions) {
    this.#target = target
    this.#options = { resolveProxy, waits, ...(onDate ? { onDate } : {}) }
  }

  /** One exchange with the target of now. Practice calls go the same way. */
  async exchange(question: Question): Promise<Exchange> {
    const connection = await this.#connection()
    return connection.ok
      ? await connection.value.ask(question)
      : { kind: 'failed', failure: connection.error, maybeArrived: false }
  }

  async send({ clientSeqNo, bodySha256, body }: OutgoingFiling, signal?: AbortSignal): Promise<SendOutcome> {
    const headers = {
      'Content-Type': body.contentType,
      'Idempotency-Key': clientSeqNo,
      'X-Body-SHA256': bodySha256,
    }
    const question = { method: 'POST', path: endpoints.declarations, headers, body: body.bytes, signal } as const
    return sendOutcome(await this.exchange({ ...question, mostBytes: limits.answerBytes }), clientSeqNo)
  }

  async ask(clientSeqNo: string, signal?: AbortSignal): Promise<Result<Held | undefined>> {
    const path = endpoints.declaration(clientSeqNo)
    const exchange = await this.exchange({ method: 'GET', path, mostBytes: limits.answerBytes, signal })
    // Only the portal's own word that it holds nothing lets a filing go out again.
    if (exchange.kind === 'answered' && exchange.status === 404 && problemOf(exchange)?.code === 'not-held')
      return ok(undefined)
    const held = readQuestion(
      exchange,
      heldSchema.refine((value) => value.clientSeqNo === clientSeqNo),
    )
    return held
  }

  async receipts(after: string, waitSeconds: number, signal?: AbortSignal): Promise<Result<ReceiptPage>> {
    const path = endpoints.receipts(after, waitSeconds)
    const question = { method: 'GET', path, mostBytes: limits.pageBytes, heldBack: waitSeconds * 1000, signal } as const
    return readQuestion(await this.exchange(question), receiptPageSchema)
  }

  async time(signal?: AbortSignal): Promise<Result<{ readonly now: string }>> {
    const question = { method: 'GET', path: endpoints.time, mostBytes: limits.answerBytes, signal } as const
    return readQuestion(await this.exchange(question), portalTimeSchema)
  }

  async #connection(): Promise<Result<Connection>> {
    const target = await this.#target()
    if (!target.ok) return target
    if (this.#open?.target === target.value) return ok(this.#open.connection)
    const opened = Connection.open(target.value, this.#options)
    if (opened.ok) this.#open = { target: target.value, connection: opened.value }
    return opened
  }
}
