import { randomUUID } from 'node:crypto'
import { failure } from '../../../domain/failures/index.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import type { Papers } from '../../../domain/fields/papers.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Handlers, ImportMapping } from '../../ipc/contract.ts'
import type { StartHelper } from '../../process/helper.ts'
import type { TitleFields } from '../../store/import-mappings.repo.ts'
import type { SheetFacts } from './describe-sheet.ts'
import { defaultLimits } from './grid.ts'
import { ImportProcess } from './import-process.ts'
import type { ImportAnswers, ImportRequest } from './session.ts'
import { bare } from './text-forms.ts'

/** A file that main's dialog has read. */
export interface PickedSheet {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Long work as the status bar shows it; `signal` is aborted by the clerk's cancel. */
export interface TaskRunner {
  run<T>(title: string, work: (task: { readonly signal: AbortSignal }) => Promise<Result<T>>): Promise<Result<T>>
}

/** What the service needs of the rest of the app. */
export interface ImportsNeeds {
  /** Main's open dialog; `null` when it was closed. */
  readonly pickFile: () => Promise<Result<PickedSheet | null>>
  readonly startHelper: StartHelper
  readonly tasks: TaskRunner
  readonly mappings: {
    save(fingerprint: string, customer: string, titles: TitleFields): void
    latest(fingerprint: string): { customer: string; titles: TitleFields } | undefined
  }
  /** Makes one draft of each message, all or none, and answers their ids. */
  readonly createDrafts: (
    customer: string,
    messages: readonly DecMessage[],
    papers: readonly Papers[],
  ) => Promise<Result<string[]>>
  /** Longest time for one step of one file. */
  readonly seconds?: number
}

interface OpenFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly process: ImportProcess
  sheets: readonly SheetFacts[] | undefined
}

/** Files that are held open at a time; an older one is closed when another is picked. */
const mostFiles = 2
const defaultSeconds = 60

type ImportHandlers = Handlers['imports']

/** Customers' spreadsheets into drafts. Reading happens in a process of its own, one for each file. */
export class ImportsService implements ImportHandlers {
  readonly name = 'imports'
  readonly #needs: ImportsNeeds
  readonly #files = new Map<string, OpenFile>()

  constructor(needs: ImportsNeeds) {
    this.#needs = needs
  }

  /** Ends every import process. */
  shutdown(): void {
    for (const file of this.#files.values()) file.process.stop()
    this.#files.clear()
  }

  pick: ImportHandlers['pick'] = async () => {
    const picked = await this.#needs.pickFile()
    if (!picked.ok) return picked
    if (picked.value === null) return ok(null)
    const { name, bytes } = picked.value
    const limit = defaultLimits.fileBytes
    if (bytes.length > limit)
      return refuse(failure('imports.tooLarge', { size: megabytes(bytes.length), limit: megabytes(limit) }))
    const token = randomUUID()
    const process = new ImportProcess(this.#needs.startHelper, this.#needs.seconds ?? defaultSeconds)
    this.#files.set(token, { name, bytes, process, sheets: undefined })
    this.#closeOldest()
    return ok({ token, fileName: name.slice(0, 200), bytes: bytes.length })
  }

  read: ImportHandlers['read'] = async ({ token }) => {
    const file = this.#files.get(token)
    if (file === undefined) return refuse(failure('imports.gone'))
    const opened = await this.#needs.tasks.run(`读取表格 ${file.name}`, (task) => this.#open(file, task.signal))
    if (!opened.ok) return opened
    const sheets = opened.value
    const best = sheets.reduce((found, sheet, at) => (sheet.score > (sheets[found]?.score ?? 0) ? at : found), 0)
    return ok({
      sheets: sheets.map(({ name, rows, headerRow, columns, suggested }) => ({
        name,
        rows,
        headerRow,
        columns,
        suggested,
      })),
      best,
      remembered: this.#remembered(sheets, best),
    })
  }

  preview: ImportHandlers['preview'] = async ({ token, mapping }) =>
    this.#ask(token, '核对表格', { kind: 'preview', mapping })

  commit: ImportHandlers['commit'] = async ({ token, mapping, customer, ieFlag }) => {
    const file = this.#files.get(token)
    const built = await this.#ask(token, '生成草稿', { kind: 'build', mapping, ieFlag })
    if (!built.ok || file === undefined) return built.ok ? refuse(failure('imports.gone')) : built
    // A second click finds the file gone: the same goods never become two drafts.
    if (!this.#files.delete(token)) return refuse(failure('imports.gone'))
    const created = await this.#needs.createDrafts(customer, built.value.messages, built.value.papers)
    if (!created.ok) {
      this.#files.set(token, file)
      return created
    }
    file.process.stop(failure('imports.gone'))
    this.#remember(file, mapping, customer)
    return ok({ ids: created.value })
  }

  async #ask<K extends 'preview' | 'build'>(
    token: string,
    title: string,
    request: Extract<ImportRequest, { kind: K }>,
  ): Promise<Result<ImportAnswers[K]>> {
    const file = this.#files.get(token)
    if (file === undefined) return refuse(failure('imports.gone'))
    return this.#needs.tasks.run(`${title} ${file.name}`, async ({ signal }) => {
      // After a cancel the process is gone and the file has to be read again.
      const opened = file.process.running ? ok(file.sheets) : await this.#open(file, signal)
      return opened.ok ? cancellable(file, signal, () => file.process.ask<K>(request)) : opened
    })
  }

