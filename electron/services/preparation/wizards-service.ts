import { laidOver, partOf, type StepText } from '../../../domain/fields/step-text.ts'
import { failure } from '../../../domain/failures/index.ts'
import { paperKind, paperLimits } from '../../../domain/preparation/paper-file.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import { mayEdit, type WizardKind } from '../../../domain/states/wizard.ts'
import type { Handlers, Wizard } from '../../ipc/contract.ts'
import type { WizardFilesRepo } from '../../store/wizard-files.repo.ts'
import type { WizardsRepo } from '../../store/wizards.repo.ts'
import { inspectPdf } from '../attachments/inspect-pdf.ts'

type Room = Handlers['wizards']

export interface WizardsParts {
  readonly wizards: WizardsRepo
  readonly files: WizardFilesRepo
  /** What is known already, so that nothing is typed twice. */
  readonly known: (kind: WizardKind, variant: string) => StepText
  /** Main's dialog; `null` when it was closed. */
  readonly pickPaper: () => Promise<Result<{ name: string; bytes: Uint8Array } | null>>
  /** Main's save dialog; `false` when it was closed. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
  readonly emitChanged: () => void
}

const megabyte = 1024 * 1024

/** Where a draft names the company or the person that it is about. */
const nameOf: Record<WizardKind, readonly [section: string, element: string]> = {
  account: ['company', 'name'],
  operator: ['operator', 'name'],
  binding: ['binding', 'name'],
  qualification: ['basic', 'name'],
  cardMedia: ['card', 'holder'],
}

/** What the list calls a draft. */
function titleOf(kind: WizardKind, text: StepText): string {
  const [section, element] = nameOf[kind]
  return (partOf(text, section)[element] ?? '').slice(0, 200)
}

/** Drafts of the preparations: kept at each field, opened where they were left. */
export class WizardsService implements Room {
  readonly #parts: WizardsParts

  constructor(parts: WizardsParts) {
    this.#parts = parts
  }

  list: Room['list'] = ({ kind }) => {
    const rows = this.#parts.wizards.list()
    return settle(ok(kind === undefined ? rows : rows.filter((row) => row.kind === kind)))
  }

  create: Room['create'] = ({ kind, variant = '', text = {} }) => {
    const { wizards, known, emitChanged } = this.#parts
    const filled = laidOver(known(kind, variant), text)
    const id = wizards.create({ kind, variant, text: filled, title: titleOf(kind, filled) })
    emitChanged()
    return settle(this.#opened(id))
  }

  open: Room['open'] = ({ id }) => settle(this.#opened(id))

  save: Room['save'] = ({ id, rev, text, step, steps, ready = false }) => {
    const { wizards, emitChanged } = this.#parts
    const before = wizards.load(id)
    if (!before.ok) return settle(before)
    const { kind, state } = before.value
    const next = ready ? 'ready' : state === 'refused' ? 'refused' : 'editing'
    const saved = wizards.save({ id, rev, text, step, steps, state: next, title: titleOf(kind, text) })
    if (saved.ok && next !== state) emitChanged()
    return settle(saved)
  }

  remove: Room['remove'] = ({ id }) => {
    const removed = this.#parts.wizards.remove(id)
    if (removed.ok) this.#parts.emitChanged()
    return settle(removed)
  }

  attach: Room['attach'] = async ({ id, kind }) => {
    const before = this.#mayAttach(id)
    if (!before.ok) return before
    const picked = await this.#parts.pickPaper()
    if (!picked.ok) return picked
    return picked.value === null ? ok(null) : this.#add(id, kind, picked.value)
  }

  detach: Room['detach'] = ({ id, paperId }) => {
    const before = this.#mayAttach(id)
    if (!before.ok) return settle(before)
    this.#parts.files.remove(id, paperId)
    return settle(this.#opened(id))
  }

  /** The kept bytes, for a clerk whose own file has gone. */
  savePaper: Room['savePaper'] = async ({ id, paperId }) => {
    const file = this.#parts.files.content(id, paperId)
    if (!file) return refuse(failure('wizards.gone'))
    const saved = await this.#parts.saveFile(file.name, file.content)
    return saved.ok ? ok({ saved: saved.value }) : saved
  }

  #add(id: string, kind: string, { name, bytes }: { name: string; bytes: Uint8Array }): Result<Wizard> {
    const { files } = this.#parts
    const short = name.slice(-100)
    // The dialog may have stood open for long.
    const before = this.#mayAttach(id)
    if (!before.ok) return before
    const fault = faultOf(short, bytes)
    if (fault) return refuse(fault)
    const limit = paperLimits.count
    if (files.list(id).length >= limit) return refuse(failure('wizards.tooManyFiles', { name: short, limit }))
    if (!files.add(id, { kind, name: short, content: bytes }))
      return refuse(failure('wizards.fileRepeated', { name: short }))
    return this.#opened(id)
  }

  #mayAttach(id: string): Result<Record<string, never>> {
    const draft = this.#parts.wizards.load(id)
    if (!draft.ok) return draft
    return mayEdit(draft.value.state) ? ok({}) : refuse(failure('wizards.notEditable'))
  }

  #opened(id: string): Result<Wizard> {
    const { wizards, files } = this.#parts
    const draft = wizards.load(id)
    return draft.ok ? ok({ ...draft.value, files: files.list(id) }) : draft
  }
}

/** Why a file is no paper, by what is in it. */
function faultOf(name: string, bytes: Uint8Array): Failure | undefined {
  const kind = paperKind(bytes)
  if (kind === undefined) return failure('wizards.fileType', { name })
  if (bytes.length > paperLimits.bytes) {
    // Rounded up: 4.0 MB over a limit of 4 MB would explain nothing.
    const size = (Math.ceil((bytes.length / megabyte) * 10) / 10).toFixed(1)
    return failure('wizards.fileTooLarge', { name, size, limit: paperLimits.bytes / megabyte })
  }
  return kind === 'pdf' && inspectPdf(bytes).encrypted ? failure('wizards.fileLocked', { name }) : undefined
}

const settle = <T>(result: Result<T>): Promise<Result<T>> => Promise.resolve(result)
