import * as z from 'zod'
import { done, short } from './shapes.ts'

const customer = z.string().max(20)
const field = z.string().regex(/^[\w.]{1,60}$/)
const code = z.string().min(1).max(32)

/** 代码: which codes were chosen lately, so that they stand first in the lists. */
export const codes = {
  recent: {
    input: z.strictObject({ customer }),
    output: z.object({ uses: z.array(z.object({ field: short, code: short, own: z.boolean() })) }),
  },
  note: { input: z.strictObject({ customer, field, code }), output: done },
} as const
