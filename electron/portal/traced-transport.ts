import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'

/** How far a request got. What never connected surely did not arrive; everything later may have. */
export interface Trace {
  /** The line to the portal stands (with TLS: the handshake is done), so bytes of the request may be on it. */
  connected: boolean
  /** Something answered. */
  responded: boolean
}

/** Longest waits in ms. */
export interface Waits {
  readonly connect: number
  /** From the standing line to the first byte of the answer. */
  readonly response: number
}

/** A wait that was too long; `phase` says which. */
export class WaitOver extends Error {
  readonly phase: 'connect' | 'response' | 'total'
  constructor(phase: WaitOver['phase']) {
    super('waited too long')
    this.name = 'WaitOver'
    this.phase = phase
  }
}

/** Calls back once the line of a fresh socket stands. */
function onceStanding(socket: Socket, isTls: boolean, standing: () => void): void {
  if (isTls) socket.once('secureConnect', standing)
  else if (socket.connecting) socket.once('connect', standing)
  else standing()
}

function watch(request: ClientRequest, isTls: boolean, trace: Trace, waits: Waits): void {
  let timer = setTimeout(() => request.destroy(new WaitOver('connect')), waits.connect)
  request.once('socket', (socket) =>
    onceStanding(socket, isTls, () => {
      trace.connected = true
      clearTimeout(timer)
      timer = setTimeout(() => request.destroy(new WaitOver('response')), waits.response)
    }),
  )
  request.once('response', () => {
    trace.responded = true
    clearTimeout(timer)
  })
  request.once('close', () => clearTimeout(timer))
}

/** Node's own HTTP and HTTPS, noting how far each request got. Never follows a redirect. */
export const tracedTransport = (trace: Trace, waits: Waits) => ({
  request(options: RequestOptions, answered: (response: IncomingMessage) => void): ClientRequest {
    const isTls = options.protocol === 'https:'
    const request = (isTls ? https : http).request(options, answered)
    watch(request, isTls, trace, waits)
    return request
  },
})
