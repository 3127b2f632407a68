import * as z from 'zod'
import { id } from './shapes.ts'

export const printing = {
  /** `kind`: the official layout or the check print for the customer. Answers `saved: false` when the dialog was closed. */
  pdf: {
    input: z.strictObject({ id, kind: z.enum(['declaration', 'check']) }),
    output: z.object({ saved: z.boolean(), pages: z.number() }),
  },
  print: {
    input: z.strictObject({ id, kind: z.enum(['declaration', 'check']) }),
    output: z.object({ sent: z.boolean() }),
  },
} as const
