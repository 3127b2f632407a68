import * as z from 'zod'
import { practiceCards } from '../../../domain/practice/practice-cards.ts'
import { done, nothing, short, text } from './shapes.ts'

export const practice = {
  get: {
    input: nothing,
    output: z.object({
      outcome: z.enum(['release', 'refuse', 'inspect', 'tax']),
      reason: text,
      speed: z.number(),
      fault: short,
      review: z.enum(['approve', 'refuse']),
      reviewReason: text,
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
      /** What the practice authority decides about applications, and why it refuses. */
      review: z.enum(['approve', 'refuse']).optional(),
      reviewReason: text.optional(),
      /** Which practice card lies in the reader. */
      card: z.enum(practiceCards).optional(),
    }),
    output: done,
  },
  /**
   * Where practice begins: everything ready; an empty portal; an empty portal whose authority knows the practice
   * company with one qualification only. Declarations stay as they are.
   */
  begin: { input: z.strictObject({ from: z.enum(['ready', 'nothing', 'single']) }), output: done },
  /** Short messages that the practice portal would have sent, newest first. */
  notices: { input: nothing, output: z.array(z.object({ at: short, to: short, text })) },
} as const
