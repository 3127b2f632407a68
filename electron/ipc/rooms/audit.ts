import * as z from 'zod'
import { nothing, short, text } from './shapes.ts'

export const auditEntry = z.object({
  n: z.number(),
  at: short,
  who: short,
  card: short,
  /** What was done, in Chinese. */
  title: short,
  subject: short,
  /** Facts as `name=value`, in one line. */
  facts: text,
})

export const audit = {
  list: {
    /** Entries before a number, newest first; without one the newest. */
    input: z.strictObject({
      before: z.number().int().min(1).optional(),
      limit: z.number().int().min(1).max(500).optional(),
    }),
    output: z.array(auditEntry),
  },
  verify: {
    input: nothing,
    output: z.object({
      count: z.number(),
      from: short,
      to: short,
      /** Hash of the last entry: equal only when everything before it is equal. */
      hash: short,
      fault: z.object({ n: z.number(), reason: text }).nullable(),
    }),
  },
  /** Writes the whole trail to a file that main's dialog names. */
  save: { input: nothing, output: z.object({ saved: z.boolean() }) },
} as const
