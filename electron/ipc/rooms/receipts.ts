import * as z from 'zod'
import { receiptKinds } from '../../../domain/states/receipt-kinds.ts'
import { declarationStates, type DeclarationState } from '../../../domain/states/declaration.ts'
import { done, id, nothing, short, state, summary, text } from './shapes.ts'

const number = z.number().int().min(1)

const receipt = z.object({
  id: number,
  kind: z.enum(receiptKinds),
  /** Moment of the notice, or of its arrival where it says none. */
  at: short,
  receivedAt: short,
  title: short,
  /** Channel letter as it came. */
  channel: short,
  note: text,
  /** Code of the failure when it could not be read. */
  problem: short,
  fileName: short,
  seqNo: short,
  entryId: short,
  /** Came since the clerk last looked. */
  isNew: z.boolean(),
  filing: z.object({ id, customer: short, billNo: short, clientSeqNo: short, state }).nullable(),
})

const states = Object.keys(declarationStates) as [DeclarationState, ...DeclarationState[]]
const reminders = z.strictObject({
  /** Tell of refusals, releases and delays on the desktop. */
  notifications: z.boolean(),
  /** Minutes by state after which a missing receipt is told; 0: never. */
  expected: z.partialRecord(z.enum(states), z.number().int().min(0).max(100_000)),
})

export const receipts = {
  list: {
    input: z.strictObject({
      filter: z.enum(['all', 'new', 'refused', 'unmatched', 'strange']),
      text: short.optional(),
      limit: z.number().int().min(1).max(500).optional(),
    }),
    output: z.object({ total: z.number(), unmatched: z.number(), rows: z.array(receipt) }),
  },
  /** The text as it came, for the eye; long ones are cut. */
  raw: { input: z.strictObject({ id: number }), output: z.object({ text: z.string().max(20_000), cut: z.boolean() }) },
  /** Gives a receipt that fits no filing to one, with the reason. */
  attach: {
    input: z.strictObject({ id: number, filing: id, reason: z.string().trim().min(2).max(200) }),
    output: summary,
  },
  /** What came since the clerk last looked, by filing: the newest receipt of each counts. */
  digest: {
    input: nothing,
    output: z.object({
      /** When the clerk last looked; empty at the first time. */
      since: short,
      receipts: z.number(),
      upTo: z.number(),
      groups: z.array(z.object({ kind: z.enum(receiptKinds), count: z.number(), rows: z.array(receipt) })),
    }),
  },
  seen: { input: z.strictObject({ upTo: z.number().int().min(0) }), output: done },
  /** Filings whose next receipt is later than expected, the longest first. */
  late: {
    input: nothing,
    output: z.array(
      z.object({ id, customer: short, billNo: short, clientSeqNo: short, state, since: short, minutes: z.number() }),
    ),
  },
  reminders: { input: nothing, output: reminders },
  remind: { input: reminders, output: done },
} as const
