import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** A proxy that lets nobody through and notes with which name and password it was asked. */
export interface AskingProxy {
  /** e.g. `127.0.0.1:40123` */
  readonly host: string
  /** `name:password` of each request, in order; empty where there was none. */
  readonly shown: string[]
  close(): Promise<void>
}

export async function askingProxy(): Promise<AskingProxy> {
  const shown: string[] = []
  const note = ({ headers }: IncomingMessage): void => {
    const [, given = ''] = /^Basic (\S+)$/.exec(headers['proxy-authorization'] ?? '') ?? []
    shown.push(Buffer.from(given, 'base64').toString())
  }
  const server = createServer((request, response) => {
    note(request)
    response.writeHead(407).end()
  })
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    note(request)
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    host: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    shown,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
