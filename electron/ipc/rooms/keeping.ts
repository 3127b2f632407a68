import * as z from 'zod'
import { done, nothing, short } from './shapes.ts'

const counts = {
  /** Declarations that are new here. */
  added: z.number(),
  /** Declarations that are here already and stay as they are. */
  known: z.number(),
  /** Our numbers that another declaration carries here; those are not taken over. */
  collisions: z.array(short),
  attachments: z.number(),
  receipts: z.number(),
}
const backup = z.object({
  id: short,
  at: short,
  bytes: z.number(),
  kind: z.enum(['migration', 'daily', 'manual']),
})

export const keeping = {
  backups: { input: nothing, output: z.array(backup) },
  backUp: { input: nothing, output: done },
  /** Goes back to a copy: the desk starts anew, what is there now is kept aside. */
  restore: { input: z.strictObject({ id: short }), output: done },
  /** Everything of the site in one zip, to a place that main's dialog names. */
  exportAll: { input: nothing, output: z.object({ saved: z.boolean() }) },
  /** Looks at a zip of another desk; nothing is changed yet. `null`: the dialog was closed. */
  inspect: {
    input: nothing,
    output: z.object({ token: short, from: short, createdAt: short, ...counts }).nullable(),
  },
  importAll: { input: z.strictObject({ token: short }), output: z.object(counts) },
} as const
