import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { bundlePath } from './bundle-path.ts'
import { contentType } from './content-types.ts'
import type { PrintDocuments } from './print-documents.ts'
import { printSecurityPolicy, securityHeaders } from './security-headers.ts'

/** The one privileged page. */
export const deskPage = 'app://desk/index.html'

/**
 * Declares `app:` before the app is ready. It replaces `file:` so that the page has a real origin and can
 * read nothing but its own bundle.
 */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const notFound = (): Response => new Response('not found', { status: 400, headers: securityHeaders('text/plain') })

/**
 * Serves `app://desk/` from the bundle folder and `app://print/` from memory; every other request is refused.
 * @param open called when the first file is on its way to the page; the next ones wait for it
 */
export function serveScheme(bundleFolder: string, prints: PrintDocuments, open: () => Promise<void>): void {
  let opened: Promise<void> | undefined
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (request.method !== 'GET') return notFound()
    if (url.host === 'print') return printAnswer(prints, url.pathname)
    const file = url.host === 'desk' ? bundlePath(bundleFolder, url.pathname) : undefined
    if (file === undefined) return notFound()
    const body = await readFile(file)
    if (opened === undefined) opened = new Promise((resolve) => setImmediate(resolve)).then(open)
    else await opened
    return new Response(body, { headers: securityHeaders(contentType(file)) })
  })
}

function printAnswer(prints: PrintDocuments, pathname: string): Response {
  const part = prints.part(pathname)
  if (part === undefined) return notFound()
  return new Response(part.text, { headers: securityHeaders(part.contentType, printSecurityPolicy) })
}
