import * as z from 'zod'
import { id, ieFlag, nothing, short, text } from './shapes.ts'

/** Declarations as files of other programs: read in, and handed out. */
export const exchange = {
  /** Main's dialog; `null` when it was closed. Nothing is made yet. */
  pick: {
    input: nothing,
    output: z
      .object({
        token: id,
        fileName: short,
        found: z.array(
          z.object({
            name: short,
            ieFlag,
            customer: short,
            billNo: short,
            contractNo: short,
            lines: z.number(),
            files: z.number(),
            /** What will not be in the draft, or will be another than in the file; each a sentence. */
            notes: z.array(text),
          }),
        ),
        /** Files in it that could not be read, and why. */
        refused: z.array(z.object({ name: short, what: text, why: text, todo: text })),
      })
      .nullable(),
  },
  take: { input: z.strictObject({ token: id }), output: z.object({ ids: z.array(id) }) },
  exportZip: {
    input: z.strictObject({ ids: z.array(id).min(1).max(500), what: z.enum(['messages', 'prints']) }),
    output: z.object({ saved: z.boolean(), count: z.number() }),
  },
} as const
