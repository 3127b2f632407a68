import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { onTestFinished } from 'vitest'

export interface RawServer {
  /** `127.0.0.1:<port>` */
  readonly host: string
  /** Heads of the requests that came, as text. */
  readonly heads: string[]
  /** Lines that were opened. */
  lines: number
}

/** What a server says to a request: it has the bare line and may say anything, or nothing, or hang up. */
export type Say = (socket: Socket, head: string) => void

/** A server that keeps no law: it hands the bare socket over as soon as the head of a request is there. */
export async function rawServer(say: Say, tls?: TlsOptions): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const result: { host: string; heads: string[]; lines: number } = { host: '', heads: [], lines: 0 }
  const serve = (socket: Socket): void => {
    result.lines++
    sockets.add(socket)
    let text = ''
    let told = false
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      if (told || end < 0) return
      told = true
      result.heads.push(text.slice(0, end))
      say(socket, text.slice(0, end))
    })
  }
  const server: Server = tls ? createTlsServer(tls, serve) : createTcpServer(serve)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  result.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return result
}

/** A whole answer. */
export const answer = (status: number, type: string, body: string | Uint8Array, headers = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n`,
    ),
    Buffer.from(body),
  ])
