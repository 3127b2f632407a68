import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { ok, type Result } from '../../../domain/result.ts'
import type { CodeBook } from '../../../domain/rules/rule.ts'
import type { DeclarationState } from '../../../domain/states/declaration.ts'
import type { DraftSummary, Handlers, ListFilter } from '../../ipc/contract.ts'
import { checkHtml } from './check-html.ts'
import { declarationHtml, type PrintedDocument } from './declaration-html.ts'
import { listHtml } from './list-html.ts'
import type { PrintHost } from './print-document.ts'
import { printTables, type PrintInput } from './print-input.ts'
import { bestNumber } from './print-page.ts'

/** A declaration as the store gives it. */
export interface PrintableDraft {
  readonly summary: {
    readonly state: DeclarationState
    readonly clientSeqNo: string
    readonly seqNo: string
    readonly entryId: string
  }
  readonly message: DecMessage
}

/** What the service needs of the rest of the app. */
export interface PrintingNeeds {
  readonly load: (id: string) => Result<PrintableDraft>
  /** 申报日期 as the receipts say it, yyyyMMdd; empty before. */
  readonly declaredOn: (id: string) => string
  readonly host: PrintHost
  /** Main's save dialog; `false` when it was closed. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
  readonly practice: boolean
  /** The rows of the list under a filter, at most `limit`. */
  readonly list: (
    filter: ListFilter,
    limit: number,
  ) => { readonly rows: readonly DraftSummary[]; readonly total: number }
}

type Kind = Parameters<Handlers['printing']['pdf']>[0]['kind']

const layouts: Readonly<Record<Kind, (input: PrintInput) => PrintedDocument>> = {
  declaration: declarationHtml,
  check: checkHtml,
}
/** Rows that are printed at most: some sixty pages. */
const mostListed = 2000

const names: Readonly<Record<Kind, string>> = { declaration: '报关单', check: '核对单' }

/** Prints of a declaration: the official layout and the check print, as PDF and on paper. */
export class PrintingService {
  readonly #needs: PrintingNeeds
  #codes: Promise<CodeBook> | undefined

  constructor(needs: PrintingNeeds) {
    this.#needs = needs
  }

  /** Saves a PDF where the clerk chooses. */
  pdf: Handlers['printing']['pdf'] = async ({ id, kind }) => {
    const made = await this.render({ id, kind })
    if (!made.ok) return made
    const { name, bytes, pages } = made.value
    const saved = await this.#needs.saveFile(name, bytes)
    return saved.ok ? ok({ saved: saved.value, pages }) : saved
  }

  /** Hands the print to the system's print dialog. */
  print: Handlers['printing']['print'] = async ({ id, kind }) => {
    const laidOut = await this.#layOut(id, kind)
    return laidOut.ok ? this.#needs.host.printPaper(laidOut.value.document) : laidOut
  }

  /** The list as it is on the screen. */
  list: Handlers['printing']['list'] = async ({ filter, paper }) => {
    const { host, list, practice, saveFile } = this.#needs
    const { rows, total } = list(filter, mostListed)
    const printedAt = new Date().toLocaleString('sv').slice(0, 16)
    const document = listHtml({ rows, cut: total > rows.length, practice, printedAt })
    const { pages } = document
    if (paper) {
      const sent = await host.printPaper(document)
      return sent.ok ? ok({ done: sent.value.sent, pages }) : sent
    }
    const pdf = await host.renderPdf(document)
    if (!pdf.ok) return pdf
    const saved = await saveFile(`报关单列表-${printedAt.slice(0, 10)}.pdf`, pdf.value)
    return saved.ok ? ok({ done: saved.value, pages }) : saved
  }

  /** The PDF with a proposed file name, without a dialog: for the demo and for batches. */
  async render({
    id,
    kind,
  }: {
    id: string
    kind: Kind
  }): Promise<Result<{ name: string; bytes: Uint8Array; pages: number }>> {
    const laidOut = await this.#layOut(id, kind)
    if (!laidOut.ok) return laidOut
    const { document, number } = laidOut.value
    const pdf = await this.#needs.host.renderPdf(document)
    return pdf.ok ? ok({ name: `${names[kind]}-${number}.pdf`, bytes: pdf.value, pages: document.pages }) : pdf
  }

  async #layOut(id: string, kind: Kind): Promise<Result<{ document: PrintedDocument; number: string }>> {
    const loaded = this.#needs.load(id)
    if (!loaded.ok) return loaded
    const { summary, message } = loaded.value
    const { state, clientSeqNo, seqNo, entryId } = summary
    this.#codes ??= loadCodeBook(printTables)
    const codes = await this.#codes
    const { practice, declaredOn } = this.#needs
    const numbers = { clientSeqNo, seqNo, entryId }
    const input: PrintInput = { message, codes, state, practice, ...numbers, declaredOn: declaredOn(id) }
    return ok({ document: layouts[kind](input), number: bestNumber(input).replace(/[^0-9A-Za-z-]/g, '') })
  }
}