  async #open(file: OpenFile, signal: AbortSignal): Promise<Result<readonly SheetFacts[]>> {
    if (file.sheets !== undefined && file.process.running) return ok(file.sheets)
    const { name, bytes } = file
    const opened = await cancellable(file, signal, () => file.process.ask({ kind: 'open', name, bytes }))
    if (opened.ok) file.sheets = opened.value
    else file.process.stop()
    return opened
  }

  /** The mapping of an earlier import, moved to where this file's columns stand. */
  #remembered(sheets: readonly SheetFacts[], best: number): { customer: string; mapping: ImportMapping } | null {
    const order = [best, ...sheets.keys()]
    for (const at of order) {
      const sheet = sheets[at]
      const kept =
        sheet === undefined || sheet.fingerprint === '' ? undefined : this.#needs.mappings.latest(sheet.fingerprint)
      if (sheet === undefined || kept === undefined) continue
      const fields = new Map(kept.titles)
      const columns = Object.fromEntries(
        sheet.columns.flatMap(({ index, title }) => {
          const field = fields.get(bare(title))
          return field === undefined ? [] : [[String(index), field]]
        }),
      )
      return { customer: kept.customer, mapping: { sheet: at, headerRow: sheet.headerRow, columns } }
    }
    return null
  }

  #remember(file: OpenFile, mapping: ImportMapping, customer: string): void {
    const sheet = file.sheets?.[mapping.sheet]
    // A title row that the clerk chose by hand would not be found again.
    if (sheet === undefined || sheet.fingerprint === '' || sheet.headerRow !== mapping.headerRow) return
    const titles = sheet.columns.flatMap(({ index, title }) => {
      const field = mapping.columns[String(index)]
      return field === undefined ? [] : [[bare(title), field] as const]
    })
    this.#needs.mappings.save(sheet.fingerprint, customer, titles)
  }

  #closeOldest(): void {
    for (const [token, file] of this.#files) {
      if (this.#files.size <= mostFiles) return
      file.process.stop(failure('imports.gone'))
      this.#files.delete(token)
    }
  }
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)

/** Ends the import process when the clerk cancels. */
async function cancellable<T>(file: OpenFile, signal: AbortSignal, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const cancel = (): void => file.process.stop()
  if (signal.aborted) return refuse(failure('app.cancelled'))
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await work()
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
