import http from 'node:http'
import https from 'node:https'
import { rootCertificates } from 'node:tls'
import axios, { type AxiosInstance } from 'axios'
import { failure } from '../../domain/failures/index.ts'
import { limits } from '../../domain/portal/limits.ts'
import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import { failureOf } from './failure-of.ts'
import { chooseProxy, type Proxy, type ResolveProxy } from './proxy.ts'
import { baseUrl, extraAuthority, type PortalTarget } from './target.ts'
import { tracedTransport, WaitOver, type Trace, type Waits } from './traced-transport.ts'

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  /** From `endpoints.ts`. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Longest answer in bytes. */
  readonly mostBytes: number
  /** How long the portal was asked to hold its answer back, ms. */
  readonly heldBack?: number
  readonly signal?: AbortSignal
}

/** What became of a request. `maybeArrived` is false only when surely nothing of it reached the portal. */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly contentType: string; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly maybeArrived: boolean }

export interface ConnectionOptions {
  readonly waits: Waits & { readonly total: number }
  readonly resolveProxy: ResolveProxy
  /** Told what time the portal says it is, ms of the epoch, with each of its answers. */
  readonly onDate?: (portal: number) => void
}

export const usualWaits = { connect: 10_000, response: 30_000, total: 120_000 } as const

/** The line to one target: one origin, no redirects, no absolute addresses, limits on time and size. */
export class Connection {
  readonly #target: PortalTarget
  readonly #base: string
  readonly #client: AxiosInstance
  readonly #options: ConnectionOptions

  private constructor(target: PortalTarget, base: string, authority: string | undefined, options: ConnectionOptions) {
    this.#target = target
    this.#base = base
    this.#options = options
    // Trust of the site is added to the public authorities, for this agent only. Checks are never switched off.
    const trust = authority === undefined ? {} : { ca: [...rootCertificates, authority] }
    this.#client = axios.create({
      baseURL: base,
      allowAbsoluteUrls: false,
      maxRedirects: 0,
      adapter: 'http',
      responseType: 'arraybuffer',
      // An answer is small; unpacking one is only a way to make it big.
      decompress: false,
      maxBodyLength: limits.bodyBytes,
      validateStatus: () => true,
      transformRequest: [],
      transformResponse: [],
      httpAgent: new http.Agent({ keepAlive: false }),
      httpsAgent: new https.Agent({ keepAlive: false, minVersion: 'TLSv1.2', ...trust }),
    })
  }

  /** Refuses a target that cannot be talked to safely (`portal.address`, `portal.extraCa`). */
  static open(target: PortalTarget, options: ConnectionOptions): Result<Connection> {
    const base = baseUrl(target.baseAddress)
    if (!base.ok) return base
    const authority = extraAuthority(target.extraCa)
    return authority.ok ? ok(new Connection(target, base.value, authority.value, options)) : authority
  }

  /** Asks once. Never throws, never repeats. */
  async ask(question: Question): Promise<Exchange> {
    const proxy = await this.#proxy()
    if (!proxy.ok) return { kind: 'failed', failure: proxy.error, maybeArrived: false }
    const trace: Trace = { connected: false, responded: false }
    const { heldBack = 0 } = question
    const { connect, response, total } = this.#options.waits
    const waits = { connect, response: response + heldBack, total: total + heldBack }
    const deadline = AbortSignal.timeout(waits.total)
    const signal = question.signal ? AbortSignal.any([question.signal, deadline]) : deadline
    try {
      return await this.#exchange(question, proxy.value, trace, waits, signal)
    } catch (cause) {
      const stopped = question.signal?.aborted ? 'asked' : deadline.aborted ? new WaitOver('total') : undefined
      const viaProxy = proxy.value !== false
      const why = failureOf(cause, { waits, viaProxy, connected: trace.connected, stopped })
      return { kind: 'failed', failure: why, maybeArrived: trace.connected }
    }
  }

  /** The system may run a script of the company's for this, which can fail and hang: then surely nothing was sent. */
  async #proxy(): Promise<Result<Proxy>> {
    const { resolveProxy, waits } = this.#options
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Result<never>>((resolve) => {
      const seconds = Math.ceil(waits.connect / 1000)
      timer = setTimeout(() => resolve(refuse(failure('portal.connectTimeout', { seconds }))), waits.connect)
    })
    try {
      return await Promise.race([chooseProxy(this.#target.proxy, this.#base, resolveProxy), late])
    } catch {
      // What the system says of it may hold addresses.
      return refuse(failure('portal.proxy', { detail: 'PAC' }))
    } finally {
      clearTimeout(timer)
    }
  }

  async #exchange(
    question: Question,
    proxy: Proxy,
    trace: Trace,
    waits: Waits,
    signal: AbortSignal,
  ): Promise<Exchange> {
    const { method, path, headers = {}, body, mostBytes } = question
    const { token } = this.#target
    const answer = await this.#client.request<ArrayBufferView>({
      method,
      url: path,
      proxy,
      signal,
      headers: {
        'Accept-Encoding': 'identity',
        ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      data: body && Buffer.from(body.buffer, body.byteOffset, body.byteLength),
      maxContentLength: mostBytes,
      transport: tracedTransport(trace, waits),
    })
    if (!trace.connected || answer.status === 407) {
      // Over TLS nobody but the proxy can answer before the line stands.
      const refused = failure(answer.status === 407 ? 'portal.proxyAuth' : 'portal.proxy', { detail: answer.status })
      return { kind: 'failed', failure: refused, maybeArrived: false }
    }
    const said = Date.parse(String(answer.headers['date'] ?? ''))
    if (!Number.isNaN(said)) this.#options.onDate?.(said)
    const contentType =
      String(answer.headers['content-type'] ?? '')
        .split(';')[0]
        ?.trim()
        .toLowerCase() ?? ''
    return { kind: 'answered', status: answer.status, contentType, bytes: bytesOf(answer.data) }
  }
}

const bytesOf = (data: ArrayBufferView): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
