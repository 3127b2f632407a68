import { loadCodeBook } from '../../../../domain/codes/code-book.ts'
import type { StepText } from '../../../../domain/fields/step-text.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { CodeBook } from '../../../../domain/rules/rule.ts'
import type { WizardState } from '../../../../domain/states/wizard.ts'
import type { Handlers } from '../../../ipc/contract.ts'
import type { PrintedDocument } from '../declaration-html.ts'
import type { PrintHost } from '../print-document.ts'
import { filingForm } from './filing-form.ts'
import { formTables, type FormInput } from './form-facts.ts'
import { permitForm } from './permit-form.ts'
import { unitForm } from './unit-form.ts'

export interface FormPrintsParts {
  readonly load: (
    id: string,
  ) => Result<{ readonly text: StepText; readonly state: WizardState; readonly attached: readonly string[] }>
  readonly host: PrintHost
  /** Main's save dialog; `false` when it was closed. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
  readonly practice: boolean
  /** yyyy-MM-dd */
  readonly today: () => string
}

type Room = Handlers['formPrints']
type Wanted = Parameters<Room['pdf']>[0]

const layouts: Readonly<Record<Wanted['form'], (input: FormInput) => PrintedDocument>> = {
  unit: unitForm,
  permit: permitForm,
  filing: filingForm,
}

/** The forms of the qualification filing, as PDF and on paper. */
export class FormPrints implements Room {
  readonly #parts: FormPrintsParts
  #codes: Promise<CodeBook> | undefined

  constructor(parts: FormPrintsParts) {
    this.#parts = parts
  }

  pdf: Room['pdf'] = async (wanted) => {
    const document = await this.#layOut(wanted)
    if (!document.ok) return document
    const { title, pages } = document.value
    const bytes = await this.#parts.host.renderPdf(document.value)
    if (!bytes.ok) return bytes
    const saved = await this.#parts.saveFile(`${title}.pdf`, bytes.value)
    return saved.ok ? ok({ saved: saved.value, pages }) : saved
  }

  print: Room['print'] = async (wanted) => {
    const document = await this.#layOut(wanted)
    return document.ok ? this.#parts.host.printPaper(document.value) : document
  }

  async #layOut({ id, form }: Wanted): Promise<Result<PrintedDocument>> {
    const draft = this.#parts.load(id)
    if (!draft.ok) return draft
    this.#codes ??= loadCodeBook(formTables)
    const codes = await this.#codes
    const { practice, today } = this.#parts
    const filed = draft.value.state === 'sent' || draft.value.state === 'done'
    const { text, attached } = draft.value
    return ok(layouts[form]({ text, attached, codes, practice, draft: !filed, own: id.slice(-12), day: today() }))
  }
}
