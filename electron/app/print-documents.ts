import { randomUUID } from 'node:crypto'
import type { PrintDocument } from '../services/printing/print-document.ts'

/** Documents that wait for their hidden print window, in memory and only as long as the print runs. */
export class PrintDocuments {
  readonly #documents = new Map<string, PrintDocument>()

  /** Keeps a document and answers its address and the way to forget it. */
  add(document: PrintDocument): { url: string; forget: () => void } {
    const token = randomUUID()
    this.#documents.set(token, document)
    return { url: `app://print/${token}/index.html`, forget: () => this.#documents.delete(token) }
  }

  /** The part that a path names, or `undefined`: only documents that wait can be read. */
  part(pathname: string): { text: string; contentType: string } | undefined {
    const [, token = '', name = '', rest] = pathname.split('/')
    const document = this.#documents.get(token)
    if (document === undefined || rest !== undefined) return undefined
    if (name === 'index.html') return { text: document.html, contentType: 'text/html; charset=utf-8' }
    if (name === 'print.css') return { text: document.css, contentType: 'text/css; charset=utf-8' }
    return undefined
  }
}
