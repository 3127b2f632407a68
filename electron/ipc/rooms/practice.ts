import * as z from 'zod'
import { done, nothing, short, text } from './shapes.ts'

export const practice = {
  get: {
    input: nothing,
    output: z.object({
      outcome: z.enum(['release', 'refuse', 'inspect', 'tax']),
      reason: text,
      speed: z.number(),
      fault: short,
    }),
  },
  set: {
    input: z.strictObject({
      outcome: z.enum(['release', 'refuse', 'inspect', 'tax']).optional(),
      reason: text.optional(),
      /** Seconds between two receipts. */
      speed: z.number().min(0).max(3600).optional(),
      /** Faults to practise: none, the card pulled, the portal down, the answer lost, the network of the client broken. */
      fault: z.enum(['none', 'card-out', 'portal-down', 'answer-lost', 'busy']).optional(),
    }),
    output: done,
  },
} as const
