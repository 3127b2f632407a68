import * as z from 'zod'
import { id, short, summary, text } from './shapes.ts'

export const entry = z.object({
  at: short,
  kind: z.enum(['own', 'send', 'receipt', 'trouble']),
  title: short,
  channel: short,
  note: text,
  seqNo: short,
  entryId: short,
})

export const filing = {
  submit: { input: z.strictObject({ ids: z.array(id).min(1).max(500) }), output: z.object({ queued: z.number() }) },
  withdraw: { input: z.strictObject({ id }), output: summary },
  timeline: { input: z.strictObject({ id }), output: z.object({ summary, entries: z.array(entry) }) },
  ask: { input: z.strictObject({ id }), output: summary },
  /** What a person found out about a message of unknown fate, where no machine can ask. */
  settle: {
    input: z.strictObject({
      id,
      held: z.boolean(),
      /** 统一编号 as the single window shows it, or empty. */
      seqNo: z.string().regex(/^[A-Za-z0-9]{0,18}$/),
      reason: z.string().trim().min(2).max(200),
    }),
    output: summary,
  },
} as const
