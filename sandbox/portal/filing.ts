import * as z from 'zod'
import { heldStates, outcomes, type Held, type HeldState } from '../../domain/portal/answers.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'

/** What the receipts of a filing repeat of its message. */
export const filingFactsSchema = z.strictObject({
  direction: z.enum(['I', 'E']),
  /** Saved only, not declared (OperType G). */
  saveOnly: z.boolean(),
  customMaster: z.string(),
  ieDate: z.string(),
  agentName: z.string(),
  declarantNo: z.string(),
  tradeCode: z.string(),
  packNo: z.string(),
  billNo: z.string(),
  trafMode: z.string(),
  voyageNo: z.string(),
  netWeight: z.string(),
  grossWeight: z.string(),
})

export type FilingFacts = z.output<typeof filingFactsSchema>

/** The facts of a message that was found right. */
export function factsOf({ DecHead: head = {}, DecFreeTxt: free = {}, DecSign: sign = {} }: DecMessage): FilingFacts {
  return {
    direction: head.IEFlag === 'E' ? 'E' : 'I',
    saveOnly: sign.OperType === 'G',
    customMaster: head.CustomMaster ?? '',
    ieDate: head.IEDate ?? '',
    agentName: head.AgentName ?? '',
    declarantNo: head.DeclareName ?? '',
    tradeCode: head.TradeCode ?? '',
    packNo: head.PackNo ?? '',
    billNo: head.BillNo ?? '',
    trafMode: head.TrafMode ?? '',
    voyageNo: free.VoyNo ?? '',
    netWeight: head.NetWt ?? '',
    grossWeight: head.GrossWet ?? '',
  }
}

/** One declaration as the portal holds it. */
export interface Filing {
  readonly id: number
  readonly clientSeqNo: string
  readonly seqNo: string
  readonly entryId: string
  readonly version: number
  readonly state: HeldState
  readonly outcome: (typeof outcomes)[number]
  readonly reason: string
  readonly sent: readonly string[]
  readonly dueAt: number | null
  readonly noticeAt: number
  readonly facts: FilingFacts
  readonly bodySha256: string
}

export const stateOf = (text: string): HeldState => z.enum(heldStates).parse(text)
export const outcomeOf = (text: string): Filing['outcome'] => z.enum(outcomes).parse(text)

/** What the contract tells of a filing. */
export const heldOf = ({ clientSeqNo, state, seqNo, entryId, bodySha256, version }: Filing): Held => ({
  clientSeqNo,
  state,
  seqNo,
  entryId,
  bodySha256,
  version,
})
