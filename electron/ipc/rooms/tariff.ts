import * as z from 'zod'
import { done, id, nothing, short, text } from './shapes.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const problem = z.object({ row: z.number(), severity: z.enum(['error', 'warn']), text })

const version = z.object({
  id: z.number(),
  file: short,
  source: text,
  validFrom: short,
  importedAt: short,
  rows: z.number(),
})

/** 税则: versions that the company imported; the practice table of the program where there is none. */
export const tariff = {
  versions: {
    input: nothing,
    output: z.object({
      versions: z.array(version),
      /** The one that holds today; 0: none, the practice table. */ active: z.number(),
    }),
  },
  /** Chooses a file, reads and checks it; nothing is kept yet. */
  pick: {
    input: nothing,
    output: z
      .object({
        token: id,
        file: short,
        rows: z.number(),
        found: z.array(short),
        missing: z.array(short),
        problems: z.array(problem),
        errors: z.number(),
        warnings: z.number(),
      })
      .nullable(),
  },
  commit: {
    input: z.strictObject({ token: id, source: z.string().trim().min(2).max(200), validFrom: day }),
    output: version,
  },
  remove: { input: z.strictObject({ id: z.number().int() }), output: done },
  /** The stored table that holds on a day, as JSON; null: the practice table that the page has itself. */
  table: { input: z.strictObject({ day }), output: z.object({ table: z.string().max(80_000_000) }).nullable() },
} as const
