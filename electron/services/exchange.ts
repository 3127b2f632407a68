import { randomUUID } from 'node:crypto'
import { zipSync, type Zippable } from 'fflate'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { DraftsRepo } from '../store/drafts.repo.ts'
import type { DraftsService } from './drafts.ts'
import { packDraft } from './drafts/pack-draft.ts'
import { foreignDraft, type ForeignDraft } from './exchange/foreign-draft.ts'
import { readPackages } from './exchange/read-packages.ts'
import type { TasksService } from './tasks.ts'

type Exchange = Handlers['exchange']

export interface ExchangeParts {
  readonly drafts: Pick<DraftsRepo, 'load'>
  readonly draftsService: Pick<DraftsService, 'makeFrom' | 'attachAll' | 'files'>
  readonly inspectPdf: (bytes: Uint8Array) => { pdf: boolean; encrypted: boolean }
  /** Main's dialog; `null` when it was closed. */
  readonly pickMessage: () => Promise<Result<{ name: string; bytes: Uint8Array } | null>>
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
  /** The official print of a declaration. */
  readonly render: (id: string) => Promise<Result<{ name: string; bytes: Uint8Array }>>
  readonly transaction: <T>(work: () => Result<T>) => Result<T>
  readonly tasks: Pick<TasksService, 'run'>
  /** Local day, yyyy-MM-dd, for the name of the file. */
  readonly today: () => string
}

interface Found extends ForeignDraft {
  readonly name: string
}

/** Declarations that other programs wrote become drafts, and ours become files. */
export class ExchangeService implements Exchange {
  readonly #parts: ExchangeParts
  /** What the last dialog found; another dialog forgets it. */
  #open: { token: string; found: readonly Found[] } | undefined

  constructor(parts: ExchangeParts) {
    this.#parts = parts
  }

  pick: Exchange['pick'] = async () => {
    const picked = await this.#parts.pickMessage()
    if (!picked.ok) return picked
    if (picked.value === null) return ok(null)
    const { name, bytes } = picked.value
    const packages = readPackages(name, bytes)
    if (!packages.ok) return packages
    const found: Found[] = []
    const refused: { name: string; what: string; why: string; todo: string }[] = []
    for (const { name: inner, result } of packages.value) {
      const draft = result.ok ? foreignDraft(result.value) : result
      if (draft.ok) found.push({ ...draft.value, name: inner.slice(0, 200) })
      else refused.push({ name: inner.slice(0, 200), ...textsOf(draft.error) })
    }
    this.#open = { token: randomUUID(), found }
    return ok({ token: this.#open.token, fileName: name.slice(0, 200), found: found.map(about), refused })
  }

  /** Every draft with its files, or nothing: then it can be taken again without making anything twice. */
  take: Exchange['take'] = ({ token }) => {
    const open = this.#open
    if (open?.token !== token) return Promise.resolve(refuse(failure('exchange.gone')))
    if (open.found.length === 0) return Promise.resolve(refuse(failure('exchange.nothing')))
    const made = this.#parts.transaction(() => this.#make(open.found))
    if (made.ok) this.#open = undefined
    return Promise.resolve(made)
  }

  #make(found: readonly Found[]): Result<{ ids: string[] }> {
    const { draftsService, inspectPdf } = this.#parts
    const ids = draftsService.makeFrom(
      '',
      found.map(({ message }) => message),
    )
    for (const [at, id] of ids.entries()) {
      const pdfs = found[at]?.pdfs ?? []
      const attached = draftsService.attachAll(
        id,
        pdfs.map((pdf) => ({ ...pdf, name: pdf.name.slice(0, 200), ...inspectPdf(pdf.content) })),
      )
      if (!attached.ok) return attached
    }
    return ok({ ids })
  }

  exportZip: Exchange['exportZip'] = async ({ ids, what }) => {
    const title = what === 'prints' ? '打印为 PDF' : '导出报文'
    const packed = await this.#parts.tasks.run(
      title,
      async (task) => {
        const entries: Zippable = {}
        for (const [at, id] of ids.entries()) {
          if (task.signal.aborted) return refuse(failure('app.cancelled'))
          const file = what === 'prints' ? await this.#parts.render(id) : this.#message(id)
          if (!file.ok) return file
          // Prints and zips are packed already.
          entries[file.value.name] = [file.value.bytes, { level: 0 }]
          task.step(at + 1)
        }
        return ok(zipSync(entries))
      },
      ids.length,
    )
    if (!packed.ok) return packed
    const name = `${what === 'prints' ? '报关单打印' : '报关单报文'}-${this.#parts.today()}-${ids.length}票.zip`
    const saved = await this.#parts.saveFile(name, packed.value)
    return saved.ok ? ok({ saved: saved.value, count: ids.length }) : saved
  }

  #message(id: string): Result<{ name: string; bytes: Uint8Array }> {
    const draft = this.#parts.drafts.load(id)
    if (!draft.ok) return draft
    const { summary, message } = draft.value
    const { contentType, bytes } = packDraft(summary.clientSeqNo, message, this.#parts.draftsService.files(id))
    return ok({ name: `${summary.clientSeqNo}.${contentType === 'application/zip' ? 'zip' : 'xml'}`, bytes })
  }
}

function about({ name, ieFlag, message, pdfs, notes }: Found) {
  const head = message.DecHead ?? {}
  const text = (value: string | undefined): string => (value ?? '').slice(0, 200)
  return {
    name,
    ieFlag,
    customer: text(head.TradeName || head.OwnerName),
    billNo: text(head.BillNo),
    contractNo: text(head.ContrNo),
    lines: message.DecLists?.length ?? 0,
    files: pdfs.length,
    notes: notes.map((note) => note.slice(0, 400)),
  }
}

/** Three texts, with the raw answer (which elements, which line) behind the reason. */
const textsOf = ({ what, why, todo, detail }: Failure) => ({
  what,
  why: detail === undefined ? why : `${why}：${detail.slice(0, 1000)}`,
  todo,
})
