import { createServer, type RequestListener } from 'node:http'

/** A web server outside of the desk. What it was asked is the proof of what left the page. */
export interface ForeignSite {
  /** e.g. `http://127.0.0.1:40123` */
  readonly origin: string
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

const framing = (url: string): string => `<!doctype html><title>foreign</title><iframe src="${url}"></iframe>`

/** Any path answers with an empty page; `/redirect` points to `target`, `/framing?x` holds a frame with `x` in it. */
export async function foreignSite(target = 'app://desk/index.html'): Promise<ForeignSite> {
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '')
    const [path, inner = ''] = (request.url ?? '').split('?')
    if (path === '/redirect') response.writeHead(302, { location: target }).end()
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(path === '/framing' ? framing(decodeURIComponent(inner)) : '<!doctype html>')
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
