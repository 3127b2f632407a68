import * as z from 'zod'
import { short, state, text } from './shapes.ts'

/** The month in numbers. */
export const figures = {
  month: {
    /** yyyy-MM of the desk's own calendar. */
    input: z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    output: z.object({
      total: z.number(),
      states: z.array(z.object({ state, count: z.number() })),
      days: z.array(z.object({ day: short, count: z.number() })),
      reasons: z.array(z.object({ reason: text, count: z.number() })),
      customers: z.array(z.object({ customer: short, count: z.number(), refused: z.number(), lines: z.number() })),
    }),
  },
} as const
