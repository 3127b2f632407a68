import type { CodeRow } from '../codes/code-table.ts'
import type { DecMessage } from '../fields/declaration/dec-message.ts'
import type { Papers } from '../fields/papers.ts'

/** `error` (red) stops signing, `warn` (yellow) may be accepted, `info` is shown. */
export type Severity = 'error' | 'warn' | 'info'

/** Where a finding points: e.g. `DecHead.GrossWet`, `DecLists.3.GQty` (rows from 0), `DecContainers.0.ContainerId`. */
export type FieldPath = string

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly path: FieldPath
  /** One Chinese sentence: what is wrong and what would be right. */
  readonly text: string
}

/** An attached file, as the rules see it. */
export interface AttachmentFact {
  readonly edocCode: string
  readonly name: string
  readonly bytes: number
  readonly pdf: boolean
  readonly encrypted: boolean
}

/** The card in the reader, as the signing rules see it. */
export interface CardFact {
  readonly cardNo: string
  readonly copCode: string
  readonly notBefore: string
  readonly notAfter: string
}

/** Tables that a rule may ask. `row` answers `undefined` for an unknown code. */
export interface CodeBook {
  row(table: string, code: string): CodeRow | undefined
  has(table: string): boolean
  /** The table is for practice only: what it says stops nothing. */
  practiceOnly(table: string): boolean
}

export interface RuleContext {
  readonly message: DecMessage
  /** Day of filing, yyyy-MM-dd; rules and fields hold from and until days. */
  readonly day: string
  readonly codes: CodeBook
  readonly attachments: readonly AttachmentFact[]
  /** Figures of invoice, packing list and contract, where they are known. */
  readonly papers?: Papers
  readonly card?: CardFact
  /** The draft was changed after its review. */
  readonly changedAfterReview?: boolean
}

export interface Rule {
  readonly id: string
  readonly scope: 'head' | 'line' | 'container' | 'documents' | 'signing' | 'totals' | 'papers'
  /** Highest severity that the rule gives. */
  readonly severity: Severity
  /** First and last day on which it holds. */
  readonly from?: string
  readonly until?: string
  /** Notice, guide item or standard clause. */
  readonly source: string
  readonly confidence: string
  /** The rule in one Chinese sentence, for the help page. */
  readonly title: string
  readonly check: (context: RuleContext) => Finding[]
}
