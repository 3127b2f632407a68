import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import type { DeclarationState } from '../../domain/states/declaration.ts'

/** What the list shows of one declaration. */
export interface DraftSummary {
  readonly id: string
  readonly ieFlag: 'I' | 'E'
  readonly state: DeclarationState
  readonly clientSeqNo: string
  readonly customer: string
  readonly billNo: string
  readonly contractNo: string
  readonly tradeMode: string
  readonly lines: number
  readonly seqNo: string
  readonly entryId: string
  readonly rev: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly errors: number
  readonly warnings: number
  /** Marked by the clerk to be found again. */
  readonly marked: boolean
}

/** A row of `declarations` as the statements select it. */
export interface DraftRow extends Omit<DraftSummary, 'marked'> {
  readonly key: number
  readonly marked: number | boolean
}

/** Columns in the shape of `DraftRow`. */
export const draftColumns = `key, id, ie_flag AS ieFlag, state, client_seq_no AS clientSeqNo, customer,
  bill_no AS billNo, contract_no AS contractNo, trade_mode AS tradeMode, lines, seq_no AS seqNo, entry_id AS entryId,
  rev, created_at AS createdAt, updated_at AS updatedAt, errors, warnings, marked`

/** The row without its inner key. */
export function summaryOf(row: DraftRow): DraftSummary {
  const summary: DraftSummary & { key?: number } = { ...row, marked: Boolean(row.marked) }
  delete summary.key
  return summary
}

/** What the list shows and searches of a message. */
export interface ListColumns {
  readonly customer: string
  readonly billNo: string
  readonly contractNo: string
  readonly tradeMode: string
  readonly lines: number
  readonly search: string
}

/** Longest text that is kept for the search, so that fifty long goods names do not weigh on each save. */
const longestSearch = 1500
const short = (text: string | undefined): string => (text ?? '').slice(0, 200)

/** The list columns of a message. The customer is who receives or sends the goods; empty as long as nobody does. */
export function listColumns(message: DecMessage): ListColumns {
  const head = message.DecHead ?? {}
  const lines = message.DecLists ?? []
  const customer = short(head.TradeName) || short(head.OwnerName)
  const words = [customer, head.OwnerName, head.BillNo, head.ContrNo, head.TrafName]
  const containers = (message.DecContainers ?? []).map((each) => each.ContainerId)
  // Fifty lines of the same goods say no more than one.
  const goods = new Set(lines.flatMap((line) => [line.GName, line.CodeTS]))
  return {
    customer,
    billNo: short(head.BillNo),
    contractNo: short(head.ContrNo),
    tradeMode: short(head.TradeMode),
    lines: lines.length,
    search: [...words, ...containers, ...goods].filter(Boolean).join(' ').toLowerCase().slice(0, longestSearch),
  }
}
