import * as z from 'zod'
import { id } from './shapes.ts'

/** A form of the qualification filing, of a draft of it: the unit, the broker's licence application, the filing of 2022. */
const wanted = z.strictObject({ id, form: z.enum(['unit', 'permit', 'filing']) })

export const formPrints = {
  /** Answers `saved: false` when the dialog was closed. */
  pdf: { input: wanted, output: z.object({ saved: z.boolean(), pages: z.number() }) },
  print: { input: wanted, output: z.object({ sent: z.boolean() }) },
} as const
