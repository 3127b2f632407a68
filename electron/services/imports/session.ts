import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { loadTable } from '../../../domain/codes/index.ts'
import type { Papers } from '../../../domain/fields/papers.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import { buildAllPapers, buildMessages } from './build-messages.ts'
import { readTariff, type ReadTariff } from '../tariff/read-tariff.ts'
import { describeSheet, type SheetFacts } from './describe-sheet.ts'
import type { GridLimits, GridSheet } from './grid.ts'
import { buildPreview, type Preview } from './preview.ts'
import { readMapped, type Mapping } from './read-goods.ts'
import { readWorkbook } from './read-workbook.ts'
import { createWordBook, type WordBook } from './word-book.ts'

/** What the owner asks of the import process; one file a process. */
export type ImportRequest =
  | { readonly kind: 'open'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'tariff'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'preview'; readonly mapping: Mapping }
  | { readonly kind: 'build'; readonly mapping: Mapping; readonly ieFlag: 'I' | 'E' }

export interface ImportAnswers {
  open: SheetFacts[]
  preview: Preview
  tariff: ReadTariff
  build: { readonly messages: DecMessage[]; readonly papers: Papers[] }
}

/** Told how many rows of a long reading are done. */
export type Progress = (done: number, total: number) => void

/** Tables that the cells of a tariff are looked up in. */
const tariffWords = async (): Promise<WordBook> =>
  createWordBook(await Promise.all(['unit', 'docu_code'].map((name) => loadTable(name))))

/** Tables that a sheet's words are looked up in. */
const tables = [
  ...(['unit', 'country', 'currency', 'tariff', 'trans_mode', 'duty_mode', 'district', 'admin_division'] as const),
]

/** The import of one file, without a process around it: opened once, then previewed and built as often as asked. */
export class ImportSession {
  private readonly limits: GridLimits
  private sheets: readonly GridSheet[] | undefined
  private book: Promise<WordBook> | undefined
  private mapped: { key: string; result: ReturnType<typeof readMapped> } | undefined

  constructor(limits: GridLimits) {
    this.limits = limits
  }

  /** Answers one request; a refusal is an answer too. */
  async answer<K extends ImportRequest['kind']>(
    request: Extract<ImportRequest, { kind: K }>,
    progress?: Progress,
  ): Promise<Result<ImportAnswers[K]>>
  async answer(
    request: ImportRequest,
    progress: Progress = () => undefined,
  ): Promise<Result<ImportAnswers[ImportRequest['kind']]>> {
    if (request.kind === 'open') return this.open(request.name, request.bytes)
    if (request.kind === 'tariff') return readTariff(request.name, request.bytes, await tariffWords(), progress)
    if (this.sheets === undefined) return refuse(failure('imports.gone'))
    const book = await this.words()
    const read = this.map(this.sheets, request.mapping, book)
    if (!read.ok) return read
    const { table, facts } = read.value
    if (request.kind === 'preview') return ok(buildPreview(table, facts, book))
    const building = { table, facts, book, ieFlag: request.ieFlag }
    return ok({ messages: buildMessages(building), papers: buildAllPapers(building) })
  }

  private async open(name: string, bytes: Uint8Array): Promise<Result<SheetFacts[]>> {
    const read = await readWorkbook(bytes, name, this.limits)
    if (!read.ok) return read
    this.sheets = read.value
    this.mapped = undefined
    return ok(read.value.map(describeSheet))
  }

  /** What was previewed is what is built: the same mapping is not read twice. */
  private map(sheets: readonly GridSheet[], mapping: Mapping, book: WordBook): ReturnType<typeof readMapped> {
    const key = JSON.stringify(mapping)
    if (this.mapped?.key !== key) this.mapped = { key, result: readMapped(sheets, mapping, book) }
    return this.mapped.result
  }

  private words(): Promise<WordBook> {
    this.book ??= Promise.all(tables.map((name) => loadTable(name))).then(createWordBook)
    return this.book
  }
}
