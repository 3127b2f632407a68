import * as z from 'zod'
import { id, ieFlag, nothing, short, text } from './shapes.ts'

const problem = z.object({ severity: z.enum(['error', 'warn']), text })

export const mapping = z.strictObject({
  sheet: z.number().int().min(0).max(500),
  headerRow: z.number().int().min(0).max(100000),
  /** Column index → field name of `domain/fields/import-columns`; unmapped columns are left out. */
  columns: z.record(z.string().max(8), z.string().max(60)),
})

export const imports = {
  pick: { input: nothing, output: z.object({ token: id, fileName: short, bytes: z.number() }).nullable() },
  read: {
    input: z.strictObject({ token: id }),
    output: z.object({
      sheets: z.array(
        z.object({
          name: short,
          rows: z.number(),
          headerRow: z.number(),
          /** Column titles of the found header row with up to three sample texts. */
          columns: z.array(z.object({ index: z.number(), title: short, samples: z.array(short) })),
          suggested: z.record(z.string(), z.string()),
        }),
      ),
      /** Index of the sheet that looks most like a goods list. */
      best: z.number(),
      /** Mapping saved for this header by an earlier import, for this file's sheet and columns. */
      remembered: z.object({ customer: short, mapping }).nullable(),
    }),
  },
  preview: {
    input: z.strictObject({ token: id, mapping }),
    output: z.object({
      fields: z.array(short),
      rows: z.array(
        z.object({
          row: z.number(),
          cells: z.array(z.object({ value: text, raw: text, problem: problem.nullable() })),
        }),
      ),
      totals: z.array(z.object({ label: short, value: short, problem: problem.nullable() })),
      errors: z.number(),
      warnings: z.number(),
    }),
  },
  commit: {
    input: z.strictObject({ token: id, mapping, customer: z.string().min(1).max(100), ieFlag }),
    output: z.object({ ids: z.array(id) }),
  },
} as const
