import * as z from 'zod'
import { done, id, listFilter, nothing, short } from './shapes.ts'

const saved = z.strictObject({ name: z.string().trim().min(1).max(40), filter: listFilter })

/** The list of all declarations: filters that are kept, marks, and the list as a spreadsheet. */
export const lists = {
  filters: { input: nothing, output: z.array(z.object({ name: short, filter: listFilter })) },
  saveFilters: { input: z.strictObject({ filters: z.array(saved).max(30) }), output: done },
  mark: { input: z.strictObject({ ids: z.array(id).min(1).max(1000), marked: z.boolean() }), output: done },
  exportXlsx: {
    input: z.strictObject({ filter: listFilter }),
    output: z.object({ saved: z.boolean(), rows: z.number() }),
  },
} as const
