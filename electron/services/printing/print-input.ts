import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import type { CodeBook } from '../../../domain/rules/rule.ts'
import type { DeclarationState } from '../../../domain/states/declaration.ts'

/** All that a print shows. Nothing else is asked while it is made. */
export interface PrintInput {
  readonly message: DecMessage
  /** Tables of `printTables`. */
  readonly codes: CodeBook
  readonly state: DeclarationState
  /** Practice mode: marked on every page. */
  readonly practice: boolean
  /** Our own number, 统一编号 and 海关编号; empty as long as there is none. */
  readonly clientSeqNo: string
  readonly seqNo: string
  readonly entryId: string
  /** Day on which customs or the single window says that it was declared, yyyyMMdd; empty before. */
  readonly declaredOn: string
}

/** Tables whose names a print shows. */
export const printTables = [
  'customs_district',
  'traf_mode',
  'trade_mode',
  'trade_mode_2026',
  'cut_mode',
  'cut_mode_2026',
  'trans_mode',
  'wrap_type',
  'country',
  'currency',
  'port',
  'domestic_port',
  'unit',
  'district',
  'admin_division',
  'duty_mode',
  'docu_code',
  'edoc_code',
] as const

/** States in which customs has the declaration: before them a print is a draft. */
const filed: ReadonlySet<DeclarationState> = new Set([
  'filed',
  'stored',
  'examined',
  'inspecting',
  'taxDue',
  'released',
  'closed',
] as const)

/** Words that lie across every page. */
export const watermarks = ({ state, practice }: PrintInput): string[] => [
  ...(practice ? ['演练'] : []),
  ...(filed.has(state) ? [] : [state === 'refused' ? '已退单' : '草稿']),
]
