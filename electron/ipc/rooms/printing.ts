import * as z from 'zod'
import { id, listFilter } from './shapes.ts'

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
  /** The list of declarations as it is narrowed on the screen: as PDF, or on paper. */
  list: {
    input: z.strictObject({ filter: listFilter, paper: z.boolean() }),
    output: z.object({ done: z.boolean(), pages: z.number() }),
  },
} as const
