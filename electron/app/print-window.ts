import { BrowserWindow } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Log } from '../log/log.ts'
import type { PrintDocument, PrintHost } from '../services/printing/print-document.ts'
import type { PrintDocuments } from './print-documents.ts'

/** Hidden window for one document: no script runs in it, it has no preload and it goes as soon as the print is made. */
const hiddenWindow = (): BrowserWindow =>
  new BrowserWindow({
    show: false,
    width: 1123,
    height: 794,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      devTools: false,
    },
  })

/** Prints documents to PDF or on paper. */
export class PrintWindow implements PrintHost {
  readonly #documents: PrintDocuments
  readonly #log: Log

  constructor(documents: PrintDocuments, log: Log) {
    this.#documents = documents
    this.#log = log
  }

  /** PDF of a document; paper size and margins come from its own `@page` rule. */
  renderPdf(document: PrintDocument): Promise<Result<Uint8Array>> {
    return this.#inWindow(document, async (window) =>
      ok(
        await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
        }),
      ),
    )
  }

  /** Opens the system's print dialog. */
  printPaper(document: PrintDocument): Promise<Result<{ sent: boolean }>> {
    return this.#inWindow(
      document,
      (window) =>
        new Promise((resolve) => {
          window.webContents.print({ printBackground: true, landscape: document.portrait !== true }, (sent, reason) => {
            if (sent || /cancel/i.test(reason)) resolve(ok({ sent }))
            else resolve(refuse(failure('printing.noPrinter', { detail: reason })))
          })
        }),
    )
  }

  async #inWindow<T>(document: PrintDocument, work: (window: BrowserWindow) => Promise<Result<T>>): Promise<Result<T>> {
    const { url, forget } = this.#documents.add(document)
    const window = hiddenWindow()
    try {
      await window.loadURL(url)
      return await work(window)
    } catch (cause) {
      this.#log.error('print.failed', cause)
      return refuse(failure('printing.failed', { detail: cause instanceof Error ? cause.name : 'unknown' }))
    } finally {
      forget()
      if (!window.isDestroyed()) window.destroy()
    }
  }
}
