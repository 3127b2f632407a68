import type { Result } from '../../../domain/result.ts'

/**
 * What is handed to the hidden print window: a whole page without scripts or inline styles, and its stylesheet.
 * The host serves both from memory as `index.html` and `print.css`; the page links `print.css`.
 */
export interface PrintDocument {
  readonly title: string
  readonly html: string
  readonly css: string
  /** A4 upright, as its `@page` rule says; absent: landscape. */
  readonly portrait?: true
}

/** The print window as the service sees it; `electron/app` implements it. */
export interface PrintHost {
  /** PDF of the document; the size of the paper comes from its `@page` rule. */
  renderPdf(document: PrintDocument): Promise<Result<Uint8Array>>
  /** System print dialog; `sent: false` when the clerk closed it. */
  printPaper(document: PrintDocument): Promise<Result<{ sent: boolean }>>
}
